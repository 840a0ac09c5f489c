import { escapeMarkdown, inert } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'

export interface JournalList {
  readonly title: string
  readonly text: string
  /** Lines that lead elsewhere, each a press: to prompts that wait, to a new note. */
  readonly rows?: readonly object[]
  readonly sections: readonly object[]
  readonly actions: readonly object[]
  /** Instead of the title and that this Teams cannot show the card. */
  readonly fallbackText?: string
  /** Instead of the title. */
  readonly summary?: string
}

/** What every list of the journal is shown on: the answers, those that a search finds, and the prompts that wait. */
export function journalList({ texts, locale }: Reader, list: JournalList): CardContent {
  const { title, text, rows = [], sections, actions, summary = title } = list
  const { fallbackText = texts(locale, 'card.fallback', { title: inert(title) }) } = list
  return {
    name: 'reflections-card',
    data: {
      lang: locale,
      title: escapeMarkdown(title),
      text: escapeMarkdown(text),
      rows,
      sections,
      actions,
      fallbackText,
      speak: inert(`${title}. ${text}`),
    },
    summary,
  }
}
