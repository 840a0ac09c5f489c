import { z } from 'zod'
import { type Ctx, nowIso } from '../caller/context'
import { AppError } from '../errors'
import { type Channel, channels } from '../records/channel'
import { isTalk } from '../records/expectation-talk'
import type { Reflection, Share } from '../records/reflection'
import { changeReflection, reflectionIdInput } from './change-reflection'

const channelId = z.string().min(1).max(255)
export const channelInput = reflectionIdInput.extend({ channelId })
/** `revision`: the answer that was previewed. `attempt`: how many there were before this one, so that no press counts twice. */
export const shareInput = channelInput.extend({
  revision: z.coerce.number().int().min(0),
  attempt: z.coerce.number().int().min(0).max(100),
})

/** Another attempt is made no sooner: until then the first may still be on its way. */
const attemptMs = 60_000

/** @throws AppError `not-found` when Pejling is not in the channel, or no longer */
export async function findChannel(ctx: Ctx, id: string): Promise<Channel> {
  const channel = (await ctx.store.get(channels, ctx.caller.tenantId, id))?.document
  if (channel && channel.removedAt === null) return channel
  throw new AppError('not-found', 'No such channel', { say: { key: 'share.channelGone', field: 'channelId' } })
}

/**
 * Notes that the caller's answer is being shared in a channel, and tells whether to post it now: true for one press of those
 * that show the same attempt, and only while the answer is the one that was previewed.
 */
export async function shareReflection(
  ctx: Ctx,
  input: z.infer<typeof shareInput>,
  channelName: string,
): Promise<{ reflection: Reflection; isToPost: boolean }> {
  let isToPost = false
  const reflection = await changeReflection(ctx, input.reflectionId, (standing) => {
    const { shared = [], revision = 0 } = standing
    const at = shared.findIndex((share) => isSame(share, input))
    const before = shared[at]
    isToPost = canBeShared(standing) && revision === input.revision && isNext(ctx, before, input.attempt)
    if (!isToPost) return undefined
    const share: Share = {
      channelId: input.channelId,
      name: channelName,
      revision,
      delivery: 'sending',
      at: nowIso(ctx),
      attempts: input.attempt + 1,
      isTakenBack: false,
    }
    return { shared: before ? shared.with(at, share) : [...shared, share] }
  })
  return { reflection, isToPost }
}

/** How posting it went, or that it has been taken back. */
export function noteShare(
  ctx: Ctx,
  { reflectionId, channelId, revision }: Pick<z.infer<typeof shareInput>, 'reflectionId' | 'channelId' | 'revision'>,
  outcome: Partial<Pick<Share, 'delivery' | 'cardId' | 'isTakenBack'>>,
): Promise<Reflection> {
  return changeReflection(ctx, reflectionId, ({ shared = [] }) => ({
    shared: shared.map((share) => (isSame(share, { channelId, revision }) ? { ...share, ...outcome } : share)),
  }))
}

/** A number alone is for the leader's own eyes. */
export function canBeShared({ state, text, promptId }: Reflection): boolean {
  return state === 'answered' && text !== undefined && !isTalk({ promptId })
}

/** The share of this answer in that channel. */
export function isSame(share: Share, { channelId, revision }: { channelId: string; revision: number }): boolean {
  return share.channelId === channelId && share.revision === revision
}

function isNext(ctx: Ctx, before: Share | undefined, attempt: number): boolean {
  if (!before) return attempt === 0
  const isOnItsWay = before.delivery === 'sending' && ctx.clock.now() - Date.parse(before.at) < attemptMs
  return before.attempts === attempt && before.delivery !== 'sent' && !isOnItsWay
}
