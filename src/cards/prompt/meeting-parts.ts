import type { Point } from '../../framework/library'
import { type MeetingKit, openingPoints } from '../../prompts/choosing/meeting-kit'
import type { Reader } from '../kit/reader'

/** A part of a meeting, as the card and the Word file tell it. */
export interface MeetingPart {
  readonly name: 'opening' | 'round' | 'pitfall' | 'decide'
  readonly heading: string
  readonly minutes: number
  /** What to do. */
  readonly lines: readonly string[]
  readonly points: readonly Point[]
  readonly questions: readonly string[]
  /** What is said of the points. */
  readonly below: readonly string[]
}

/** Twenty together. */
const minutes = { opening: 3, round: 10, pitfall: 4, decide: 3 } as const

/** The parts in their order; what is no longer in the framework is left out. */
export function meetingParts({ library, texts, locale }: Reader, kit: MeetingKit): readonly MeetingPart[] {
  const t = (key: string, params = {}) => texts(locale, key, params)
  const prompt = library.prompt(kit.promptId)
  const points = prompt ? openingPoints(library, prompt) : []
  const point = (id: string | null) => (id === null ? [] : [library.point(id) ?? []].flat())
  const [round, pitfall] = [point(kit.roundId), point(kit.pitfallId)]
  const [question, after] = locale === 'en' ? [prompt?.en, prompt?.thenEn] : [prompt?.text, prompt?.then]
  const [sign] = pitfall.flatMap(({ signs = [] }) => signs)
  return [
    {
      name: 'opening',
      heading: t('meeting.opening'),
      minutes: minutes.opening,
      lines: [t('meeting.opening.text')],
      points,
      questions: question === undefined ? [] : [question],
      below: [],
    },
    {
      name: 'round',
      heading: t('meeting.round'),
      minutes: minutes.round,
      lines: [
        t('meeting.round.text'),
        ...(after === undefined ? [] : [t('meeting.round.after', { question: after })]),
        ...(round.length > 0 ? [t('meeting.round.point')] : []),
      ],
      points: round,
      questions: [],
      below: [],
    },
    {
      name: 'pitfall',
      heading: t(pitfall.length > 0 ? 'meeting.pitfall' : 'meeting.hindrance'),
      minutes: minutes.pitfall,
      lines: [t(pitfall.length > 0 ? 'meeting.pitfall.text' : 'meeting.hindrance.text')],
      points: pitfall,
      questions: [],
      below: sign === undefined ? [] : [t('meeting.pitfall.sign', { sign })],
    },
    {
      name: 'decide',
      heading: t('meeting.decide'),
      minutes: minutes.decide,
      lines: [t('meeting.decide.text')],
      points: [],
      questions: [],
      below: [],
    },
  ]
}
