import { type Ctx, nowIso } from '../context'
import { AppError } from '../errors'
import { retained } from '../retention'
import { type AsStored, asStored } from '../store/as-stored'
import { occasions } from '../store/campaign-containers'
import { deliveries, deliverySchema } from '../store/delivery-containers'
import { everyPage } from '../store/every-page'
import { deliveryId } from '../store/ids'
import type { StoredDocument } from '../store/store'
import { updateDocument } from '../store/update-document'
import { pageTtl } from './page-ttl'
import {
  type NamingCampaign,
  type NamingDelivery,
  type NamingPage,
  namingCampaigns,
  namingDeliveries,
  namingPages,
} from './who-is-named'

const page = 500
/** Point reads side by side: erasing is rare, and must be done within a turn. */
const atOnce = 25

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
 * @param alias what stands in the person's place: random, and kept nowhere else when the erasure is done
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
  const { occasionId, state } = delivery
  const nobodys: NamingDelivery = {
    ...delivery,
    id: deliveryId(occasionId, alias),
    recipientId: alias,
    // What is not sent yet is not to be.
    state: state === 'pending' || state === 'claimed' ? 'cancelled' : state,
    reason: state === 'pending' || state === 'claimed' ? 'left' : delivery.reason,
    activityId: undefined,
    conversation: undefined,
  }
  await ctx.store.create(namingDeliveries, nobodys)
  await ctx.store.remove(deliveries, occasionId, delivery.id)
}

/** Leaves a page of recipients; whoever is delivering it right now finds the leader gone. */
async function leavePage(ctx: Ctx, { occasionId, campaignId, id }: NamingPage, alias: string): Promise<void> {
  // First what becomes of the alias: nothing is to be sent to it, and it is counted once. Where it was sent, that stands.
  await ctx.store.create(
    deliveries,
    deliverySchema.parse({
      id: deliveryId(occasionId, alias),
      ...{ occasionId, campaignId, tenantId: ctx.caller.tenantId, recipientId: alias, recipientKind: 'leader' },
      ...{ state: 'cancelled', reason: 'left', promptId: '', attempts: 0, claimedAt: nowIso(ctx), claimedBy: '' },
      ...retained(ctx, { createdAt: nowIso(ctx) }),
    }),
  )
  const outcome = await updateDocument(ctx.store, namingPages, occasionId, id, (before) => {
    if (!before) return 'keep'
    const recipients = before.recipients.map((recipient) =>
      recipient.id === ctx.caller.leaderId ? { ...recipient, id: alias } : recipient,
    )
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
  return everyPage((cursor) => ctx.store.list(namingCampaigns, ctx.caller.tenantId, { limit: page, cursor }))
}

async function listOccasions(ctx: Ctx): Promise<AsStored[]> {
  const all = await Promise.all(
    (await listCampaigns(ctx)).map(({ id }) =>
      everyPage((cursor) => ctx.store.list(asStored(occasions), id, { limit: page, cursor })),
    ),
  )
  return all.flat()
}

async function findDeliveries(ctx: Ctx): Promise<NamingDelivery[]> {
  return inTurns(await listOccasions(ctx), async ({ id }) => {
    const found = await ctx.store.get(namingDeliveries, id, deliveryId(id, ctx.caller.leaderId))
    return found ? [found.document] : []
  })
}

async function findPages(ctx: Ctx): Promise<NamingPage[]> {
  const pages = await inTurns(await listOccasions(ctx), ({ id }) =>
    everyPage((cursor) => ctx.store.list(namingPages, id, { limit: page, cursor })),
  )
  return pages.filter(({ recipients }) => recipients.some(({ id }) => id === ctx.caller.leaderId))
}

async function inTurns<A, B>(items: readonly A[], look: (item: A) => Promise<readonly B[]>): Promise<B[]> {
  const found: B[] = []
  for (let i = 0; i < items.length; i += atOnce) {
    found.push(...(await Promise.all(items.slice(i, i + atOnce).map(look))).flat())
  }
  return found
}
