import type { Button } from './button'
import { inert } from './plain-text'

/** A small line at the foot of a card, which can be pressed. */
export interface FootLine {
  /** What it tells; may be empty. */
  readonly text: string
  /** Its title stands behind the text. */
  readonly button: Button
}

/** Puts the line below all else in an expanded card. What stands in the card's fields is neither checked nor taken along by it. */
export function withFootLine(
  card: Readonly<Record<string, unknown>>,
  { text, button: { title, verb, data, submitData } }: FootLine,
): Readonly<Record<string, unknown>> {
  const small = { type: 'TextRun', size: 'Small' }
  const line = {
    type: 'Container',
    spacing: 'Medium',
    selectAction: {
      type: 'Action.Execute',
      title,
      verb,
      data,
      associatedInputs: 'none',
      fallback: { type: 'Action.Submit', title, data: submitData, associatedInputs: 'none' },
    },
    items: [
      {
        type: 'RichTextBlock',
        inlines: [
          ...(text === '' ? [] : [{ ...small, isSubtle: true, text: `${inert(text)} ` }]),
          { ...small, color: 'Accent', text: inert(title) },
        ],
      },
    ],
  }
  return { ...card, body: [...((card.body ?? []) as readonly object[]), line] }
}
