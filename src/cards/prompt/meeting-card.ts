import type { MeetingKit } from '../../prompts/choosing/meeting-kit'
import { type ActionData, type Button, button, primary } from '../kit/button'
import { noticeCard } from '../kit/notice-card'
import { escapeMarkdown, inert } from '../kit/plain-text'
import { isRetold, promptPoint } from '../kit/point'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { shortened } from '../kit/shortened'
import { meetingParts } from './meeting-parts'
import { type ChannelPlace, placeLine } from './place-line'
import { saidTopic } from './prompt-why'

export interface Meeting {
  readonly kit: MeetingKit
  /** As asked for; empty: what the group shares, or one that was sent on. */
  readonly topic: string
}

/** Where the card stands: in one's own chat it becomes a file; among others it starts the talk. `sentTo`: who has it in their own chat by now. */
export type MeetingPlace =
  | { readonly isPersonal: true }
  | { readonly isPersonal: false; readonly sentTo?: string | undefined; readonly place?: ChannelPlace | undefined }

/** A meeting of twenty minutes, from the framework's own points. */
export function meetingCard(reader: Reader, { kit, topic }: Meeting, place: MeetingPlace): CardContent {
  const { texts, locale } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  const parts = meetingParts(reader, kit)
  const title = meetingTitle(reader, topic)
  const total = parts.reduce((sum, { minutes }) => sum + minutes, 0)
  const notes = [
    ...(isRetold(parts.flatMap(({ points }) => points)) ? [t('insert.retold')] : []),
    ...(place.isPersonal ? [t('meeting.toChannel')] : []),
    ...(!place.isPersonal && place.sentTo !== undefined ? [t('meeting.sentTo', { name: place.sentTo })] : []),
  ]
  return {
    name: 'meeting-card',
    data: {
      lang: locale,
      title: escapeMarkdown(title),
      lead: t('meeting.lead', { minutes: total }),
      parts: parts.map((part, i) => ({
        heading: escapeMarkdown(t('meeting.part', { n: i + 1, heading: part.heading })),
        minutes: t('meeting.minutes', { minutes: part.minutes }),
        lines: part.lines.map(inert),
        points: part.points.map((point) => promptPoint(point, reader)),
        questions: part.questions.map(inert),
        below: part.below.map(inert),
      })),
      notes: notes.map(escapeMarkdown),
      actions: buttonsOf(reader, { kit, topic }, place),
      fallbackText: t('card.fallback', { title: inert(title) }),
      speak: inert([title, ...parts.flatMap(({ heading, questions }) => [heading, ...questions])].join('. ')),
    },
    summary: inert(title),
    foot: !place.isPersonal && place.place ? placeLine(reader, place.place) : undefined,
  }
}

function meetingTitle({ texts, locale }: Pick<Reader, 'texts' | 'locale'>, topic: string): string {
  return topic === ''
    ? texts(locale, 'meeting.title')
    : texts(locale, 'meeting.titleAbout', { topic: saidTopic(topic) })
}

/** Nothing that was typed: a file that is offered is remembered by these, too. */
export function kitIds({
  promptId,
  roundId,
  pitfallId,
}: MeetingKit): Record<'promptId' | 'roundId' | 'pitfallId', string> {
  return { promptId, roundId: roundId ?? '', pitfallId: pitfallId ?? '' }
}

function buttonsOf({ texts, locale }: Reader, { kit, topic }: Meeting, place: MeetingPlace): Button[] {
  const data: ActionData = { ...kitIds(kit), topic: saidTopic(topic) }
  if (place.isPersonal) return [primary(button(texts(locale, 'meeting.file'), 'meeting.file', kitIds(kit)))]
  return [
    primary(button(texts(locale, 'meeting.start'), 'meeting.start', data)),
    button(texts(locale, 'meeting.send'), 'meeting.send', data),
  ]
}

const mostThemes = 3
/** As much as a button shows. */
const mostOfTheme = 40

/** Asks what the meeting is to be about, or says that nothing is on what was asked for. @param topic empty: none was */
export function meetingTopicCard(
  { texts, locale }: Pick<Reader, 'texts' | 'locale'>,
  topic: string,
  themes: readonly string[],
): CardContent {
  const key = topic === '' ? 'meeting.ask' : 'meeting.none'
  return noticeCard({
    locale,
    title: texts(locale, `${key}.title`, { topic: saidTopic(topic) }),
    text: texts(locale, `${key}.text`),
    buttons: themes
      .slice(0, mostThemes)
      .map((theme) => button(inert(shortened(theme, mostOfTheme)), 'meeting.make', { topic: theme })),
  })
}
