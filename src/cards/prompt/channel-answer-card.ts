import { noticeCard } from '../kit/notice-card'
import type { CardContent } from '../kit/render'
import type { SheetReader } from '../kit/sheet-card'

/** A member's answer, as everybody in the thread sees it. @param name may be empty */
export function channelAnswerCard({ texts, locale }: SheetReader, name: string, text: string): CardContent {
  const key = name === '' ? 'channelPrompt.postedNameless' : 'channelPrompt.posted'
  return noticeCard({ locale, title: texts(locale, key, { name }), text })
}
