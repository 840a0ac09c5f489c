import type { Agreement } from '../../records/discussion'
import { button } from '../kit/button'
import { dateInWords } from '../kit/local-time'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'
import { shortened } from '../kit/shortened'
import { placeLine } from './place-line'

/** What was agreed, as everybody there sees it. @param today YYYY-MM-DD */
export function agreementCard(reader: Reader, agreement: Agreement, today: string): CardContent {
  const { texts, locale } = reader
  const when = dateInWords(locale, agreement.lookOn, today)
  const byKey = agreement.name === '' ? 'agreement.again' : 'agreement.againBy'
  const card = sheetCard(reader, {
    title: texts(locale, 'agreement.title'),
    text: agreement.text,
    sections: [...whoOf(reader, agreement)],
    note: texts(locale, byKey, { name: agreement.name, when }),
    buttons: [button(texts(locale, 'agreement.edit'), 'agreement.edit', { agreementId: agreement.id })],
  })
  return { ...card, foot: agreement.place && placeLine(reader, agreement.place) }
}

/** What became of it, and how to go on. @param line what somebody has said of it; their name may be empty */
export function outcomeCard(
  reader: Reader,
  agreement: Agreement,
  today: string,
  line?: { readonly name: string; readonly text: string },
): CardContent {
  const { texts, locale } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  const { id, outcome, text, dueAt, lookOn, place } = agreement
  const again = (weeks: string) =>
    button(t(`agreement.lookAgain.${weeks}`), 'agreement.again', { agreementId: id, weeks })
  const isToCome = dueAt !== null
  const card = sheetCard(reader, {
    title: outcome ? t(`agreement.outcome.${outcome}.title`) : t('agreement.title'),
    text: textOf(reader, { text }),
    sections: [
      ...whoOf(reader, agreement),
      ...(line && line.text !== '' ? [{ heading: line.name || t('agreement.line'), text: line.text }] : []),
    ],
    ...(isToCome && { note: t('agreement.again', { when: dateInWords(locale, lookOn, today) }) }),
    buttons: [
      ...(isToCome || outcome !== 'underway' ? [] : [again('2'), again('4')]),
      button(t('channelPrompt.another'), 'channel.another', { discussionId: id }),
    ],
  })
  return { ...card, foot: place && placeLine(reader, place) }
}

/** Those of a channel or group chat, each with what became of it. */
export function agreementsCard(reader: Reader, agreements: readonly Agreement[], today: string): CardContent {
  const { texts, locale } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  const shown = agreements.slice(0, mostShown)
  const more = agreements.length - shown.length
  return sheetCard(reader, {
    title: t('agreement.list.title'),
    text: agreements.length === 0 ? t('agreement.list.none') : '',
    sections: shown.map((agreement) => ({
      heading: headingOf(reader, agreement, today),
      text: [shortened(textOf(reader, agreement), mostOfEach), ...whoLine(reader, agreement)].join('\n'),
    })),
    ...(more > 0 && { note: t(more === 1 ? 'agreement.list.moreOne' : 'agreement.list.more', { n: more }) }),
    buttons: [button(t('channelPrompt.askFor'), 'prompt.request', { statementIds: [] })],
  })
}

const mostShown = 10
const mostOfEach = 300

function headingOf(
  { texts, locale }: SheetReader,
  { outcome, lastOutcome, dueAt, lookOn, createdAt }: Agreement,
  today: string,
) {
  const at = dateInWords(locale, createdAt.slice(0, 10), today)
  const state = outcome ?? (dueAt === null ? (lastOutcome ?? 'unsaid') : 'open')
  return texts(locale, `agreement.list.${state}`, { at, when: dateInWords(locale, lookOn, today) })
}

function textOf({ texts, locale }: SheetReader, { text }: Pick<Agreement, 'text'>): string {
  return text === '' ? texts(locale, 'agreement.deleted') : text
}

function whoOf({ texts, locale }: SheetReader, { who }: Agreement) {
  return who === '' ? [] : [{ heading: texts(locale, 'agreement.who'), text: who }]
}

function whoLine({ texts, locale }: SheetReader, { who }: Agreement): string[] {
  return who === '' ? [] : [texts(locale, 'agreement.whoLine', { who })]
}
