import { button } from '../kit/button'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'

/** What was sent, word for word, and the only way to take it back: nothing else tells whose it is. */
export function missSentCard(reader: SheetReader, feedbackId: string, question: string): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  return sheetCard(reader, {
    title: t('miss.sent.title'),
    text: t('miss.sent.text'),
    sections: [{ heading: t('miss.question.label'), text: question }],
    buttons: [button(t('miss.sent.takeBack'), 'miss.takeBack', { feedbackId })],
  })
}
