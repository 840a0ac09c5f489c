import { z } from 'zod'
import { type Ctx, nowIso } from '../caller/context'
import { AppError } from '../errors'
import { type Channel, channels } from '../records/channel'
import { type Conversation, threadless } from '../records/conversation'
import { updateDocument } from '../store/update-document'

export const placeFrameworkInput = z.object({ framework: z.string().max(100).default('') })
export const placeInput = placeFrameworkInput.extend({ group: z.string().max(100).default('') })

/** The channel that a turn comes from, as it is known; undefined in a group chat and for one that is not. */
export async function findChannelHere(ctx: Ctx, { conversationId }: Conversation): Promise<Channel | undefined> {
  return (await ctx.store.get(channels, ctx.caller.tenantId, threadless(conversationId)))?.document
}

/**
 * Keeps whose leadership framework is meant in a channel, for everybody who asks there.
 * @param group the slug of a group in it; empty: what it says to all leaders
 * @throws AppError `invalid` for a framework or group that does not exist, `not-found` where there is no channel
 */
export async function savePlace(
  ctx: Ctx,
  { conversationId }: Conversation,
  { framework: slug, group }: z.infer<typeof placeInput>,
): Promise<Channel> {
  const { library } = ctx.knowledge
  const framework = library.framework(slug)
  if (!framework) throw fault('framework')
  if (group !== '' && !library.role(slug, group)?.group) throw fault('group')
  const outcome = await updateDocument(
    ctx.store,
    channels,
    ctx.caller.tenantId,
    threadless(conversationId),
    (before) => (before ? { ...before, framework: slug, group: group || null, updatedAt: nowIso(ctx) } : 'keep'),
  )
  if (outcome.status === 'conflict') throw new AppError('conflict', 'The channel kept changing under several writers')
  if (outcome.status === 'absent')
    throw new AppError('not-found', 'The channel is not known', { say: { key: 'place.fault.gone' } })
  return outcome.document
}

function fault(field: 'framework' | 'group'): AppError {
  return new AppError('invalid', `No such ${field}`, { say: { key: `place.fault.${field}`, field } })
}
