import { packSaid, type SaidSoFar } from '../../answers/expectations/said-so-far'
import { mostLines, suggestedText, type TalkSide, talkSides } from '../../answers/expectations/talk-lines'
import { partnerKey } from '../../answers/expectations/talk-partners'
import type { TalkPoints } from '../../answers/expectations/talk-points'
import type { Point } from '../../framework/library'
import { button, primary, withoutInputs } from '../kit/button'
import { choiceList } from '../kit/choice-list'
import { picksCard } from '../kit/picks-card'
import { inertEitherWay } from '../kit/plain-text'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { shortened } from '../kit/shortened'
import { rolesInWords, type TalkBetween, talkTitle } from './talk-in-words'

/** On each side at a time: more is a wall. */
const mostShown = 5
/** Enough to know a point by; the whole of it stands where it is put in one's own words. */
const mostOfPoint = 130

export interface TalkPickView extends TalkBetween {
  /** All there are, best first. */
  readonly points: TalkPoints
  /** What is chosen so far, on either side. */
  readonly chosen: Readonly<Record<TalkSide, readonly Point[]>>
  /** Which of the others are shown, from 0. */
  readonly page: number
  /** What was written before the leader came back here; it goes along in the buttons. */
  readonly said: SaidSoFar
  /** Of the talk that is edited; absent: a new one. */
  readonly reflectionId?: string | undefined
}

/** Where the leader chooses what to talk about: some points of each side, those chosen on top. */
export function talkPickCard(reader: Reader, view: TalkPickView): CardContent {
  const { texts, locale } = reader
  const { partner, points, chosen, page } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const shown = talkSides.map((side) => ({
    side,
    points: [...chosen[side], ...pageOf(points[side], chosen[side], page)],
  }))
  const said = packSaid(view.said)
  const { reflectionId } = view
  const data = { withRole: partnerKey(partner), ...(said !== '' && { said }), ...(reflectionId && { reflectionId }) }
  const hasMore = talkSides.some((side) => points[side].length > mostShown)
  return picksCard(reader, {
    title: talkTitle(reader, partner),
    lines: [rolesInWords(reader, view), t('expect.pick.text', { most: mostLines })],
    picks: shown.map(({ side, points }) =>
      choiceList({
        id: `${side}Ids`,
        label: t(`expect.${side}`),
        error: t('expect.pick.error'),
        value: chosen[side].map(({ id }) => id).join(','),
        choices: points.map((point) => ({
          title: inertEitherWay(shortened(suggestedText(side, point), mostOfPoint)),
          value: point.id,
        })),
      }),
    ),
    buttons: [
      primary(button(t('expect.with.next'), 'expect.word', data)),
      ...(hasMore ? [button(t('expect.pick.more'), 'expect.more', { ...data, page: String(page + 1) })] : []),
      withoutInputs(button(t('expect.pick.other'), 'expect.ask')),
    ],
  })
}

/** The next of those that are not chosen; after the last it begins again. */
function pageOf(points: readonly Point[], chosen: readonly Point[], page: number): readonly Point[] {
  const others = points.filter(({ id }) => !chosen.some((each) => each.id === id))
  const pages = Math.max(1, Math.ceil(others.length / mostShown))
  const at = (page % pages) * mostShown
  return others.slice(at, at + mostShown)
}
