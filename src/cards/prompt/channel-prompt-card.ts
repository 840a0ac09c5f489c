import type { Discussion } from '../../records/discussion'
import { type Button, button, primary, withoutInputs } from '../kit/button'
import { noticeCard } from '../kit/notice-card'
import { inert, paragraphs } from '../kit/plain-text'
import { promptPoint } from '../kit/point'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { placeLine } from './place-line'

/** What of a discussion its card shows. */
type Shown = Pick<
  Discussion,
  | 'id'
  | 'promptId'
  | 'question'
  | 'statementIds'
  | 'keys'
  | 'state'
  | 'startedBy'
  | 'startedName'
  | 'isRegular'
  | 'placeName'
  | 'place'
>

/** A question to talk about, with room for an answer that is posted below it, and for what comes of it. */
export function channelPromptCard(reader: Reader, discussion: Shown): CardContent {
  if (discussion.state === 'calledBack') return channelCalledBackCard(reader, discussion)
  const { library, texts, locale } = reader
  const t = (key: string, params = {}) => texts(locale, `channelPrompt.${key}`, params)
  const points = discussion.statementIds.flatMap((id) => library.point(id) ?? [])
  const question = questionOf(reader, discussion)
  const title = t(discussion.question === undefined ? 'title' : 'titleOwn')
  const isOpen = discussion.state === 'open'
  return {
    name: 'channel-prompt-card',
    data: {
      lang: locale,
      title,
      points: points.map((point) => promptPoint(point, reader)),
      lines: paragraphs(question),
      fields: isOpen ? [fieldOf(reader, discussion)] : [],
      count: countOf(reader, discussion),
      hints: [
        ...startOf(reader, discussion),
        isOpen ? t('hint') : texts(locale, `channelPrompt.ended.${discussion.state}`),
      ].map(inert),
      actions: isOpen ? buttonsOf(reader, discussion) : [button(t('another'), 'channel.another', idOf(discussion))],
      fallbackText: texts(locale, 'card.fallback', { title: inert(`${title}: ${question}`) }),
      speak: inert(`${title}. ${question}`),
    },
    summary: inert(`${title}: ${question}`),
    foot: discussion.place && placeLine(reader, discussion.place),
  }
}

function fieldOf({ texts, locale }: Reader, { placeName }: Shown) {
  const t = (key: string, params = {}) => texts(locale, `channelPrompt.${key}`, params)
  // A team's own channel has no name, nor has a group chat.
  const label = placeName === '' ? t('label') : t('labelIn', { channel: placeName })
  return { label: inert(label), placeholder: t('placeholder'), error: t('fault.empty') }
}

function buttonsOf({ texts, locale }: Reader, discussion: Shown): Button[] {
  const t = (key: string) => texts(locale, `channelPrompt.${key}`)
  return [
    primary(button(t('send'), 'channel.answer', idOf(discussion))),
    withoutInputs(button(t('another'), 'channel.another', idOf(discussion))),
    withoutInputs(button(t('end'), 'channel.askEnd', idOf(discussion))),
    ...(discussion.isRegular ? [withoutInputs(button(t('regularChange'), 'teamRhythm.show'))] : []),
  ]
}

const idOf = ({ id }: Shown) => ({ discussionId: id })

/** What members write in the thread themselves is not heard, so only those who answer by the card are counted. */
function countOf({ texts, locale }: Reader, { keys }: Shown): string {
  const key = keys.length === 0 ? 'answers0' : keys.length === 1 ? 'answers1' : 'answers'
  return texts(locale, `channelPrompt.${key}`, { n: keys.length })
}

/** Who asked for it; of a campaign's question it is said that HR did, where the question is HR's own. */
function startOf({ texts, locale }: Reader, { startedBy, startedName: name, isRegular }: Shown): string[] {
  if (isRegular) return [texts(locale, name === '' ? 'channelPrompt.regular' : 'channelPrompt.regularBy', { name })]
  return startedBy === null || name === '' ? [] : [texts(locale, 'channelPrompt.startedBy', { name })]
}

/** In its place once HR has called the question back. What was answered in the thread stays there. */
export function channelCalledBackCard(reader: Reader, asked: Pick<Shown, 'promptId' | 'question'>): CardContent {
  const { texts, locale } = reader
  return noticeCard({
    locale,
    title: texts(locale, 'channelPrompt.calledBack.title'),
    text: texts(locale, 'channelPrompt.calledBack.text', { question: questionOf(reader, asked) }),
  })
}

function questionOf(
  { library, texts, locale }: Reader,
  { promptId, question }: Pick<Shown, 'promptId' | 'question'>,
): string {
  // HR's own, as HR wrote it.
  if (question !== undefined) return question
  const prompt = library.prompt(promptId)
  if (prompt) return locale === 'en' ? prompt.en : prompt.text
  return texts(locale, 'channelPrompt.noQuestion')
}
