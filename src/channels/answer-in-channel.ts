import { z } from 'zod'
import { type Ctx, nowIso } from '../caller/context'
import { retained } from '../caller/retention'
import { AppError } from '../errors'
import { type Channel, channels } from '../records/channel'
import { type Conversation, threadless } from '../records/conversation'
import { type Delivery, deliveries } from '../records/delivery'
import { occasionOf } from '../records/ids'
import { updateDocument } from '../store/update-document'
import { dropThreadAnswer, keepThreadAnswer } from './thread-answers'

export const channelAnswerInput = z.object({
  deliveryId: z.string().min(1).max(255),
  text: z.string().default(''),
})

/** Where a press comes from, as Teams tells it. */
export interface Pressed {
  readonly conversationId: string
  /** The message that was pressed. */
  readonly messageId: string | undefined
}

export interface ChannelAnswer {
  /** Of the caller's own record of it. */
  readonly id: string
  /** What counts it. */
  readonly key: string
  readonly channel: Channel
  readonly delivery: Delivery
  readonly text: string
  /** False where the same person has posted the same text in this thread before. */
  readonly isToPost: boolean
  readonly thread: Conversation
  /** The card with the prompt. */
  readonly cardId: string | undefined
}

/** What one card takes, as everywhere else. */
const mostCharacters = 2000

/**
 * Notes the caller's answer in the thread of a channel's prompt, first whose it is and then in the count, before it is posted: a
 * press that comes twice finds itself counted. Of the answer only a hash is kept, in the caller's own partition. Late answers
 * count too, whatever has become of the campaign.
 * @throws AppError `not-found` when it is pressed anywhere but in that thread; `invalid` for an empty or too long text
 */
export async function answerInChannel(
  ctx: Ctx,
  pressed: Pressed,
  input: z.infer<typeof channelAnswerInput>,
): Promise<ChannelAnswer> {
  const { deliveryId } = input
  const text = checkText(input.text)
  const { delivery, channel } = await findChannelPrompt(ctx, pressed, deliveryId)
  const thread = threadOf(channel, delivery, pressed)
  const where = { deliveryId, teamName: channel.teamName, channelName: channel.name, conversation: thread }
  const { id, key } = await keepThreadAnswer(ctx, where, text)
  const after = await changeKeys(ctx, pressed, deliveryId, (keys) => (keys.includes(key) ? undefined : [...keys, key]))
  return {
    id,
    key,
    channel,
    delivery: after.delivery,
    text,
    thread,
    isToPost: after.hasChanged,
    cardId: pressed.messageId ?? after.delivery.activityId,
  }
}

/** The delivery with all that have been counted by now; as it was known where it has gone meanwhile. */
export async function countedByNow(ctx: Ctx, known: Delivery): Promise<Delivery> {
  return (await ctx.store.get(deliveries, known.occasionId, known.id))?.document ?? known
}

/** Takes an answer out of the count that is certainly not in the thread, so that it can be sent again. */
export async function withdrawFromChannel(
  ctx: Ctx,
  pressed: Pressed,
  { id, key, delivery }: Pick<ChannelAnswer, 'id' | 'key' | 'delivery'>,
): Promise<void> {
  await changeKeys(ctx, pressed, delivery.id, (keys) =>
    keys.includes(key) ? keys.filter((each) => each !== key) : undefined,
  )
  await dropThreadAnswer(ctx, id)
}

/** The prompt of a channel that was pressed. @throws AppError `not-found` anywhere but in its thread */
export async function findChannelPrompt(
  ctx: Ctx,
  pressed: Pressed,
  deliveryId: string,
): Promise<{ readonly delivery: Delivery; readonly channel: Channel }> {
  const occasion = occasionOf(deliveryId)
  const delivery = occasion && (await ctx.store.get(deliveries, occasion.occasionId, deliveryId))?.document
  // A stolen id opens nothing: what is looked for was sent to the very thread that the press comes from.
  if (!delivery || !isThere(ctx, delivery, pressed)) throw notHere()
  const channel = await ctx.store.get(channels, ctx.caller.tenantId, delivery.recipientId)
  if (!channel) throw gone('The channel is not known any more')
  return { delivery, channel: channel.document }
}

async function changeKeys(
  ctx: Ctx,
  pressed: Pressed,
  deliveryId: string,
  changed: (keys: readonly string[]) => string[] | undefined,
): Promise<{ delivery: Delivery; hasChanged: boolean }> {
  const occasion = occasionOf(deliveryId)
  if (!occasion) throw notHere()
  const outcome = await updateDocument(ctx.store, deliveries, occasion.occasionId, deliveryId, (before) => {
    const answerKeys = before && changed(before.answerKeys ?? [])
    return answerKeys ? retained(ctx, { ...arrived(ctx, before, pressed), answerKeys }) : 'keep'
  })
  if (outcome.status === 'absent') throw notHere()
  if (outcome.status === 'conflict') throw new AppError('conflict', 'The delivery kept changing under several writers')
  return { delivery: outcome.document, hasChanged: outcome.status === 'written' }
}

function isThere(ctx: Ctx, delivery: Delivery, { conversationId }: Pressed): boolean {
  const { tenantId, recipientKind, recipientId, conversation } = delivery
  if (tenantId !== ctx.caller.tenantId || recipientKind !== 'channel') return false
  if (threadless(conversationId) !== recipientId) return false
  // Where both name a thread it is the same one; clients differ in whether they do.
  const known = conversation?.conversationId ?? recipientId
  return !isThread(known) || !isThread(conversationId) || known === conversationId
}

/** A press proves that the prompt arrived of which that was not known. */
function arrived(ctx: Ctx, delivery: Delivery, { messageId }: Pressed): Delivery {
  if (delivery.state !== 'unknown') return delivery
  return {
    ...delivery,
    state: 'sent',
    reason: null,
    sentAt: delivery.sentAt ?? nowIso(ctx),
    activityId: delivery.activityId ?? messageId,
  }
}

function threadOf(channel: Channel, delivery: Delivery, { conversationId }: Pressed): Conversation {
  const known = delivery.conversation ?? channel.conversation
  return isThread(conversationId) ? { ...known, conversationId } : known
}

function isThread(conversationId: string): boolean {
  return conversationId !== threadless(conversationId)
}

function checkText(written: string): string {
  const text = written.trim()
  if (text === '') throw new AppError('invalid', 'The answer is empty', { say: { key: 'channelPrompt.fault.empty' } })
  if (text.length > mostCharacters) {
    const say = { key: 'channelPrompt.fault.tooLong', params: { most: mostCharacters } }
    throw new AppError('invalid', `The answer is longer than ${mostCharacters} characters`, { say })
  }
  return text
}

function notHere(): AppError {
  return gone('No such prompt in this conversation')
}

function gone(message: string): AppError {
  return new AppError('not-found', message, { say: { key: 'channelPrompt.fault.gone' } })
}
