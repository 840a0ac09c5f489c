import type { z } from 'zod'
import { earlierCard } from '../../cards/journal/earlier-card'
import { notice } from '../../cards/kit/notice-card'
import { askAgain, type askAgainInput, stopAsking } from '../../journal/ask-again'
import type { reflectionIdInput } from '../../journal/change-reflection'
import { findEarlier } from '../../journal/find-earlier'
import { entryOf } from '../../journal/read-journal'
import { showReflection } from '../../journal/show-reflection'
import { replaceWithReflection } from '../reflection-reply'
import { type Reply, send } from '../reply'
import type { Turn } from '../turn'
import type { typedPromptInput } from './answer-prompt'

/**
 * Shows below what the leader wrote last about what a prompt asks: only when they press for it, and not to somebody who has just been met
 * with people to turn to. What they have typed into the prompt's card stays in it.
 */
export async function showEarlier(turn: Turn, input: z.infer<typeof typedPromptInput>): Promise<Reply> {
  const { ctx, reader, leader, before, otherChats, pressedId } = turn
  if (before?.isCared) return send(notice(reader, 'earlierNotNow'))
  const reflection = await showReflection(ctx, input, pressedId)
  const { text, scale } = input
  const isOpen = reflection.state === 'shown' || reflection.state === 'snoozed' || reflection.state === 'skipped'
  if (isOpen && (text !== '' || scale !== undefined) && leader.conversation && pressedId !== undefined) {
    const { card } = await replaceWithReflection(turn, reflection, { form: { text, scale } })
    await otherChats.replace(leader.conversation, pressedId, card)
  }
  const earlier = await findEarlier(ctx, reflection)
  if (!earlier) return send(notice(reader, 'earlierNone'))
  const entry = entryOf(ctx.knowledge.library, leader.locale, earlier)
  return send(earlierCard(reader, entry), { holds: { reflectionId: earlier.id } })
}

/** Asks some weeks from now whether anything has changed. */
export async function comeAgain(turn: Turn, input: z.infer<typeof askAgainInput>): Promise<Reply> {
  return replaceWithReflection(turn, await askAgain(turn.ctx, turn.leader, input, turn.pressedId))
}

export async function leaveIt(turn: Turn, input: z.infer<typeof reflectionIdInput>): Promise<Reply> {
  return replaceWithReflection(turn, await stopAsking(turn.ctx, input, turn.pressedId))
}
