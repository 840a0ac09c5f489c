import { z } from 'zod'
import type { Ctx } from '../caller/context'
import { retained } from '../caller/retention'
import { AppError } from '../errors'
import { deliveries } from '../records/delivery'
import { occasionOf, snoozeId } from '../records/ids'
import { type Reflection, reflections, snoozes } from '../records/reflection'
import { updateDocument } from '../store/update-document'
import { noteResponse } from './note-response'

export const reflectionIdInput = z.object({ reflectionId: z.string().min(1).max(255) })

/** The same prompt may stand in several messages; older ones than these are not kept track of. */
const mostCards = 10

/**
 * Changes a reflection of the caller's under several writers. Only the caller's own partition is opened, so another's id finds
 * nothing. A prompt that a campaign delivered is found by its delivery where the program ended before writing it down.
 * @param change returns the changed fields, or undefined to leave it as it stands
 * @param cardId the message that shows it from now on, to be emptied when the leader erases their data
 * @param fresh what stands where there is none yet
 * @throws AppError `not-found` when the caller was never shown this prompt or its time is over
 */
export async function changeReflection(
  ctx: Ctx,
  id: string,
  change: (standing: Reflection) => Partial<Reflection> | undefined,
  cardId?: string,
  fresh?: Reflection,
): Promise<Reflection> {
  const outcome = await updateDocument(ctx.store, reflections, ctx.caller.leaderId, id, async (found) => {
    const standing = found ?? (await fromDelivery(ctx, id)) ?? fresh
    if (!standing) return 'keep'
    const changes = change(standing)
    const cardIds = withCard(standing, cardId)
    if (found && !changes && cardIds === found.cardIds) return 'keep'
    return retained(ctx, { ...standing, ...changes, cardIds })
  })
  if (outcome.status === 'absent') throw new AppError('not-found', 'No such reflection in the caller’s partition')
  if (outcome.status === 'conflict') {
    throw new AppError('conflict', 'The reflection kept changing under several writers')
  }
  const wasWaiting = outcome.status === 'written' && isWaiting(outcome.before)
  await settle(ctx, outcome.document, wasWaiting)
  return outcome.document
}

/** Put off, or to be asked about again: there is a record that wakes it. */
function isWaiting(reflection: Reflection | undefined): boolean {
  return reflection?.state === 'snoozed' || reflection?.againAt !== undefined
}

/** What follows from it elsewhere. The answer stands whatever becomes of this, and the next press tries again. */
async function settle(ctx: Ctx, after: Reflection, wasWaiting: boolean): Promise<void> {
  try {
    if (wasWaiting && !isWaiting(after)) {
      await ctx.store.remove(snoozes, ctx.caller.tenantId, snoozeId(ctx.caller.leaderId, after.id))
    }
    await noteResponse(ctx, after)
  } catch (error) {
    ctx.log.warn({ error }, 'response not noted')
  }
}

/** What the caller was sent by a campaign, as the worker would have written it down. */
async function fromDelivery(ctx: Ctx, id: string): Promise<Reflection | undefined> {
  const occasion = occasionOf(id)
  if (!occasion) return undefined
  const delivery = (await ctx.store.get(deliveries, occasion.occasionId, id))?.document
  if (delivery?.recipientKind !== 'leader' || delivery.recipientId !== ctx.caller.leaderId) return undefined
  const { promptId, statementIds, question, claimedAt, sentAt = claimedAt, activityId, createdAt } = delivery
  return {
    id,
    leaderId: ctx.caller.leaderId,
    promptId,
    statementIds,
    ...(question !== undefined && { question }),
    deliveryId: id,
    state: 'shown',
    shownAt: sentAt,
    ...(activityId !== undefined && { cardIds: [activityId] }),
    createdAt,
  }
}

function withCard({ cardIds }: Reflection, cardId: string | undefined): string[] | undefined {
  if (cardId === undefined || cardIds?.includes(cardId)) return cardIds
  return [...(cardIds ?? []), cardId].slice(-mostCards)
}
