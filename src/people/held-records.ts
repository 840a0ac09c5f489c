import type { Ctx } from '../caller/context'
import { ttlSeconds } from '../caller/retention'
import { ownedCampaignRecords } from '../campaigns/verbs/erase-deliveries'
import { listOwnAgreements, listOwnDiscussions } from '../channels/agreements'
import { listThreadAnswers } from '../channels/thread-answers'
import { AppError } from '../errors'
import { listOwnRequests } from '../hr-requests/erase-requests'
import { occasions } from '../records/campaign'
import { threadAnswers } from '../records/channel'
import { deliveries } from '../records/delivery'
import { agreements, discussions } from '../records/discussion'
import { hrRequests } from '../records/hr-request'
import { occasionOf } from '../records/ids'
import { reflections, snoozes } from '../records/reflection'
import { type AsStored, asStored } from '../store/as-stored'
import type { ContainerShape, StoredDocument } from '../store/store'
import { updateDocument } from '../store/update-document'
import { listOwnReflections, listOwnSnoozes } from './owned-records'

/** What of a person's would expire, and whose records an erasure or an export finds it by. */
interface Holdable {
  readonly container: ContainerShape
  readonly list: (ctx: Ctx) => Promise<readonly StoredDocument[]>
}

export const holdables: readonly Holdable[] = [
  { container: reflections, list: listOwnReflections },
  { container: snoozes, list: listOwnSnoozes },
  { container: hrRequests, list: listOwnRequests },
  { container: threadAnswers, list: listThreadAnswers },
  { container: discussions, list: listOwnDiscussions },
  { container: agreements, list: listOwnAgreements },
  { container: deliveries, list: listDeliveries },
]

/** Keeps everything of the caller's from expiring; safe to repeat. @returns how many records are held now */
export async function holdRecords(ctx: Ctx): Promise<number> {
  let count = 0
  for (const { container, list } of holdables)
    for (const record of await list(ctx)) {
      await change(ctx, container, record, withoutEnd)
      count++
    }
  // A delivery is found by its occasion alone.
  for (const occasion of await listOccasions(ctx)) await change(ctx, occasions, occasion, withoutEnd)
  return count
}

/**
 * Lets it expire as it would have: what is overdue goes at once; safe to repeat.
 * @param others who else is held: an occasion that holds a delivery of theirs stays
 * @returns how many records were the caller's
 */
export async function releaseRecords(ctx: Ctx, others: readonly Ctx[]): Promise<number> {
  const held = (await Promise.all(others.map(listOccasions))).flat()
  const stays = new Set(held.map(({ id }) => id))
  const free = (await listOccasions(ctx)).filter(({ id }) => !stays.has(id))
  const written = new Map((await listOwnReflections(ctx)).map(({ id, createdAt }) => [id, createdAt]))
  let count = 0
  for (const { container, list } of holdables)
    for (const record of await list(ctx)) {
      // A prompt put off lives as long as its reflection.
      await change(ctx, container, record, (before) => ending(ctx, before, written.get(String(before.reflectionId))))
      count++
    }
  for (const occasion of free) await change(ctx, occasions, occasion, (before) => ending(ctx, before))
  return count
}

async function change(
  ctx: Ctx,
  container: ContainerShape,
  record: StoredDocument,
  changed: (before: AsStored) => AsStored,
): Promise<void> {
  const partition = String((record as AsStored)[container.partitionKey])
  const outcome = await updateDocument<AsStored>(ctx.store, asStored(container), partition, record.id, (before) =>
    before ? changed(before) : 'keep',
  )
  if (outcome.status === 'conflict')
    throw new AppError('conflict', 'A record kept changing under several writers: do it again')
}

function withoutEnd(before: AsStored): AsStored {
  return { ...before, isHeld: true, ttl: undefined }
}

function ending({ clock, config }: Ctx, before: AsStored, createdAt: unknown = before.createdAt): AsStored {
  const since = typeof createdAt === 'string' ? createdAt : new Date(clock.now()).toISOString()
  return { ...before, isHeld: undefined, ttl: ttlSeconds(since, config.retentionMonths, clock.now()) }
}

async function listDeliveries(ctx: Ctx): Promise<readonly StoredDocument[]> {
  return (await ownedCampaignRecords.deliveries?.(ctx)) ?? []
}

async function listOccasions(ctx: Ctx): Promise<AsStored[]> {
  return (await listDeliveries(ctx)).flatMap(({ id }) => {
    const { campaignId, occasionId } = occasionOf(id) ?? {}
    return occasionId === undefined ? [] : [{ id: occasionId, campaignId }]
  })
}
