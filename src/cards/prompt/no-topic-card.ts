import { button } from '../kit/button'
import { noticeCard } from '../kit/notice-card'
import { inert } from '../kit/plain-text'
import type { CardContent } from '../kit/render'
import type { SheetReader } from '../kit/sheet-card'
import { saidTopic } from './prompt-why'

export interface NoTopic {
  /** As asked for. */
  readonly topic: string
  /** At most two: what there is a question on, close to it. */
  readonly near: readonly string[]
  /** Whether it was looked for in the reader's own framework, and not in all. */
  readonly isAtHome: boolean
  /** Asked for by several. */
  readonly isGroup?: boolean
}

/** There is no prompt on what was asked for: said so, with others to choose. */
export function noTopicCard({ texts, locale }: SheetReader, { topic, near, isAtHome, isGroup }: NoTopic): CardContent {
  const t = (key: string, params = {}) => texts(locale, `prompt.noTopic.${key}`, params)
  return noticeCard({
    locale,
    title: t(isAtHome ? 'title' : 'titleAnywhere', { topic: saidTopic(topic) }),
    text: t(`${near.length > 0 ? 'textNear' : 'text'}${isGroup ? 'Us' : ''}`),
    buttons: [
      button(t('other'), 'prompt.request', { statementIds: [] }),
      ...near.map((name) => button(inert(t('near', { topic: name })), 'prompt.request', { topic: name })),
    ],
  })
}
