import type { Point } from '../../framework/library'
import type { Prompt } from '../../framework/schema'
import { button, primary } from '../kit/button'
import { inert, paragraphs } from '../kit/plain-text'
import { promptPoint } from '../kit/point'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'

export interface ChannelPromptView extends Reader {
  readonly deliveryId: string
  /** As members know it; empty for the team's own channel. */
  readonly channelName: string
  /** Undefined where it is HR's own question, or no longer in the data. */
  readonly prompt: Prompt | undefined
  /** HR's own. */
  readonly question: string | undefined
  readonly points: readonly Point[]
  /** Given by the card. What members write in the thread themselves is not heard. */
  readonly answers: number
}

/** Opens a thread: a question to talk about, with room for an answer that is posted below it. */
export function channelPromptCard(view: ChannelPromptView): CardContent {
  const { texts, locale, deliveryId, channelName, points, answers } = view
  const t = (key: string, params = {}) => texts(locale, `channelPrompt.${key}`, params)
  const question = questionOf(view)
  const title = t(view.question === undefined ? 'title' : 'titleOwn')
  const label = channelName === '' ? t('label') : t('labelIn', { channel: channelName })
  return {
    name: 'channel-prompt-card',
    data: {
      lang: locale,
      title,
      points: points.map((point) => promptPoint(point, view)),
      lines: paragraphs(question),
      label: inert(label),
      placeholder: t('placeholder'),
      error: t('fault.empty'),
      count: answers === 0 ? t('answers0') : t(answers === 1 ? 'answers1' : 'answers', { n: answers }),
      hint: t('hint'),
      actions: [primary(button(t('send'), 'channel.answer', { deliveryId }))],
      fallbackText: texts(locale, 'card.fallback', { title: inert(`${title}: ${question}`) }),
      speak: inert(`${title}. ${question}`),
    },
    summary: inert(`${title}: ${question}`),
  }
}

function questionOf({ texts, locale, prompt, question }: ChannelPromptView): string {
  if (question !== undefined) return question
  if (prompt) return locale === 'en' ? prompt.en : prompt.text
  return texts(locale, 'channelPrompt.noQuestion')
}
