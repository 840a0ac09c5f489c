import { createHash, randomBytes } from 'node:crypto'
import { type Ctx, nowIso } from '../caller/context'
import { retained } from '../caller/retention'
import { AppError } from '../errors'
import { type ThreadAnswer, threadAnswers } from '../records/channel'
import { type AsStored, asStored } from '../store/as-stored'
import { everyDocument } from '../store/every-document'
import { updateDocument } from '../store/update-document'

/** Of a thread, as a person's record of an answer in it. */
type Where = Pick<ThreadAnswer, 'deliveryId' | 'teamName' | 'channelName' | 'conversation'>

/** Of writers of one person at once, one gets through at each attempt. */
const mostAttempts = 6

/**
 * Whose and where an answer in a thread is, before it is posted. The same answer of the same person finds the first one's record, and
 * every answer of theirs there has the same key.
 */
export async function keepThreadAnswer(ctx: Ctx, where: Where, text: string): Promise<ThreadAnswer> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const own = await listAnswersIn(ctx, where.deliveryId)
    const same = own.find((answer) => answer.textKey === textKeyOf(answer.key, text))
    if (same) return same
    // Drawn by lot: where it stands in the discussion, nobody finds out by trying who wrote what.
    const key = own[0]?.key ?? randomBytes(16).toString('hex')
    const answer: ThreadAnswer = retained(ctx, {
      ...where,
      // The first of them has an id of its own, so that of two at once one draws the key.
      id: hashOf(where.deliveryId, ctx.caller.leaderId, ...(own.length === 0 ? [] : [text, String(attempt)])),
      leaderId: ctx.caller.leaderId,
      key,
      textKey: textKeyOf(key, text),
      state: 'noted',
      createdAt: nowIso(ctx),
    })
    if ((await ctx.store.create(threadAnswers, answer)).status === 'created') return answer
  }
  throw new AppError('conflict', 'The answers kept changing under several writers')
}

/** @returns whether the caller is to post it: of several who try, one is */
export async function claimPosting(ctx: Ctx, id: string): Promise<boolean> {
  const outcome = await updateDocument(ctx.store, threadAnswers, ctx.caller.leaderId, id, (before) =>
    before?.state === 'noted' ? retained(ctx, { ...before, state: 'sending' as const }) : 'keep',
  )
  return outcome.status === 'written'
}

/** The caller's own in one discussion. */
export async function listAnswersIn(ctx: Ctx, deliveryId: string): Promise<ThreadAnswer[]> {
  const own = await everyDocument(ctx.store, threadAnswers, ctx.caller.leaderId)
  return own.filter((answer) => answer.deliveryId === deliveryId)
}

/** Other words stand there now. */
export async function noteOtherWords(ctx: Ctx, { id, key }: ThreadAnswer, text: string): Promise<void> {
  await updateDocument(ctx.store, threadAnswers, ctx.caller.leaderId, id, (before) =>
    before ? retained(ctx, { ...before, textKey: textKeyOf(key, text) }) : 'keep',
  )
}

/** How posting it went. @param messageId the message in the thread */
export async function noteThreadAnswer(
  ctx: Ctx,
  id: string,
  outcome: Pick<ThreadAnswer, 'state' | 'messageId'>,
): Promise<void> {
  await updateDocument(ctx.store, threadAnswers, ctx.caller.leaderId, id, (before) =>
    // Erased meanwhile: nothing is written about them.
    before ? retained(ctx, { ...before, ...outcome }) : 'keep',
  )
}

/** It is certainly not in the thread. */
export async function dropThreadAnswer(ctx: Ctx, id: string): Promise<void> {
  await ctx.store.remove(threadAnswers, ctx.caller.leaderId, id)
}

/** The caller's own, the oldest first; those too that this version cannot read. */
export async function listThreadAnswers(ctx: Ctx): Promise<AsStored[]> {
  const all = asStored(threadAnswers)
  const found = await everyDocument(ctx.store, all, ctx.caller.leaderId)
  return found.sort((a, b) => String(a.createdAt).localeCompare(String(b.createdAt)))
}

/** Forgets where they are; whoever wants them emptied does it before. @returns how many there were */
export async function eraseThreadAnswers(ctx: Ctx): Promise<number> {
  const own = await listThreadAnswers(ctx)
  for (const { id } of own) await dropThreadAnswer(ctx, id)
  return own.length
}

/** Tells whether a text is the same, and nothing to whoever does not have the key. */
function textKeyOf(key: string, text: string): string {
  return hashOf(key, text)
}

function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)
}
