import { excerptOf as foundIn } from '../../journal/reading/excerpt'
import { type JournalEntry, writtenIn } from '../../journal/reading/journal-entry'
import type { JournalHit } from '../../journal/reading/journal-search'
import { button } from '../kit/button'
import { foldable } from '../kit/foldable'
import { longDate } from '../kit/local-time'
import { escapeMarkdown, inert, paragraphs } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { SheetReader } from '../kit/sheet-card'
import { shortened } from '../kit/shortened'

/** Of a long answer, this much shows until it is unfolded. */
const excerptCharacters = 280

/** An entry of the list: when, the question, the answer, and the way back to its card. @param id unique in the card */
export function itemData(entry: JournalEntry, id: string, reader: Reader) {
  const { texts, locale } = reader
  const { text, second } = entry
  const excerpt = beginningOf(text)
  const title = texts(locale, 'reflections.showOrHide', { date: dateIn(entry, reader) })
  return {
    ...headData(entry, reader),
    answer: excerpt === undefined ? paragraphs(text) : [],
    found: [],
    second: second === undefined ? [] : [{ question: inert(second.question), answer: paragraphs(second.text) }],
    long: excerpt === undefined ? [] : [longData(id, excerpt, text, title, reader)],
  }
}

/** An entry that was searched for: the place where the words stand. */
export function hitData({ entry, marks }: JournalHit, reader: Reader) {
  const runs = foundIn(writtenIn(entry), marks).map(({ text, isHit }) => ({
    type: 'TextRun',
    text: inert(text),
    ...(isHit && { weight: 'Bolder', underline: true }),
  }))
  return { ...headData(entry, reader), answer: [], found: [{ runs }], second: [], long: [] }
}

function headData(entry: JournalEntry, reader: Reader) {
  const { texts, locale } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  const date = dateIn(entry, reader)
  const { title, data, submitData } = button(t('journal.openOne', { date }), 'prompt.show', { reflectionId: entry.id })
  return {
    when: inert(
      [
        date,
        ...(entry.scale === undefined ? [] : [t('journal.scale', { scale: entry.scale })]),
        ...(entry.shared === undefined ? [] : [t(`journal.shared.${entry.shared}`)]),
      ].join(' · '),
    ),
    question: inert(entryQuestion(entry, reader)),
    open: { title, data, submitData, text: escapeMarkdown(t('journal.open')) },
  }
}

/** What stands above an entry: the question it answers, or that it is a note. */
export function entryQuestion(
  { question, isNote }: Pick<JournalEntry, 'question' | 'isNote'>,
  { texts, locale }: SheetReader,
): string {
  if (isNote) return texts(locale, 'ownNote.one')
  return question === '' ? texts(locale, 'reflections.promptGone') : question
}

/** Who else has seen what is shown: nobody, or those whom the marks tell of. */
export function seenBy(entries: readonly JournalEntry[], { texts, locale }: Reader): string {
  if (entries.some(({ shared }) => shared !== undefined)) return texts(locale, 'reflections.partlyShared')
  return texts(locale, entries.length === 1 ? 'reflections.privateOne' : 'reflections.private')
}

function dateIn({ at }: JournalEntry, { locale, timeZone }: Reader): string {
  return longDate(locale, timeZone, at)
}

/** An excerpt that gives way to the whole. */
function longData(id: string, excerpt: string, text: string, title: string, { texts, locale }: Reader) {
  const excerptId = `${id}-excerpt`
  const { isOpen, toggle } = foldable(id, false, '', title)
  return {
    id,
    isOpen,
    excerptId,
    excerpt: inert(excerpt),
    full: paragraphs(text),
    toggle: toggle.map((row) => ({
      ...row,
      targets: [...row.targets, excerptId],
      more: texts(locale, 'reflections.showAll'),
      less: texts(locale, 'reflections.showLess'),
    })),
  }
}

/** The beginning of a long answer, cut between words; undefined when the whole is short. */
function beginningOf(text: string): string | undefined {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= excerptCharacters * 1.2) return undefined
  return shortened(flat, excerptCharacters)
}
