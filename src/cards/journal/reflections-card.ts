import type { During } from '../../journal/list-reflections'
import { byPlace, type JournalEntry, placeOf } from '../../journal/reading/journal-entry'
import { button } from '../kit/button'
import { monthAndYear } from '../kit/local-time'
import { escapeMarkdown } from '../kit/plain-text'
import { pressRow } from '../kit/press-row'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { areaTitle } from './area-title'
import { datesOf, duringInWords } from './during'
import { itemData, seenBy } from './journal-item'
import { journalList } from './journal-list'
import { waitingRow } from './waiting-card'

export interface ReflectionsView extends Reader {
  /** Answered ones, newest first. */
  readonly entries: readonly JournalEntry[]
  /** Opens the next page; none on the last. */
  readonly cursor?: string | undefined
  readonly isFirstPage: boolean
  /** The one area shown; '' for all. */
  readonly area: string
  readonly total: number
  /** The one time shown, as local dates; nothing: all. */
  readonly during?: During
  /** Prompts that wait for an answer. */
  readonly waiting: number
}

/** A leader's own answers, by month and area. */
export function reflectionsCard(view: ReflectionsView): CardContent {
  return journalList(view, {
    title: view.texts(view.locale, 'reflections.title'),
    text: textOf(view),
    rows: [...waitingRow(view, view.waiting), ...noteRow(view)],
    sections: byMonth(view),
    actions: buttonsOf(view),
  })
}

function textOf(view: ReflectionsView): string {
  const { entries, isFirstPage, area, total, texts, locale } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const title = areaTitle(view, placeOf(area))
  if (entries.length === 0 && !isFirstPage) return t('reflections.emptyPage')
  if (total === 0 && area !== '') return t('journal.emptyArea', { area: title })
  const time = duringInWords(view, view.during)
  if (time !== '' && total === 0) return t('journal.emptyTime', { time })
  if (entries.length === 0) return t('reflections.empty')
  const seen = seenBy(entries, view)
  if (time !== '') return `${t('journal.timeText', { time, total })} ${seen}`
  return area === '' ? seen : `${t('journal.areaText', { area: title, total })} ${seen}`
}

/** On the first page: a note is written where the others stand. */
function noteRow({ isFirstPage, texts, locale }: ReflectionsView) {
  return isFirstPage ? [pressRow(button(texts(locale, 'ownNote.write'), 'note.write'))] : []
}

/** What pages need comes first; beside the first page stands what else the journal can do. */
function buttonsOf({ entries, cursor, isFirstPage, area, during = {}, texts, locale }: ReflectionsView) {
  const t = (key: string) => texts(locale, key)
  const older = cursor ? [button(t('reflections.older'), 'reflections.list', { cursor, area, ...datesOf(during) })] : []
  const find = button(t('journal.find'), 'reflections.find')
  if (area !== '' || Object.keys(datesOf(during)).length > 0)
    return [...older, button(t('journal.all'), 'reflections.list'), find]
  if (!isFirstPage) return [...older, button(t('reflections.newest'), 'reflections.list'), find]
  if (entries.length === 0)
    return [
      button(t('answer.askMe'), 'prompt.request', { statementIds: [] }),
      button(t('journal.coverage'), 'coverage.show'),
    ]
  return [...older, find, button(t('journal.coverage'), 'coverage.show'), button(t('journal.lus'), 'lus.choose')]
}

function byMonth(view: ReflectionsView) {
  const { entries, locale, timeZone, area } = view
  const months = new Map<string, JournalEntry[]>()
  for (const entry of entries) {
    const heading = monthAndYear(locale, timeZone, entry.at)
    months.set(heading, [...(months.get(heading) ?? []), entry])
  }
  let count = 0
  return [...months].map(([heading, own]) => ({
    headings: [heading],
    groups: [...byPlace(own).values()].map((group) => ({
      // With one area chosen its name stands above all.
      headings: area === '' ? [escapeMarkdown(areaTitle(view, group[0]?.place ?? null))] : [],
      items: group.map((entry) => itemData(entry, `r${count++}`, view)),
    })),
  }))
}
