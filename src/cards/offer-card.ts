import type { Reflection } from '../store/containers'
import { button, primary } from './button'
import type { CardContent } from './render'
import { type SheetReader, sheetCard } from './sheet-card'

/** Offers to keep what a leader typed as a message as the answer to the prompt that stands open. */
export function offerCard(
  reader: SheetReader,
  { id: reflectionId, revision = 0 }: Reflection,
  question: string,
  text: string,
): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  return sheetCard(reader, {
    title: t('offer.title'),
    text: t('offer.text'),
    sections: [
      { heading: t('prompt.answered.question'), text: question },
      { heading: t('prompt.answered.answer'), text },
    ],
    buttons: [
      primary(button(t('offer.keep'), 'prompt.answer', { reflectionId, revision: String(revision), text })),
      button(t('offer.edit'), 'prompt.edit', { reflectionId, text }),
    ],
  })
}
