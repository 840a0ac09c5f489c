import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type SaidSoFar, saidInTalk } from '../../answers/expectations/said-so-far'
import { chosenPoints } from '../../answers/expectations/talk-lines'
import { partnerIn, partnerKey } from '../../answers/expectations/talk-partners'
import { talkFormCard } from '../../cards/expectations/talk-form-card'
import { talkPageCard } from '../../cards/expectations/talk-page-card'
import type { CardContent } from '../../cards/kit/render'
import type { reflectionIdInput } from '../../journal/change-reflection'
import { type chosenPointsInput, keepTalk, type keepTalkInput, type pickTalkInput } from '../../journal/keep-talk'
import { showReflection } from '../../journal/show-reflection'
import { talkId } from '../../records/ids'
import type { Reflection } from '../../records/reflection'
import { replaceWithReflection } from '../reflection-reply'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import { pickCard, requireChosen, saidBy } from './pick-points'
import { askPartner, partnerNamed } from './start-talk'
import { talkPlace } from './talk-place'

/** Other points than those shown; what is chosen, and what was written of it, goes along. */
export function showOtherPoints(turn: Turn, picked: z.infer<typeof pickTalkInput>): Reply {
  const place = talkPlace(turn)
  if (!place) return askPartner(turn, {})
  const holds = saidBy(picked).size > 0 ? ({ holds: 'own' } as const) : {}
  return replace(pickCard(turn, place, partnerNamed(place, picked.withRole), picked), holds)
}

/** The form in which the chosen points are said in one's own words. */
export function wordPoints(turn: Turn, picked: z.infer<typeof chosenPointsInput>): Reply {
  if (!talkPlace(turn)) return askPartner(turn, {})
  requireChosen(picked)
  return replace(wordForm(turn, picked), { holds: 'own' })
}

/** The form, with what was said so far. */
export function wordForm(turn: Turn, picked: z.infer<typeof chosenPointsInput>): CardContent {
  return formOf(turn, picked, saidBy(picked))
}

/** Keeps the page, and shows it. */
export async function makePage(turn: Turn, input: z.infer<typeof keepTalkInput>): Promise<Reply> {
  const place = talkPlace(turn)
  if (!place) return askPartner(turn, {})
  const { reader } = turn
  // Who has got another role since still edits what they made in the one before.
  const partner = partnerIn(input.withRole) ?? partnerNamed(place, input.withRole)
  const question = reader.texts(reader.locale, `expect.question.${partner.whom}`)
  return pageReply(
    turn,
    await keepTalk(turn.ctx, input, { own: place.own, partner, question }, turn.pressedId),
    'replace',
  )
}

export async function showPage(turn: Turn, input: z.infer<typeof reflectionIdInput>): Promise<Reply> {
  return pageReply(turn, await showReflection(turn.ctx, input), 'send')
}

/** The form again, with what stands in the page. */
export async function editPage(turn: Turn, input: z.infer<typeof reflectionIdInput>): Promise<Reply> {
  const reflection = await showReflection(turn.ctx, input, turn.pressedId)
  const { talk, id: reflectionId } = reflection
  if (!talk) return pageReply(turn, reflection, 'replace')
  const ids = (side: 'mine' | 'theirs') => talk[side].map(({ statementId }) => statementId).join(',')
  const picked = { reflectionId, withRole: partnerKey({ whom: talk.whom, slug: talk.other }) }
  const card = formOf(turn, { ...picked, mineIds: ids('mine'), theirsIds: ids('theirs') }, saidInTalk(talk))
  return replace(card, { holds: { reflectionId } })
}

/** @throws AppError `not-found` for a page that is none of theirs */
async function pageReply(turn: Turn, reflection: Reflection, how: Reply['how']): Promise<Reply> {
  const { talk, id: reflectionId } = reflection
  if (!talk) return { ...(await replaceWithReflection(turn, reflection)), how }
  const card = talkPageCard(turn.reader, reflection, talk)
  const follows = { holds: { reflectionId } }
  return how === 'send' ? send(card, follows) : replace(card, follows)
}

type Chosen = Pick<z.infer<typeof pickTalkInput>, 'withRole' | 'mineIds' | 'theirsIds'> & {
  reflectionId?: string | undefined
}

function formOf({ ctx, reader }: Turn, chosen: Chosen, said: SaidSoFar): CardContent {
  const { library } = ctx.knowledge
  const { withRole, reflectionId = talkId(randomUUID()) } = chosen
  const points = { mine: chosenPoints(library, chosen.mineIds), theirs: chosenPoints(library, chosen.theirsIds) }
  return talkFormCard(reader, { whom: partnerIn(withRole)?.whom ?? 'leader', withRole, reflectionId, points, said })
}
