import { type LusChoice, periods } from '../../journal/prepare-lus'
import { byPlace, entryKey, type JournalEntry } from '../../journal/reading/journal-entry'
import { button, primary } from '../kit/button'
import { choiceList } from '../kit/choice-list'
import { dateOf } from '../kit/local-time'
import { picksCard } from '../kit/picks-card'
import { inertEitherWay } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { shortened } from '../kit/shortened'
import { areaTitle } from './area-title'
import { entryQuestion } from './journal-item'

/** Of a question and its answer in a list of choices, this much is enough to know them by; fifty of them fit a message. */
const mostOfQuestion = 64
const mostOfAnswer = 60

/** Where a leader chooses what goes into the preparation for their development talk. */
export function lusChoiceCard(reader: Reader, { months, entries, chosen, left, hasAny }: LusChoice): CardContent {
  const { texts, locale } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  const isEmpty = entries.length === 0
  const askMe = button(t('answer.askMe'), 'prompt.request', { statementIds: [] })
  const change = button(t('lus.change'), 'lus.choose')
  return picksCard(reader, {
    title: t('lus.title'),
    lines: [
      t(hasAny ? (isEmpty ? 'lus.empty' : 'lus.text') : 'lus.none'),
      ...(left > 0 ? [t('lus.left', { shown: entries.length })] : []),
    ],
    choices: hasAny ? [periodList(reader, months)] : [],
    picks: [...byPlace(entries).values()].map((group, i) => pickList(reader, group, chosen, `pick${i}`)),
    buttons: isEmpty
      ? [...(hasAny ? [change] : []), askMe]
      : [primary(button(t('lus.file'), 'lus.file')), button(t('lus.show'), 'lus.text'), change],
  })
}

function periodList({ texts, locale }: Reader, months: number) {
  const longest = Math.max(...periods)
  const title = (each: number) =>
    each === longest ? texts(locale, 'lus.everything') : texts(locale, 'lus.months', { months: each })
  return choiceList({
    id: 'months',
    label: texts(locale, 'lus.period'),
    error: texts(locale, 'lus.periodError'),
    value: String(months),
    choices: periods.map((each) => ({ title: title(each), value: String(each) })),
  })
}

function pickList(reader: Reader, group: readonly JournalEntry[], chosen: ReadonlySet<string>, id: string) {
  const { texts, locale } = reader
  const keys = group.map((entry) => entryKey(entry.id))
  return choiceList({
    id,
    label: areaTitle(reader, group[0]?.place ?? null),
    error: texts(locale, 'lus.pickError'),
    value: keys.filter((key) => chosen.has(key)).join(','),
    choices: group.map((entry, i) => ({ title: choiceTitle(reader, entry), value: keys[i] ?? '' })),
  })
}

/** When, what was asked, and how the answer begins: by their questions alone nobody knows their answers apart. */
function choiceTitle(reader: Reader, entry: JournalEntry): string {
  const { texts, locale, timeZone } = reader
  const { at, text, scale } = entry
  const title = texts(locale, text.trim() === '' && scale !== undefined ? 'lus.pickScale' : 'lus.pick', {
    date: dateOf(locale, timeZone, at),
    question: shortened(entryQuestion(entry, reader), mostOfQuestion),
    answer: shortened(text, mostOfAnswer),
    scale: scale ?? '',
  })
  return inertEitherWay(title)
}

/** Below the question whether a file may be put in the leader's OneDrive: the other way, where there is no such question. */
export function lusOfferedCard({ texts, locale }: Reader, keys: readonly string[]): CardContent {
  const t = (key: string) => texts(locale, key)
  return sheetCard(
    { texts, locale },
    {
      title: t('lus.offered.title'),
      text: t('lus.offered.text'),
      buttons: [button(t('lus.show'), 'lus.text', { keys })],
    },
  )
}

/** Where the file was not taken. */
export function lusFailedCard({ texts, locale }: Reader, keys: readonly string[]): CardContent {
  const t = (key: string) => texts(locale, key)
  return sheetCard(
    { texts, locale },
    {
      title: t('lus.failed.title'),
      text: t('lus.failed.text'),
      buttons: [button(t('lus.show'), 'lus.text', { keys }), button(t('journal.lus'), 'lus.choose')],
    },
  )
}

/** Below a page of the preparation in the chat. @param page from 0 */
export function lusPageCard(
  { texts, locale }: Reader,
  keys: readonly string[],
  page: number,
  pages: number,
): CardContent {
  const t = (key: string, params = {}) => texts(locale, key, params)
  return sheetCard(
    { texts, locale },
    {
      title: t('lus.doc.title'),
      text: t(pages > 1 ? 'lus.page' : 'lus.onePage', { page: page + 1, pages }),
      buttons: [
        ...(page + 1 < pages ? [button(t('lus.next'), 'lus.text', { keys, page: String(page + 1) })] : []),
        button(t('lus.file'), 'lus.file', { keys }),
        button(t('button.myReflections'), 'reflections.list'),
      ],
    },
  )
}
