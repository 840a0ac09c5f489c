import type { Button } from './button'
import type { choiceList } from './choice-list'
import { paragraphs } from './plain-text'
import type { Reader } from './reader'
import type { CardContent } from './render'

export interface PicksSheet {
  readonly title: string
  /** A paragraph each. */
  readonly lines: readonly string[]
  /** What narrows down what there is to pick. */
  readonly choices?: readonly ReturnType<typeof choiceList>[]
  /** Some of many, under headings of their own. */
  readonly picks: readonly ReturnType<typeof choiceList>[]
  readonly buttons: readonly Button[]
}

/** A heading, a text, lists of which some may be picked, and buttons. */
export function picksCard(
  { texts, locale }: Pick<Reader, 'texts' | 'locale'>,
  { title, lines, choices = [], picks, buttons }: PicksSheet,
): CardContent {
  return {
    name: 'pick-card',
    data: {
      lang: locale,
      title,
      lines: paragraphs(lines.join('\n')),
      choices,
      picks,
      actions: buttons,
      fallbackText: texts(locale, 'card.fallback', { title }),
      speak: [title, ...lines].join('. '),
    },
    summary: title,
  }
}
