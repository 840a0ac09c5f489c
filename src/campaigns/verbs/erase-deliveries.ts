import { createHash } from 'node:crypto'
import { atOnce } from '../../async/at-once'
import { type Ctx, nowIso } from '../../caller/context'
import { retained } from '../../caller/retention'
import { AppError } from '../../errors'
import { occasions } from '../../records/campaign'
import { deliveries } from '../../records/delivery'
import { deliveryId, occasionOf } from '../../records/ids'
import { type AsStored, asStored } from '../../store/as-stored'
import { everyDocument } from '../../store/every-document'
import type { StoredDocument } from '../../store/store'
import { updateDocument } from '../../store/update-document'
import { pageTtl } from '../audience/page-ttl'
import {
  type NamingCampaign,
  type NamingDelivery,
  type NamingPage,
  namingCampaigns,
  namingDeliveries,
  namingPages,
} from '../kept/who-is-named'

/** So many reads go side by side: erasing is rare, and has to be done within a turn. */
const readsAtOnce = 25

/**
 * What campaigns keep about the caller: which ones name them, and what they were sent. There is no list of a person's
 * deliveries, since nobody is to ask for one; their ids are computed, occasion by occasion.
 */
export const ownedCampaignRecords: Readonly<Record<string, (ctx: Ctx) => Promise<readonly StoredDocument[]>>> = {
  async campaigns(ctx) {
    const naming = (await listCampaigns(ctx)).filter((campaign) => isAbout(campaign, ctx.caller.leaderId))
    const { leaderId } = ctx.caller
    return naming.map(({ id, name, createdBy, ownBy, approved }) => ({
      id,
      name,
      isCreator: createdBy === leaderId,
      ...(ownBy === leaderId && { wroteQuestions: true }),
      ...(approved?.by === leaderId && { approvedAt: approved.at }),
    }))
  },
  /** An occasion names nobody: who is on its pages stands under `audiencePages`. */
  occasions: async () => [],
  async audiencePages(ctx) {
    const pages = await findPages(ctx)
    return pages.map(({ id, dueAt }) => ({ id, dueAt }))
  },
  async deliveries(ctx) {
    // How the leader is reached is told by their own record.
    return (await findDeliveries(ctx)).map(({ conversation: _, ...delivery }) => delivery)
  },
}

/**
 * Takes the caller out of every campaign. What was sent goes on counting in its occasion as sent to somebody, so that the
 * counts add up, and nothing tells to whom. It is safe to repeat with the same `alias`.
 * @param alias what the names that stand in the person's place are made of: random, and kept nowhere when the erasure is done
 * @returns how many deliveries were the caller's
 */
export async function eraseDeliveries(ctx: Ctx, alias: string): Promise<number> {
  const { leaderId } = ctx.caller
  for (const { id } of (await listCampaigns(ctx)).filter((campaign) => isAbout(campaign, leaderId))) {
    const outcome = await updateDocument(ctx.store, namingCampaigns, ctx.caller.tenantId, id, (before) => {
      if (!before) return 'keep'
      const { createdBy, ownBy, approved, audience, shownIn } = before
      const people = audience.people.filter((person) => person !== leaderId)
      const others = shownIn?.filter(({ personId }) => personId !== leaderId)
      return {
        ...before,
        createdBy: createdBy === leaderId ? '' : createdBy,
        ...(ownBy === leaderId && { ownBy: '' }),
        ...(approved?.by === leaderId && { approved: { ...approved, by: '' } }),
        audience: { ...audience, people },
        ...(others && { shownIn: others }),
      }
    })
    if (outcome.status === 'conflict') throw stillNamed()
  }
  const sent = await findDeliveries(ctx)
  for (const delivery of sent) await keepAsNobodys(ctx, delivery, alias)
  for (const page of await findPages(ctx)) await leavePage(ctx, page, alias)
  return sent.length
}

function isAbout({ createdBy, ownBy, approved, audience, shownIn = [] }: NamingCampaign, leaderId: string): boolean {
  const isShown = shownIn.some(({ personId }) => personId === leaderId)
  const isNamed = [createdBy, ownBy, approved?.by].includes(leaderId)
  return isNamed || isShown || audience.people.includes(leaderId)
}

async function keepAsNobodys(ctx: Ctx, delivery: NamingDelivery, alias: string): Promise<void> {
  const { id, occasionId, state, createdAt } = delivery
  // A delivery that is not sent yet is cancelled.
  const isOpen = state === 'pending' || state === 'claimed'
  const at = typeof createdAt === 'string' ? createdAt : nowIso(ctx)
  await ctx.store.create(namingDeliveries, nobodys(ctx, occasionId, alias, isOpen ? 'cancelled' : state, at))
  await ctx.store.remove(deliveries, occasionId, id)
}

/** Only what a count needs. Of the time only the day is kept, since the instant would tell which of the others it was. */
function nobodys(ctx: Ctx, occasionId: string, alias: string, state: string, at: string): NamingDelivery {
  const recipientId = aliasIn(occasionId, alias)
  const day = `${at.slice(0, 10)}T00:00:00.000Z`
  return retained(ctx, {
    id: deliveryId(occasionId, recipientId),
    occasionId,
    campaignId: occasionOf(occasionId)?.campaignId ?? '',
    tenantId: ctx.caller.tenantId,
    recipientId,
    recipientKind: 'leader',
    state,
    reason: state === 'sent' ? null : 'left',
    promptId: '',
    attempts: 0,
    claimedAt: day,
    claimedBy: '',
    createdAt: day,
  })
}

/** Another name in each occasion, so that the deliveries of an erased person cannot be put together again. */
function aliasIn(occasionId: string, alias: string): string {
  return `erased-${createHash('sha256').update(`${alias}\n${occasionId}`).digest('hex').slice(0, 32)}`
}

/** Takes the caller off a page of recipients. An instance that is delivering the page finds the leader gone. */
async function leavePage(ctx: Ctx, { occasionId, id }: NamingPage, alias: string): Promise<void> {
  // The delivery of the alias is written first, so that nothing is sent to the alias and it counts once. A delivery that is
  // there already says that the message was sent, and stays.
  await ctx.store.create(namingDeliveries, nobodys(ctx, occasionId, alias, 'cancelled', nowIso(ctx)))
  const outcome = await updateDocument(ctx.store, namingPages, occasionId, id, (before) => {
    if (!before) return 'keep'
    // The alias comes last. The others are ordered by id, and a place between two of them would tell whose it was.
    const isOwn = (recipient: { readonly id: string }) => recipient.id === ctx.caller.leaderId
    const own = before.recipients.filter(isOwn).map((one) => ({ ...one, id: aliasIn(occasionId, alias) }))
    const recipients = [...before.recipients.filter((one) => !isOwn(one)), ...own]
    const { ttl, closesAt } = before
    const left = ttl === undefined ? {} : { ttl: pageTtl(String(closesAt), ttl, ctx.clock.now()) }
    return { ...before, recipients, ...left }
  })
  if (outcome.status === 'conflict') throw stillNamed()
}

/** An erasure that did not succeed says so, and can be done again. */
function stillNamed(): AppError {
  return new AppError('conflict', 'A record that names the person kept changing under several writers')
}

function listCampaigns(ctx: Ctx): Promise<NamingCampaign[]> {
  return everyDocument(ctx.store, namingCampaigns, ctx.caller.tenantId)
}

async function listOccasions(ctx: Ctx): Promise<AsStored[]> {
  const all = await Promise.all(
    (await listCampaigns(ctx)).map(({ id }) => everyDocument(ctx.store, asStored(occasions), id)),
  )
  return all.flat()
}

async function findDeliveries(ctx: Ctx): Promise<NamingDelivery[]> {
  const found = await atOnce(readsAtOnce, await listOccasions(ctx), ({ id }) =>
    ctx.store.get(namingDeliveries, id, deliveryId(id, ctx.caller.leaderId)),
  )
  return found.flatMap((delivery) => delivery?.document ?? [])
}

async function findPages(ctx: Ctx): Promise<NamingPage[]> {
  const pages = await atOnce(readsAtOnce, await listOccasions(ctx), ({ id }) =>
    everyDocument(ctx.store, namingPages, id),
  )
  return pages.flat().filter(({ recipients }) => recipients.some(({ id }) => id === ctx.caller.leaderId))
}
