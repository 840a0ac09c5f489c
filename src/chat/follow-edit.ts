import { notice } from '../cards/kit/notice-card'
import { answerTyped } from './answer-typed'
import { meetWithCare, readTrouble } from './care'
import type { StandingOffer } from './last-acts'
import type { Reply } from './reply'
import type { Turn } from './turn'

// An edit and a deletion are about a message that was answered before. What was said to it stands, but for the offer to keep it as an
// answer: nothing is kept that its writer has changed or taken back.

/** What follows from the edit of a message: the offer is made anew with the words that stand now. */
export async function followEdit(turn: Turn, messageId: string, text: string): Promise<Reply[]> {
  const trouble = readTrouble(turn, text)
  const offer = offerOn(turn, messageId)
  if (offer) await retract(turn, offer, text === '' ? 'offerDeleted' : 'offerEdited')
  if (trouble) return [await meetWithCare(turn, trouble)]
  // "Gem" would keep the words that were edited away.
  const isAnswer = text !== '' && !turn.ctx.knowledge.readConsent(text)
  return offer && isAnswer ? answerTyped(turn, text) : []
}

/** A deleted message is not kept: the offer goes with it. */
export async function followDeletion(turn: Turn, messageId: string): Promise<void> {
  const offer = offerOn(turn, messageId)
  if (offer) await retract(turn, offer, 'offerDeleted')
}

function offerOn({ before }: Turn, messageId: string): StandingOffer | undefined {
  return before?.offer?.messageId === messageId ? before.offer : undefined
}

/** Its button holds the words as they were. */
async function retract(turn: Turn, { cardIds }: StandingOffer, key: 'offerEdited' | 'offerDeleted'): Promise<void> {
  const { ctx, leader, lastActs, otherChats, reader } = turn
  lastActs.next(ctx.caller.leaderId)
  const { conversation } = leader
  const last = cardIds.at(-1)
  if (conversation && last !== undefined) await otherChats.replace(conversation, last, notice(reader, key))
}
