import type { RoleIn } from '../answers/reading/role-name'
import { isHr } from '../caller/access'
import { missCard } from '../cards/answer/miss-card'
import type { CardContent } from '../cards/kit/render'
import { meetWithCare, readTrouble } from './care'
import { offerToNewcomer } from './leader/new-role'
import { offerRole } from './leader/offer-role'
import type { Keeping } from './prompts/offer-to-keep'
import { type Reply, send } from './reply'
import type { Turn } from './turn'

/** Of a typed text no more is read. */
export const mostTyped = 2_000

export interface Typing {
  /** The leader's own words, and not a button's: what they say of themselves is meant. */
  readonly isTyped?: boolean
  /** Offers to keep the text as the answer to an open prompt, too. */
  readonly keeping?: Keeping | undefined
}

/** Answers a question from the frameworks; remembers what it was about, for a follow-up. */
export async function askFrameworks(
  turn: Turn,
  text: string,
  { isTyped = false, keeping }: Typing = {},
): Promise<Reply> {
  const trouble = readTrouble(turn, text)
  if (trouble) return meetWithCare(turn, trouble)
  const { ctx, leader, reader, conversationId, isPersonal, place, lastTurns } = turn
  const last = lastTurns.get(conversationId, ctx.caller.leaderId)
  // Among others the leader's municipality may help an answer along, but their role is nobody else's business.
  const profile = isPersonal ? leader : { framework: leader.framework, ...(place?.group && { role: place.group }) }
  const home = ctx.config.municipality ?? undefined
  const reading = ctx.knowledge.interpret(text, { profile, previous: last?.context, home })
  const isMiss = reading.kind === 'talk' && reading.about === 'wrong' && isPersonal
  if (isMiss && last) return send(missCard(reader, last.about))
  const isForHr = isPersonal && isHr(ctx)
  const { card, about, toldRole } = turn.answerCards(reading, reader, { isForHr, isPersonal, place, keeping })
  // What was answered as to a stranger is nothing to lean on once the profile can be read again.
  if (turn.isProfileRead) lastTurns.set(conversationId, ctx.caller.leaderId, { context: reading.context, text, about })
  const isTold = isTyped && isPersonal && turn.isProfileRead
  const below = isTold ? await offerOfRole(turn, toldRole, text) : undefined
  return send(card, { ...keeping?.follows, ...(below && { below }) })
}

/** A role that is told is offered as the profile; who is new in the one they have, what is new in it. */
function offerOfRole(turn: Turn, told: RoleIn | null, text: string): Promise<CardContent | undefined> {
  return told ? offerRole(turn, told, text) : offerToNewcomer(turn, text)
}
