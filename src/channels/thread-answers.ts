import { createHash, randomBytes } from 'node:crypto'
import { type Ctx, nowIso } from '../caller/context'
import { retained } from '../caller/retention'
import { AppError } from '../errors'
import { type ThreadAnswer, threadAnswers } from '../records/channel'
import { type AsStored, asStored } from '../store/as-stored'
import { everyDocument } from '../store/every-document'
import { updateDocument } from '../store/update-document'

/** Whose and where an answer in a thread is, before it is posted. The same answer of the same person finds the first one's record. */
export async function keepThreadAnswer(
  ctx: Ctx,
  where: Pick<ThreadAnswer, 'deliveryId' | 'teamName' | 'channelName' | 'conversation'>,
  text: string,
): Promise<ThreadAnswer> {
  const answer: ThreadAnswer = retained(ctx, {
    ...where,
    id: hashOf(where.deliveryId, text),
    leaderId: ctx.caller.leaderId,
    // Drawn by lot: where it stands in the delivery, nobody finds out by trying who wrote what.
    key: randomBytes(16).toString('hex'),
    state: 'sending',
    createdAt: nowIso(ctx),
  })
  if ((await ctx.store.create(threadAnswers, answer)).status === 'created') return answer
  const found = await ctx.store.get(threadAnswers, ctx.caller.leaderId, answer.id)
  if (!found) throw new AppError('conflict', 'The answer was erased in the same moment')
  return found.document
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

function hashOf(deliveryId: string, text: string): string {
  return createHash('sha256').update(`${deliveryId}\n${text}`).digest('hex').slice(0, 32)
}
