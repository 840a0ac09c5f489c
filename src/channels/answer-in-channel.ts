import { z } from 'zod'
import type { Ctx } from '../caller/context'
import { AppError } from '../errors'
import { channels, type ThreadAnswer, threadAnswers } from '../records/channel'
import { type Discussion, discussions } from '../records/discussion'
import { changeDiscussion, findDiscussion, type Pressed, quietAt } from './discussion'
import { claimPosting, dropThreadAnswer, keepThreadAnswer, listAnswersIn } from './thread-answers'

/** A discussion's card; those of an older version call it the delivery's. */
export const discussionInput = z.object({
  discussionId: z.string().max(255).default(''),
  deliveryId: z.string().max(255).default(''),
})
export const channelAnswerInput = discussionInput.extend({ text: z.string().default('') })
export const ownAnswerInput = z.object({ answerId: z.string().min(1).max(255), text: z.string().default('') })

export interface ChannelAnswer {
  /** The caller's own record of it. */
  readonly record: ThreadAnswer
  readonly discussion: Discussion
  readonly text: string
  /** False where the same person has posted the same text in this thread before. */
  readonly isToPost: boolean
  /** The card with the question. */
  readonly cardId: string | undefined
}

/** What one card takes, as everywhere else. */
const mostCharacters = 2000

export function idIn({ discussionId, deliveryId }: z.infer<typeof discussionInput>): string {
  return discussionId || deliveryId
}

/**
 * Notes the caller's answer in the thread of a discussion, first whose it is and then who is counted, before it is posted: a press that
 * comes twice finds it noted. Of the answer only a hash is kept, in the caller's own partition. Late answers count too, also
 * where the discussion has ended meanwhile.
 * @throws AppError `not-found` when it is pressed anywhere but in that thread; `invalid` for an empty or too long text
 */
export async function answerInChannel(
  ctx: Ctx,
  pressed: Pressed,
  input: z.infer<typeof channelAnswerInput>,
): Promise<ChannelAnswer> {
  const text = checkAnswer(input.text)
  const before = await findDiscussion(ctx, pressed, idIn(input))
  const { id, placeId, placeName, conversation } = before
  const channel = await ctx.store.get(channels, ctx.caller.tenantId, placeId)
  const where = { deliveryId: id, teamName: channel?.document.teamName ?? '', channelName: placeName, conversation }
  const record = await keepThreadAnswer(ctx, where, text)
  const discussion = await changeDiscussion(ctx, id, ({ keys, state }) => ({
    ...(pressed.messageId !== undefined && { cardId: pressed.messageId }),
    keys: keys.includes(record.key) ? keys : [...keys, record.key],
    ...(state === 'open' && { dueAt: quietAt(ctx) }),
  }))
  const isToPost = await claimPosting(ctx, record.id)
  return { record, discussion, text, isToPost, cardId: discussion.cardId }
}

/** The discussion with all who have been counted by now; as it was known where it has gone meanwhile. */
export async function countedByNow(ctx: Ctx, known: Discussion): Promise<Discussion> {
  return (await ctx.store.get(discussions, known.tenantId, known.id))?.document ?? known
}

/** The caller's own answer whose message was pressed. @throws AppError `forbidden` for everybody else */
export async function findOwnAnswer(ctx: Ctx, pressed: Pressed, answerId: string): Promise<ThreadAnswer> {
  const own = (await ctx.store.get(threadAnswers, ctx.caller.leaderId, answerId))?.document
  const isPressed =
    own?.messageId === undefined || pressed.messageId === undefined || own.messageId === pressed.messageId
  if (!own || !isPressed)
    throw new AppError('forbidden', 'It is somebody else’s answer', { say: { key: 'channelAnswer.fault.notYours' } })
  return own
}

/**
 * Takes an answer out of the count that is not in the thread, or no longer. Whoever has others there stays counted.
 * @returns the discussion, where it still is
 */
export async function dropAnswer(ctx: Ctx, { id, key, deliveryId }: ThreadAnswer): Promise<Discussion | undefined> {
  await dropThreadAnswer(ctx, id)
  if ((await listAnswersIn(ctx, deliveryId)).length > 0)
    return (await ctx.store.get(discussions, ctx.caller.tenantId, deliveryId))?.document
  if (!(await ctx.store.get(discussions, ctx.caller.tenantId, deliveryId))) return undefined
  return changeDiscussion(ctx, deliveryId, ({ keys }) =>
    keys.includes(key) ? { keys: keys.filter((each) => each !== key) } : undefined,
  )
}

/** @throws AppError `invalid` for nothing, or more than a card takes */
export function checkAnswer(written: string): string {
  const text = written.trim()
  if (text === '') throw new AppError('invalid', 'The answer is empty', { say: { key: 'channelPrompt.fault.empty' } })
  if (text.length > mostCharacters) {
    const say = { key: 'channelPrompt.fault.tooLong', params: { most: mostCharacters } }
    throw new AppError('invalid', `The answer is longer than ${mostCharacters} characters`, { say })
  }
  return text
}
