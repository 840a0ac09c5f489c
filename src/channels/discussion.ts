import { type Ctx, nowIso, type Services } from '../caller/context'
import { retained } from '../caller/retention'
import { AppError } from '../errors'
import { channels, meantIn } from '../records/channel'
import { type Conversation, threadless } from '../records/conversation'
import { type Delivery, deliveries } from '../records/delivery'
import { type Discussion, discussions } from '../records/discussion'
import { occasionOf } from '../records/ids'
import { updateDocument } from '../store/update-document'

/** Where a press comes from, as Teams tells it. */
export interface Pressed {
  /** The conversation, with its thread. */
  readonly conversation: Conversation
  /** The message that was pressed. */
  readonly messageId: string | undefined
}

/** Nobody has answered for so long: it ends by itself. */
const quietMs = 14 * 24 * 3600_000

export function quietAt({ clock }: Pick<Services, 'clock'>): string {
  return new Date(clock.now() + quietMs).toISOString()
}

/** What a campaign has brought a channel, to be talked about. */
export function discussionOf(
  services: Services,
  delivery: Delivery,
  there: Pick<Discussion, 'placeName' | 'place' | 'conversation' | 'cardId'>,
): Discussion {
  const { id, tenantId, recipientId, promptId, statementIds, question, answerKeys = [], calledBackAt } = delivery
  const isOpen = calledBackAt === undefined
  return retained(services, {
    ...there,
    id,
    tenantId,
    placeId: recipientId,
    promptId,
    statementIds,
    ...(question !== undefined && { question }),
    startedBy: null,
    startedName: '',
    keys: answerKeys,
    state: isOpen ? 'open' : 'calledBack',
    dueAt: isOpen ? quietAt(services) : null,
    createdAt: nowIso(services),
  })
}

/** The discussion whose card was pressed. @throws AppError `not-found` anywhere but where it is held */
export async function findDiscussion(ctx: Ctx, pressed: Pressed, id: string): Promise<Discussion> {
  const found = (await ctx.store.get(discussions, ctx.caller.tenantId, id))?.document
  const discussion = found ?? (await openFromDelivery(ctx, pressed, id))
  // A stolen id opens nothing: what is looked for stands in the very thread that the press comes from.
  if (!discussion || !isThere(discussion.placeId, discussion.conversation, pressed)) throw notHere()
  return discussion
}

/** Of several who change it one after the other, each changes what the one before has left. */
export async function changeDiscussion(
  ctx: Pick<Ctx, 'store' | 'config' | 'clock'>,
  id: string,
  changed: (before: Discussion) => Partial<Discussion> | undefined,
): Promise<Discussion> {
  const outcome = await updateDocument(ctx.store, discussions, ctx.config.tenantId, id, (before) => {
    const news = before && changed(before)
    return before && news ? retained(ctx, { ...before, ...news }) : 'keep'
  })
  if (outcome.status === 'absent') throw notHere()
  if (outcome.status === 'conflict')
    throw new AppError('conflict', 'The discussion kept changing under several writers')
  return outcome.document
}

/** Where the discussion's card stands, once that is known. */
export async function noteDiscussionCard(ctx: Ctx, id: string, cardId: string): Promise<void> {
  await changeDiscussion(ctx, id, (before) => (before.cardId === cardId ? undefined : { cardId }))
}

/** A press on a campaign's card of which it was not known whether it had arrived proves that it had. */
async function openFromDelivery(ctx: Ctx, pressed: Pressed, id: string): Promise<Discussion | undefined> {
  const occasion = occasionOf(id)
  const delivery = occasion && (await ctx.store.get(deliveries, occasion.occasionId, id))?.document
  if (!delivery || delivery.tenantId !== ctx.caller.tenantId || delivery.recipientKind !== 'channel') return undefined
  const { conversation, messageId } = pressed
  if (!isThere(delivery.recipientId, delivery.conversation, pressed)) return undefined
  const channel = await ctx.store.get(channels, ctx.caller.tenantId, delivery.recipientId)
  const cardId = delivery.activityId ?? messageId
  const known = delivery.conversation ?? channel?.document.conversation ?? conversation
  const discussion = discussionOf(ctx, delivery, {
    placeName: channel?.document.name ?? '',
    ...(channel && { place: meantIn(channel.document, ctx.config.municipality) }),
    conversation: isThread(conversation.conversationId)
      ? { ...known, conversationId: conversation.conversationId }
      : known,
    ...(cardId !== undefined && { cardId }),
  })
  if (delivery.state === 'unknown')
    await updateDocument(ctx.store, deliveries, delivery.occasionId, id, (before) =>
      before?.state === 'unknown'
        ? retained(ctx, {
            ...before,
            state: 'sent' as const,
            reason: null,
            sentAt: before.sentAt ?? nowIso(ctx),
            activityId: cardId,
          })
        : 'keep',
    )
  if ((await ctx.store.create(discussions, discussion)).status === 'created') return discussion
  return (await ctx.store.get(discussions, ctx.caller.tenantId, id))?.document
}

function isThere(placeId: string, known: Conversation | undefined, { conversation }: Pressed): boolean {
  const { conversationId } = conversation
  if (threadless(conversationId) !== placeId) return false
  // Where both name a thread it is the same one; clients differ in whether they do.
  const standing = known?.conversationId ?? placeId
  return !isThread(standing) || !isThread(conversationId) || standing === conversationId
}

function isThread(conversationId: string): boolean {
  return conversationId !== threadless(conversationId)
}

function notHere(): AppError {
  return new AppError('not-found', 'No such discussion in this conversation', {
    say: { key: 'channelPrompt.fault.gone' },
  })
}
