import { noteDiscussionCard } from '../channels/discussion'
import { noteTeamRhythmCard } from '../channels/team-rhythm'
import { noteReflectionCard } from '../journal/note-reflection-card'
import { noteOwnCards } from '../people/note-own-cards'
import { noted } from './noted'
import type { Reply } from './reply'
import type { Turn } from './turn'

/** Remembers, before it happens, that the pressed card is about to show words of the person's own. Never throws. */
export async function noteReplacing(turn: Turn, { how, holds }: Reply): Promise<void> {
  // A verb that changes a reflection has noted the pressed card in the same write.
  if (how !== 'replace' || holds !== 'own' || turn.pressedId === undefined) return
  await noteHolding(turn, holds, [turn.pressedId])
}

/**
 * Remembers what a reply has left in the chat: the messages that show words of the person's own, so that they can be emptied,
 * what a text typed next may be meant for, and where the card of a discussion stands. Never throws.
 * @param ids of the messages that were put there; none where the pressed card was replaced
 */
export async function noteSent(
  turn: Turn,
  { how, holds, awaits, opens, tells }: Reply,
  ids: readonly string[],
): Promise<void> {
  const { leaderId } = turn.ctx.caller
  if (awaits === 'care') turn.lastActs.cared(leaderId)
  else if (awaits) {
    if ('offer' in awaits) turn.lastActs.offered(leaderId, { ...awaits.offer, messageId: turn.messageId, cardIds: ids })
    else turn.lastActs.promptShown(leaderId, awaits.reflectionId)
  }
  const [first] = ids
  if (opens && first) await noted(turn.ctx, () => noteDiscussionCard(turn.ctx, opens, first))
  const told = how === 'replace' ? turn.pressedId : first
  if (tells && told) await noted(turn.ctx, () => noteTeamRhythmCard(turn.ctx, turn.conversation, told))
  if (holds && ids.length > 0) await noteHolding(turn, holds, ids)
}

async function noteHolding({ ctx }: Turn, holds: NonNullable<Reply['holds']>, ids: readonly string[]): Promise<void> {
  await noted(ctx, () => (holds === 'own' ? noteOwnCards(ctx, ids) : noteReflectionCard(ctx, holds.reflectionId, ids)))
}
