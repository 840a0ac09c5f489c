import { createHash } from 'node:crypto'
import { atOnce } from '../../at-once'
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

/** Point reads side by side: erasing is rare, and must be done within a turn. */
const readsAtOnce = 25

/**
 * What campaigns keep about the caller: which ones name them, and what they were sent. There is no list of a person's
 * deliveries, since nobody is to ask for one; their ids are computed, occasion by occasion.
 */
export const ownedCampaignRecords: Readonly<Record<string, (ctx: Ctx) => Promise<readonly StoredDocument[]>>> = {
  async campaigns(ctx) {
    const naming = (await listCampaigns(ctx)).filter((campaign) => isAbout(campaign, ctx.caller.leaderId))
    return naming.map(({ id, name, createdBy }) => ({ id, name, isCreator: createdBy === ctx.caller.leaderId }))
  },
  /** The same as the deliveries to come. */
  occasions: async () => [],
  async audiencePages(ctx) {
    const pages = await findPages(ctx)
    return pages.map(({ id, dueAt }) => ({ id, dueAt }))
  },
  async deliveries(ctx) {
    // How to reach the leader stands in their own record.
    return (await findDeliveries(ctx)).map(({ conversation: _, ...delivery }) => delivery)
  },
}

/**
 * Takes the caller out of every campaign. What was sent stays in its occasion's counts as somebody's, so that these go on
 * adding up; of whom is not told. Safe to repeat with the same `alias`.
 * @param alias what the names that stand in the person's place are made of: random, and kept nowhere when the erasure is done
 * @returns how many deliveries were the caller's
 */
export async function eraseDeliveries(ctx: Ctx, alias: string): Promise<number> {
  const { leaderId } = ctx.caller
  for (const { id } of (await listCampaigns(ctx)).filter((campaign) => isAbout(campaign, leaderId))) {
    const outcome = await updateDocument(ctx.store, namingCampaigns, ctx.caller.tenantId, id, (before) => {
      if (!before) return 'keep'
      const { createdBy, audience } = before
      const people = audience.people.filter((person) => person !== leaderId)
      return { ...before, createdBy: createdBy === leaderId ? '' : createdBy, audience: { ...audience, people } }
    })
    if (outcome.status === 'conflict') throw stillNamed()
  }
  const sent = await findDeliveries(ctx)
  for (const delivery of sent) await keepAsNobodys(ctx, delivery, alias)
  for (const page of await findPages(ctx)) await leavePage(ctx, page, alias)
  return sent.length
}

function isAbout({ createdBy, audience }: NamingCampaign, leaderId: string): boolean {
  return createdBy === leaderId || audience.people.includes(leaderId)
}

async function keepAsNobodys(ctx: Ctx, delivery: NamingDelivery, alias: string): Promise<void> {
  const { id, occasionId, state, createdAt } = delivery
  // What is not sent yet is not to be.
  const isOpen = state === 'pending' || state === 'claimed'
  const at = typeof createdAt === 'string' ? createdAt : nowIso(ctx)
  await ctx.store.create(namingDeliveries, nobodys(ctx, occasionId, alias, isOpen ? 'cancelled' : state, at))
  await ctx.store.remove(deliveries, occasionId, id)
}

/** No more than a count needs, and of when no more than the day: the instant would tell the place among the others. */
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

/** Another in each occasion, so that nobody's deliveries do not become the story of one person. */
function aliasIn(occasionId: string, alias: string): string {
  return `erased-${createHash('sha256').update(`${alias}\n${occasionId}`).digest('hex').slice(0, 32)}`
}

/** Leaves a page of recipients; whoever is delivering it right now finds the leader gone. */
async function leavePage(ctx: Ctx, { occasionId, id }: NamingPage, alias: string): Promise<void> {
  // First what becomes of the alias: nothing is to be sent to it, and it is counted once. Where it was sent, that stands.
  await ctx.store.create(namingDeliveries, nobodys(ctx, occasionId, alias, 'cancelled', nowIso(ctx)))
  const outcome = await updateDocument(ctx.store, namingPages, occasionId, id, (before) => {
    if (!before) return 'keep'
    // Last: the others stand by their ids, and the place between two would tell whose it was.
    const isOwn = (recipient: { readonly id: string }) => recipient.id === ctx.caller.leaderId
    const own = before.recipients.filter(isOwn).map((one) => ({ ...one, id: aliasIn(occasionId, alias) }))
    const recipients = [...before.recipients.filter((one) => !isOwn(one)), ...own]
    const { ttl, closesAt } = before
    const left = ttl === undefined ? {} : { ttl: pageTtl(String(closesAt), ttl, ctx.clock.now()) }
    return { ...before, recipients, ...left }
  })
  if (outcome.status === 'conflict') throw stillNamed()
}

/** Nothing is told to be erased that is not; the erasure can be done again. */
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
