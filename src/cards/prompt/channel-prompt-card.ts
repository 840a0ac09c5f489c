import type { Channel } from '../../records/channel'
import type { Delivery } from '../../records/delivery'
import { button, primary } from '../kit/button'
import { noticeCard } from '../kit/notice-card'
import { inert, paragraphs } from '../kit/plain-text'
import { promptPoint } from '../kit/point'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'

/** Opens a thread: a question to talk about, with room for an answer that is posted below it. */
export function channelPromptCard(
  reader: Reader,
  { name }: Pick<Channel, 'name'>,
  delivery: Pick<Delivery, 'id' | 'promptId' | 'question' | 'statementIds' | 'answerKeys'>,
): CardContent {
  const { library, texts, locale } = reader
  const t = (key: string, params = {}) => texts(locale, `channelPrompt.${key}`, params)
  const points = delivery.statementIds.flatMap((id) => library.point(id) ?? [])
  // What members write in the thread themselves is not heard, so only answers given by the card are counted.
  const answers = delivery.answerKeys?.length ?? 0
  const question = questionOf(reader, delivery)
  const title = t(delivery.question === undefined ? 'title' : 'titleOwn')
  // The team's own channel has no name.
  const label = name === '' ? t('label') : t('labelIn', { channel: name })
  return {
    name: 'channel-prompt-card',
    data: {
      lang: locale,
      title,
      points: points.map((point) => promptPoint(point, reader)),
      lines: paragraphs(question),
      label: inert(label),
      placeholder: t('placeholder'),
      error: t('fault.empty'),
      count: answers === 0 ? t('answers0') : t(answers === 1 ? 'answers1' : 'answers', { n: answers }),
      hint: t('hint'),
      actions: [primary(button(t('send'), 'channel.answer', { deliveryId: delivery.id }))],
      fallbackText: texts(locale, 'card.fallback', { title: inert(`${title}: ${question}`) }),
      speak: inert(`${title}. ${question}`),
    },
    summary: inert(`${title}: ${question}`),
  }
}

/** In its place once HR has called the question back. What was answered in the thread stays there. */
export function channelCalledBackCard(reader: Reader, delivery: Pick<Delivery, 'promptId' | 'question'>): CardContent {
  const { texts, locale } = reader
  return noticeCard({
    locale,
    title: texts(locale, 'channelPrompt.calledBack.title'),
    text: texts(locale, 'channelPrompt.calledBack.text', { question: questionOf(reader, delivery) }),
  })
}

function questionOf(
  { library, texts, locale }: Reader,
  { promptId, question }: Pick<Delivery, 'promptId' | 'question'>,
): string {
  // HR's own, as HR wrote it.
  if (question !== undefined) return question
  const prompt = library.prompt(promptId)
  if (prompt) return locale === 'en' ? prompt.en : prompt.text
  return texts(locale, 'channelPrompt.noQuestion')
}
