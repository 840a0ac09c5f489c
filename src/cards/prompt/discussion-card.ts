import { idParts, type Prompt } from '../../framework/schema'
import { noticeCard } from '../kit/notice-card'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'

/** A prompt for a group to talk about: there is nothing to fill in, and nothing is stored. */
export function discussionCard({ library, texts, locale }: Reader, prompt: Prompt): CardContent {
  const { framework } = idParts(prompt.id)
  const point = library.point(prompt.statements[0] ?? '')
  const source = point ? `\n\n${library.framework(framework)?.name ?? ''}: ${point.text}` : ''
  const question = locale === 'en' ? prompt.en : prompt.text
  return noticeCard({ locale, title: texts(locale, 'discuss.title'), text: `${question}${source}` })
}
