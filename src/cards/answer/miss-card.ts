import { missReasons } from '../../records/feedback'
import { button, primary, withoutInputs } from '../kit/button'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'
import type { AboutAnswer } from './about-answer'

/** Asks what was wrong with an answer, and says what is kept of that. */
export function missCard(reader: SheetReader, about: AboutAnswer): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  return sheetCard(reader, {
    title: t('miss.title'),
    text: t('miss.text'),
    choice: {
      id: 'reason',
      label: t('miss.label'),
      placeholder: t('miss.placeholder'),
      error: t('miss.error'),
      choices: missReasons.map((reason) => ({ title: t(`miss.reason.${reason}`), value: reason })),
    },
    buttons: [
      primary(button(t('miss.send'), 'miss.note', { ...about })),
      withoutInputs(button(t('miss.leave'), 'miss.leave')),
    ],
  })
}

/** That it is noted, and that the question can be sent as well. */
export function missNotedCard(reader: SheetReader, feedbackId: string): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  return sheetCard(reader, {
    title: t('miss.noted.title'),
    text: t('miss.noted.text'),
    buttons: [button(t('miss.noted.show'), 'miss.show', { feedbackId })],
  })
}

/** The question as it would be sent, to be read and changed first. */
export function missQuestionCard(reader: SheetReader, feedbackId: string, question: string): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  return sheetCard(reader, {
    title: t('miss.question.title'),
    text: t('miss.question.text'),
    field: {
      label: t('miss.question.label'),
      placeholder: t('miss.question.placeholder'),
      error: t('miss.question.error'),
      value: question,
    },
    buttons: [
      primary(button(t('miss.question.send'), 'miss.send', { feedbackId })),
      withoutInputs(button(t('miss.question.leave'), 'miss.leave')),
    ],
  })
}
