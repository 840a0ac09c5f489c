import { isHr } from '../caller/access'
import { meetWithCare, readTrouble } from './care'
import type { Keeping } from './prompts/offer-to-keep'
import { type Reply, send } from './reply'
import type { Turn } from './turn'

/** Of a typed text no more is read. */
export const mostTyped = 2_000

/**
 * Answers a question from the frameworks; remembers what it was about, for a follow-up.
 * @param keeping offers to keep the text as the answer to an open prompt, too
 */
export function askFrameworks(turn: Turn, text: string, keeping?: Keeping): Reply | Promise<Reply> {
  const trouble = readTrouble(turn, text)
  if (trouble) return meetWithCare(turn, trouble)
  const { ctx, leader, reader } = turn
  const previous = turn.lastTurns.get(turn.conversationId, ctx.caller.leaderId)
  // Among others the leader's municipality may help an answer along, but their role is nobody else's business.
  const profile = turn.isPersonal ? leader : { framework: leader.framework }
  const reading = ctx.knowledge.interpret(text, { profile, previous, home: ctx.config.municipality ?? undefined })
  // What was answered as to a stranger is nothing to lean on once the profile can be read again.
  if (reading.context && turn.isProfileRead)
    turn.lastTurns.set(turn.conversationId, ctx.caller.leaderId, reading.context)
  return send(turn.answerCards(reading, reader, { isForHr: turn.isPersonal && isHr(ctx), keeping }), keeping?.follows)
}
