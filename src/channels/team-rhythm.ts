import { z } from 'zod'
import { type Ctx, nowIso } from '../caller/context'
import { agreedRhythm, type rhythmInput } from '../dates/agreed-rhythm'
import { AppError } from '../errors'
import { promptsOnTopic } from '../prompts/choosing/topic-prompts'
import { type Conversation, threadless } from '../records/conversation'
import { type TeamRhythm, teamRhythms } from '../records/team-rhythm'
import { type AsStored, asStored } from '../store/as-stored'
import { everyDocument } from '../store/every-document'
import { updateDocument } from '../store/update-document'
import { localDate } from '../time/clock'

/** Whether to go on, and perhaps less often. */
export const goOnInput = z.object({ everyWeeks: z.coerce.number().int().min(1).max(2).optional() })

/** One that a place has now, with the one that stood there before. */
export interface KeptTeamRhythm {
  readonly rhythm: TeamRhythm
  readonly before: TeamRhythm | undefined
}

/** That of the channel or group chat; undefined where it has none. */
export async function findTeamRhythm(
  { store, caller }: Pick<Ctx, 'store' | 'caller'>,
  { conversationId }: Conversation,
): Promise<TeamRhythm | undefined> {
  return (await store.get(teamRhythms, caller.tenantId, threadless(conversationId)))?.document
}

/**
 * Keeps when a channel or group chat wants a question, in place of what was agreed there before. Of two who say so at once each is
 * told of the other's.
 * @param framework whose prompts a topic is looked for in, as a slug; null: everybody's
 * @throws AppError `invalid` for a time that is none, or a topic on which there is no question
 */
export async function keepTeamRhythm(
  ctx: Ctx,
  { conversation, framework }: { readonly conversation: Conversation; readonly framework: string | null },
  input: z.infer<typeof rhythmInput>,
): Promise<KeptTeamRhythm> {
  const nowMs = ctx.clock.now()
  const { locale, timeZone } = ctx.config
  const agreed = agreedRhythm(input, { nowMs, today: localDate(nowMs, timeZone), timeZone })
  if (agreed.topic !== '') {
    const asked = { topic: agreed.topic, profile: { framework, role: null }, locale, isGroup: true }
    if (promptsOnTopic(ctx.knowledge, asked).status !== 'found') throw noSuchTopic(agreed.topic)
  }
  const { leaderId, name, tenantId } = ctx.caller
  const now = nowIso(ctx)
  const id = threadless(conversation.conversationId)
  const news = {
    ...agreed,
    conversation: { ...conversation, conversationId: id },
    setBy: leaderId,
    setByName: name,
    card: undefined,
    countedFrom: now,
    askedAt: null,
    updatedAt: now,
  }
  const outcome = await updateDocument(ctx.store, teamRhythms, tenantId, id, (before) => ({
    ...(before ?? { id, tenantId, createdAt: now }),
    ...news,
  }))
  if (outcome.status !== 'written') throw keptChanging()
  return { rhythm: outcome.document, before: outcome.before }
}

/** @returns whether there was one */
export async function stopTeamRhythm(ctx: Ctx, conversation: Conversation): Promise<boolean> {
  const standing = await findTeamRhythm(ctx, conversation)
  if (standing) await ctx.store.remove(teamRhythms, ctx.caller.tenantId, standing.id)
  return standing !== undefined
}

/** Goes on after it was asked whether to; whose it is stays. @throws AppError `not-found` where there is none any more */
export async function goOnWithTeamRhythm(
  ctx: Ctx,
  conversation: Conversation,
  { everyWeeks }: z.infer<typeof goOnInput>,
): Promise<TeamRhythm> {
  const nowMs = ctx.clock.now()
  const { timeZone } = ctx.config
  const id = threadless(conversation.conversationId)
  const outcome = await updateDocument(ctx.store, teamRhythms, ctx.caller.tenantId, id, (before) => {
    if (!before || (before.askedAt === null && everyWeeks === undefined)) return 'keep'
    const rule = { ...before, everyWeeks: everyWeeks ?? before.everyWeeks }
    const agreed = agreedRhythm(rule, { nowMs, today: localDate(nowMs, timeZone), timeZone })
    return { ...before, ...agreed, askedAt: null, countedFrom: nowIso(ctx), updatedAt: nowIso(ctx) }
  })
  if (outcome.status === 'conflict') throw keptChanging()
  if (outcome.status === 'absent') {
    const say = { key: 'teamRhythm.fault.gone' }
    throw new AppError('not-found', 'The rhythm has been stopped meanwhile', { say })
  }
  return outcome.document
}

/** Where the card stands that tells of it. */
export async function noteTeamRhythmCard(ctx: Ctx, conversation: Conversation, cardId: string): Promise<void> {
  await updateDocument(
    ctx.store,
    teamRhythms,
    ctx.caller.tenantId,
    threadless(conversation.conversationId),
    (before) => (before?.setBy === ctx.caller.leaderId ? { ...before, card: { conversation, id: cardId } } : 'keep'),
  )
}

/** Those that the caller has set. */
export function listOwnTeamRhythms({ store, caller }: Pick<Ctx, 'store' | 'caller'>): Promise<AsStored[]> {
  const where = [{ field: 'setBy', is: '=', value: caller.leaderId }] as const
  return everyDocument(store, asStored(teamRhythms), caller.tenantId, { where })
}

/** The question is the team's and goes on coming; who has set it goes. @returns how many there were */
export async function eraseTeamRhythms(ctx: Ctx): Promise<number> {
  const own = await listOwnTeamRhythms(ctx)
  for (const { id } of own)
    await updateDocument<AsStored>(ctx.store, asStored(teamRhythms), ctx.caller.tenantId, id, (before) =>
      before ? { ...before, setBy: null, setByName: '' } : 'keep',
    )
  return own.length
}

function noSuchTopic(topic: string): AppError {
  const say = { key: 'teamRhythm.fault.topic', field: 'topic', params: { topic } }
  return new AppError('invalid', 'The rhythm has no usable topic', { say })
}

function keptChanging(): AppError {
  return new AppError('conflict', 'The rhythm kept changing under several writers')
}
