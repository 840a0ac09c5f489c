import type { Locale, Texts } from '../../texts'
import type { Button } from './button'
import { escapeMarkdown, inert, paragraphs } from './plain-text'
import type { CardContent } from './render'

/** Who reads, for cards that know no framework. */
export interface SheetReader {
  readonly texts: Texts
  readonly locale: Locale
}

export interface Sheet {
  readonly title: string
  /** Shown as it stands; a line break begins a paragraph. */
  readonly text: string
  readonly sections?: readonly { readonly heading: string; readonly text: string }[]
  /** One field of text, called `text`. */
  readonly field?: {
    /** For a few words, such as a name. */
    readonly isOneLine?: boolean
    readonly label: string
    readonly placeholder: string
    readonly error: string
    readonly value?: string
  }
  /** One of several, or some with `isMany`; without a `value` the placeholder shows. */
  readonly choice?: {
    readonly id: string
    readonly isMany?: boolean
    readonly label: string
    readonly placeholder?: string
    readonly error: string
    readonly value?: string
    readonly choices: readonly { readonly title: string; readonly value: string }[]
  }
  /** Several choices, in place of one. */
  readonly choices?: readonly NonNullable<Sheet['choice']>[]
  /** One small line below. */
  readonly note?: string
  readonly buttons: readonly Button[]
  /** For clients that cannot show the card: what can be typed instead. */
  readonly fallbackText?: string
}

/** A heading, a text, parts with headings of their own, perhaps a field or a choice, and buttons. */
export function sheetCard({ texts, locale }: SheetReader, sheet: Sheet): CardContent {
  const { title, text, sections = [], field, note, choice, choices = choice ? [choice] : [], buttons } = sheet
  return {
    name: 'sheet-card',
    data: {
      lang: locale,
      title: escapeMarkdown(title),
      lines: paragraphs(text),
      sections: sections.map((section) => ({
        heading: escapeMarkdown(section.heading),
        lines: paragraphs(section.text),
      })),
      fields: field ? [{ value: '', ...field, isMultiline: field.isOneLine !== true, label: inert(field.label) }] : [],
      choiceSets: choices.map(choiceData),
      notes: note === undefined ? [] : [escapeMarkdown(note)],
      actions: buttons,
      fallbackText: sheet.fallbackText ?? texts(locale, 'card.fallback', { title: inert(title) }),
      speak: inert([title, text].filter((part) => part !== '').join('. ')),
    },
    summary: title,
  }
}

function choiceData(choice: NonNullable<Sheet['choice']>) {
  const choices = choice.choices.map((each) => ({ ...each, title: inert(each.title) }))
  return { placeholder: '', value: '', isMany: false, ...choice, label: inert(choice.label), choices }
}
