import { type Activity, ActivityTypes } from 'botbuilder'
import { createBoundedMap } from '../bounded-map'
import type { Caller, Ctx } from '../caller/context'
import { readerFor } from '../cards/kit/reader'
import type { Care } from '../care/care-words'
import { findChannelHere } from '../channels/place'
import type { Turn, TurnServices } from '../chat/turn'
import { AppError } from '../errors'
import { atHome } from '../framework/at-home'
import { findLeader, newLeader } from '../people/leader'
import { rememberPerson } from '../people/remember-person'
import { type Channel, meantIn } from '../records/channel'
import type { Conversation } from '../records/conversation'
import type { Leader } from '../records/leader'
import { storeWithin } from '../store/store-within'
import { askedIn } from './asked-in'

/** The sender as Bot Framework authenticated it. */
export function callerOf(activity: Activity): Caller {
  const tenant = (activity.channelData as { tenant?: { id?: string } } | undefined)?.tenant?.id
  return {
    tenantId: (tenant ?? activity.conversation?.tenantId ?? '').toLowerCase(),
    leaderId: (activity.from?.aadObjectId ?? '').toLowerCase(),
    name: words(activity.from?.name),
  }
}

/** A turn has 15 s (docs/teams-facts.md#fifteen-seconds): the rest of them is for telling what came of it. */
const storeMs = 13_000
/** A question can be answered without knowing who asks, so a store that hangs keeps it waiting for a part of that only. */
const profileMs = 5_000
/** What was typed, and what of it is asked. */
const mostTexts = 2

/** Opens a turn. In the sender's own chat the way back to them is refreshed (and written only if it changed). */
export async function openTurn(
  { otherChats, queue, lastActs, lastTurns, answerCards, carePeople, texts, ...services }: TurnServices,
  activity: Activity,
): Promise<Turn> {
  const store = storeWithin(services.store, storeMs)
  const caller = callerOf(activity)
  const isPersonal = isPersonalChat(activity)
  const quick: Ctx = { ...services, store: storeWithin(services.store, profileMs), caller }
  const [profile, place] = await Promise.all([
    profileOf(quick, activity, isPersonal),
    isPersonal ? undefined : placeIn(quick, placeOf(activity)),
  ])
  // Read anew each turn, so that a right that is taken away is gone with the next press.
  const ctx: Ctx = { ...services, store, caller: { ...caller, ...(profile?.hrRight && { hrRight: profile.hrRight }) } }
  const own = atHome(profile ?? newLeader(ctx), ctx.config.municipality)
  // All who ask in a channel get the same answers, whosever they are.
  const leader = place?.framework ? { ...own, framework: place.framework } : own
  const conversationId = activity.conversation?.id ?? ''
  // What was written before is edited or deleted: nothing new was done.
  const isAct = activity.type !== ActivityTypes.MessageUpdate && activity.type !== ActivityTypes.MessageDelete
  const before = isPersonal ? lastActs[isAct ? 'next' : 'last'](ctx.caller.leaderId) : undefined
  // Among others it is told whose framework it is.
  const read = place?.framework ? { ...leader, framework: null } : leader
  const reader = readerFor({ library: ctx.knowledge.library, texts }, read)
  const cares = createBoundedMap<string, Care | null>(mostTexts)
  const careOf = (text: string) => cares.get(text, () => ctx.knowledge.readCare(text))
  const chat = {
    conversationId,
    conversation: placeOf(activity),
    isPersonal,
    isProfileRead: profile !== undefined,
    place: place && meantIn(place, ctx.config.municipality),
    askedIn: askedIn(activity),
    messageId: activity.id,
    pressedId: activity.replyToId,
    before,
  }
  return { ctx, leader, reader, ...chat, lastActs, lastTurns, answerCards, carePeople, careOf, otherChats, queue }
}

/**
 * Undefined where the sender's record cannot be had: the store is away, or the record does not fit its schema. What needs nothing of
 * it goes on all the same: questions are answered as to a stranger, and everything about the sender can be erased.
 */
async function profileOf(ctx: Ctx, activity: Activity, isPersonal: boolean): Promise<Leader | undefined> {
  try {
    if (isPersonal) return await rememberPerson(ctx, conversationOf(activity), timeZoneOf(activity))
    return (await findLeader(ctx)) ?? newLeader(ctx)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code !== 'unavailable' && error.say?.key !== 'error.unreadable') throw error
    ctx.log.warn({ error }, 'profile not read')
    return undefined
  }
}

/** Undefined in a group chat, and where it cannot be read: then who asks is who is meant. */
async function placeIn(ctx: Ctx, conversation: Conversation): Promise<Channel | undefined> {
  try {
    return await findChannelHere(ctx, conversation)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    ctx.log.warn({ error }, 'channel not read')
    return undefined
  }
}

export function isPersonalChat(activity: Activity): boolean {
  return activity.conversation?.conversationType === 'personal'
}

/** As the sender's client tells it (docs/teams-facts.md#what-the-client-tells); anything may stand there. */
function timeZoneOf({ entities }: Activity): string | undefined {
  const all: readonly unknown[] = Array.isArray(entities) ? entities : []
  const client = all.find((entity) => (entity as { type?: unknown } | null)?.type === 'clientInfo')
  const { timezone } = (client ?? {}) as { timezone?: unknown }
  return typeof timezone === 'string' ? timezone : undefined
}

function conversationOf(activity: Activity): Conversation {
  return {
    ...placeOf(activity),
    ...(typeof activity.from?.id === 'string' && { userId: activity.from.id }),
  }
}

/** Holds nothing of who is there. */
function placeOf({ conversation, serviceUrl, recipient }: Activity): Conversation {
  return { conversationId: words(conversation?.id), serviceUrl: words(serviceUrl), botId: words(recipient?.id) }
}

/** Whatever is no text where one belongs is none: nothing of it may come into a record. */
function words(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
