import { type Ctx, nowIso } from '../caller/context'
import { leaderSchema, leaders } from '../records/leader'
import { erasePerson } from './erase-person'
import { findLeader, updateLeader } from './leader'
import { outOfReach } from './out-of-reach'
import { lastContactOf, profileStanding } from './profile-standing'

/**
 * Erases everything about the caller, whose time without a contact is over. A "stop" is kept, so that a list of leaders does not bring
 * prompts back to somebody who wanted none. Safe to repeat.
 */
export async function expireProfile(ctx: Ctx): Promise<void> {
  const leader = await findLeader(ctx)
  if (!leader || profileStanding(leader, ctx.config.profileMonths, ctx.clock.now()) !== 'expire') return
  await erasePerson({ ...ctx, caller: { ...ctx.caller, by: 'expiry' } }, outOfReach)
  if (!leader.stopped) return
  const { id, tenantId, locale, timeZone } = leader
  const now = nowIso(ctx)
  const rest = { id, tenantId, locale, timeZone, stopped: true, createdAt: now, updatedAt: now }
  await ctx.store.create(leaders, leaderSchema.parse(rest))
}

/** Notes that the caller is being told, before they are: nobody is told twice. @returns whether it is for this call to tell them */
export async function claimExpiryNotice(ctx: Ctx): Promise<boolean> {
  let isMine = false
  await updateLeader(ctx, (leader) => {
    isMine = profileStanding(leader, ctx.config.profileMonths, ctx.clock.now()) === 'tell'
    return isMine ? { expiryToldAt: nowIso(ctx), lastContact: lastContactOf(leader) } : undefined
  })
  return isMine
}

/** Nothing was sent: they are told another time. */
export async function dropExpiryNotice(ctx: Ctx): Promise<void> {
  await updateLeader(ctx, ({ expiryToldAt }) => (expiryToldAt === undefined ? undefined : { expiryToldAt: undefined }))
}
