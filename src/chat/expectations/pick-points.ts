import type { z } from 'zod'
import { type SaidSoFar, saidInFields, unpackSaid } from '../../answers/expectations/said-so-far'
import { chosenPoints, mostLines, talkSides } from '../../answers/expectations/talk-lines'
import type { TalkPartner } from '../../answers/expectations/talk-partners'
import { talkPoints } from '../../answers/expectations/talk-points'
import { talkPickCard } from '../../cards/expectations/talk-pick-card'
import type { CardContent } from '../../cards/kit/render'
import { AppError, type Saying } from '../../errors'
import type { pickTalkInput } from '../../journal/keep-talk'
import type { Turn } from '../turn'
import type { TalkPlace } from './talk-place'

type Picked = z.infer<typeof pickTalkInput>

/** The points of either side, with nothing chosen. */
export function firstPick(turn: Turn, place: TalkPlace, partner: TalkPartner): CardContent {
  return pickCard(turn, place, partner, { mineIds: '', theirsIds: '', page: 0, said: '' })
}

/** The same with what has been chosen, and what was said of it before. */
export function pickCard(
  { ctx, reader }: Turn,
  { framework, own }: TalkPlace,
  partner: TalkPartner,
  picked: Pick<Picked, 'mineIds' | 'theirsIds' | 'page' | 'said'> & Partial<Picked>,
): CardContent {
  const { library } = ctx.knowledge
  return talkPickCard(reader, {
    framework,
    own,
    partner,
    points: talkPoints(library, { framework, own, other: partner.slug, whom: partner.whom }),
    chosen: { mine: chosenPoints(library, picked.mineIds), theirs: chosenPoints(library, picked.theirsIds) },
    page: picked.page,
    said: saidBy(picked),
    reflectionId: picked.reflectionId,
  })
}

/** What was said before, with what stands in the fields of the form that was left. */
export function saidBy(picked: Pick<Picked, 'mineIds' | 'theirsIds' | 'said'> & Partial<Picked>): SaidSoFar {
  const ids = { mine: idsIn(picked.mineIds), theirs: idsIn(picked.theirsIds) }
  const { withRole: _, reflectionId: _id, page: _page, said, mineIds: _m, theirsIds: _t, ...fields } = picked
  return saidInFields(unpackSaid(said), fields, ids)
}

/** @throws AppError `invalid` where nothing is chosen, or more than a talk has room for, at the field it is about */
export function requireChosen(picked: Pick<Picked, 'mineIds' | 'theirsIds'>): void {
  const counts = talkSides.map((side) => ({ field: `${side}Ids`, count: idsIn(picked[`${side}Ids`]).length }))
  const [fault, ...others]: Saying[] = counts
    .filter(({ count }) => count > mostLines)
    .map(({ field, count }) => ({ key: 'expect.fault.tooMany', field, params: { most: mostLines, count } }))
  if (fault) throw new AppError('invalid', 'Too many points are chosen', { say: { ...fault, and: others } })
  if (counts.every(({ count }) => count === 0))
    throw new AppError('invalid', 'No point is chosen', { say: { key: 'expect.fault.choose' } })
}

function idsIn(commas: string): string[] {
  return commas.split(',').filter((id) => id.trim() !== '')
}
