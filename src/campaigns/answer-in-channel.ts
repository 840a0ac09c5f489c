import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Ctx, nowIso } from '../context'
import { AppError } from '../errors'
import { retained } from '../retention'
import { type Conversation, threadless } from '../store/conversation'
import { type Channel, channels, type Delivery, deliveries } from '../store/delivery-containers'
import { occasionOf } from '../store/ids'
import { updateDocument } from '../store/update-document'

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
 * Counts the caller's answer in the thread of a channel's prompt, before it is posted: a press that comes twice finds itself
 * counted. Of the answer only a hash is kept. Late answers count too, whatever has become of the campaign.
 * @throws AppError `not-found` when it is pressed anywhere but in that thread; `invalid` for an empty or too long text
 */
export async function answerInChannel(
  ctx: Ctx,
  pressed: Pressed,
  input: z.infer<typeof channelAnswerInput>,
): Promise<ChannelAnswer> {
  const { deliveryId } = input
  const text = checkText(input.text)
  const key = answerKey(ctx, deliveryId, text)
  const after = await changeKeys(ctx, pressed, deliveryId, (keys) => (keys.includes(key) ? undefined : [...keys, key]))
  const channel = await ctx.store.get(channels, ctx.caller.tenantId, after.delivery.recipientId)
  if (!channel) throw gone('The channel is not known any more')
  return {
    channel: channel.document,
    delivery: after.delivery,
    text,
    isToPost: after.hasChanged,
    thread: threadOf(channel.document, after.delivery, pressed),
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
  input: z.infer<typeof channelAnswerInput>,
): Promise<void> {
  const key = answerKey(ctx, input.deliveryId, input.text.trim())
  await changeKeys(ctx, pressed, input.deliveryId, (keys) =>
    keys.includes(key) ? keys.filter((each) => each !== key) : undefined,
  )
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
    // A stolen id opens nothing: what is looked for was sent to the very thread that the press comes from.
    if (before && !isThere(ctx, before, pressed)) throw notHere()
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
    ...{ state: 'sent', reason: null, sentAt: delivery.sentAt ?? nowIso(ctx) },
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

function answerKey(ctx: Ctx, deliveryId: string, text: string): string {
  const hash = createHash('sha256').update(`${deliveryId}\n${ctx.caller.leaderId}\n${text}`)
  return hash.digest('hex').slice(0, 32)
}

function notHere(): AppError {
  return gone('No such prompt in this conversation')
}

function gone(message: string): AppError {
  return new AppError('not-found', message, { say: { key: 'channelPrompt.fault.gone' } })
}
