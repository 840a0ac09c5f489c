import { claimExpiryNotice, dropExpiryNotice, expireProfile } from '../people/expire-profile'
import { holdRecords } from '../people/held-records'
import { profileStanding } from '../people/profile-standing'
import type { Work } from '../queue/work-message'
import { leaders } from '../records/leader'
import { asLeader } from './deliver'
import { isAgain } from './policy/next-state'
import { afterStop, done, later, type SendingContext, type Verdict } from './sending-context'

/** Nothing hurries. */
const againMs = 3600_000

/** Tells somebody that their profile goes for want of a contact, or lets it go; and keeps what has come about somebody whose data are held. */
export async function lookAtProfile(
  context: SendingContext,
  { leaderId }: Extract<Work, { kind: 'profile' }>,
  deadlineMs: number,
): Promise<Verdict> {
  const { services } = context
  const leader = (await services.store.get(leaders, services.config.tenantId, leaderId))?.document
  if (!leader) return done
  const ctx = asLeader(context, leader)
  if (leader.heldSince !== undefined) await holdRecords(ctx)
  const standing = profileStanding(leader, services.config.profileMonths, services.clock.now())
  if (standing === 'expire') await expireProfile(ctx)
  if (standing !== 'tell') return done
  const { conversation } = leader
  // Where there is no way to them, nothing but the time can be kept.
  if (!conversation || leader.unreachable) {
    await claimExpiryNotice(ctx)
    return done
  }
  if (!(await context.waitForPace(conversation.conversationId, deadlineMs))) return afterStop(context)
  if (!(await claimExpiryNotice(ctx))) return done
  await context.depart()
  const outcome = await context.sender.send({ kind: 'conversation', conversation }, { kind: 'expiring', leader })
  if (!isAgain(outcome) && outcome.status !== 'disabled') return done
  await dropExpiryNotice(ctx)
  return later(againMs)
}
