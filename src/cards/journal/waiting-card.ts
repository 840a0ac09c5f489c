import type { WaitingPage } from '../../journal/list-waiting'
import type { Reflection } from '../../records/reflection'
import { button } from '../kit/button'
import { dateOf, dayAndTime } from '../kit/local-time'
import { escapeMarkdown, inert } from '../kit/plain-text'
import { pressRow } from '../kit/press-row'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { reflectionQuestion } from '../prompt/reflection-question'
import { journalList } from './journal-list'

/** The prompts that wait for an answer, each with the way to its card. */
export function waitingCard(reader: Reader, { reflections, cursor, total }: WaitingPage): CardContent {
  const { texts, locale } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  const title = t('waiting.title')
  const items = reflections.map((reflection) => waitingData(reflection, reader))
  return journalList(reader, {
    title,
    text: t('waiting.text', { total }),
    sections: items.length > 0 ? [{ headings: [], groups: [{ headings: [], items }] }] : [],
    actions: [
      ...(cursor ? [button(t('reflections.older'), 'prompt.waiting', { cursor })] : []),
      button(t('button.myReflections'), 'reflections.list'),
    ],
    fallbackText: t('waiting.fallback', { title, total }),
  })
}

function waitingData(reflection: Reflection, reader: Reader) {
  const { texts, locale, timeZone } = reader
  const { id, shownAt, snoozedUntil } = reflection
  const date = dateOf(locale, timeZone, shownAt)
  const when = snoozedUntil && dayAndTime(locale, timeZone, snoozedUntil)
  const title = texts(locale, 'waiting.openOne', { date })
  const { data, submitData } = button(title, 'prompt.show', { reflectionId: id })
  return {
    when: when ? texts(locale, 'waiting.putOff', { date, when }) : date,
    question: inert(reflectionQuestion(reflection, reader)),
    answer: [],
    found: [],
    second: [],
    long: [],
    open: { title, data, submitData, text: escapeMarkdown(texts(locale, 'waiting.open')) },
  }
}

/** The row of the journal that leads to them; none where nothing waits. */
export function waitingRow({ texts, locale }: Reader, total: number) {
  if (total === 0) return []
  const title = texts(locale, 'waiting.row', { total })
  return [pressRow(button(title, 'prompt.waiting'))]
}
