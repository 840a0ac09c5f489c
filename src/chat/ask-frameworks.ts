import { isHr } from '../caller/access'
import { meetWithCare, readTrouble } from './care'
import { type Reply, send } from './reply'
import type { Turn } from './turn'

/** Answers a question from the frameworks; remembers what it was about, for a follow-up. */
export function askFrameworks(turn: Turn, text: string): Reply | Promise<Reply> {
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
  return send(turn.answerCards(reading, reader, turn.isPersonal && isHr(ctx)))
}
