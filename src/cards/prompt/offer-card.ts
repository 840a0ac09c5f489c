import type { Reflection } from '../../records/reflection'
import { askButton, button, primary } from '../kit/button'
import { inert } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { reflectionQuestion } from './reflection-question'

export interface OfferView {
  readonly reflection: Reflection
  /** What was typed. */
  readonly text: string
}

/** Offers to keep what a leader typed right after a prompt as its answer. It is answered as nothing else, so there is a way to have that. */
export function offerCard(reader: Reader, { reflection, text }: OfferView): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const question = reflectionQuestion(reflection, reader)
  const { id: reflectionId, revision = 0 } = reflection
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
      askButton(text, t('offer.ask')),
    ],
    fallbackText: t('offer.fallback', { question: inert(question) }),
  })
}
