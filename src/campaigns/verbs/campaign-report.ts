import type { z } from 'zod'
import { requireHr } from '../../caller/access'
import type { Ctx } from '../../caller/context'
import { hrRightOf, mayManage } from '../../caller/hr-right'
import { type Campaign, campaigns, type Occasion, occasions } from '../../records/campaign'
import { leaders } from '../../records/leader'
import { asStored } from '../../store/as-stored'
import { everyDocument } from '../../store/every-document'
import type { campaignIdInput } from '../form/campaign-input'
import { type Approval, approvalOf } from '../kept/approval'
import { getCampaign } from '../kept/campaign-record'
import { countDeliveries, type OccasionTally } from '../kept/count-deliveries'
import { upcomingDates } from './preview-campaign'

export interface OccasionReport extends OccasionTally {
  readonly occasion: Occasion
}

export interface CampaignSummary {
  readonly campaign: Campaign
  /** The next instant at which something is sent; null: nothing is to come by itself. */
  readonly nextSendAt: string | null
  /** The newest occasion that is due; null: there has been none. */
  readonly last: OccasionReport | null
  /** How its own questions stand with the caller. */
  readonly approval: Approval
}

export interface CampaignStatus extends CampaignSummary {
  /** The newest first. */
  readonly occasions: readonly OccasionReport[]
}

/** Every campaign that the caller may plan, the newest first, with what came of its last occasion. */
export async function listCampaigns(ctx: Ctx): Promise<CampaignSummary[]> {
  requireHr(ctx)
  const all = await everyDocument(ctx.store, campaigns, ctx.caller.tenantId, {
    orderBy: { field: 'createdAt', descending: true },
  })
  const right = hrRightOf(ctx)
  const summaries: CampaignSummary[] = []
  for (const campaign of all.filter(({ audience }) => mayManage(right, audience))) {
    const { documents } = await ctx.store.list(occasions, campaign.id, { ...newestFirst, limit: 2 })
    summaries.push(
      summarise(
        ctx,
        campaign,
        await withCounts(
          ctx,
          documents.map(({ document }) => document),
        ),
      ),
    )
  }
  return summaries
}

/** One campaign with all its occasions. AppError `not-found`. */
export async function campaignStatus(ctx: Ctx, input: z.input<typeof campaignIdInput>): Promise<CampaignStatus> {
  requireHr(ctx)
  const campaign = await getCampaign(ctx, input.campaignId)
  const all = await everyDocument(ctx.store, occasions, campaign.id, newestFirst)
  const reports = await withCounts(ctx, all)
  return { ...summarise(ctx, campaign, reports), occasions: reports }
}

/** Who made drafts, by the campaign's id, as Teams shows them; none of whom nothing is known. */
export async function makersOf(ctx: Ctx, summaries: readonly CampaignSummary[]): Promise<ReadonlyMap<string, string>> {
  const drafts = summaries.filter(({ campaign }) => campaign.state === 'draft' && campaign.createdBy !== '')
  const named = await Promise.all(
    drafts.map(async ({ campaign: { id, createdBy } }) => [id, await nameOfHr(ctx, createdBy)] as const),
  )
  return new Map(named.filter(([, name]) => name !== ''))
}

/** One of HR, as Teams shows them; empty where nothing is known of them. */
export async function nameOfHr(ctx: Ctx, id: string): Promise<string> {
  const found = id === '' ? undefined : await ctx.store.get(asStored(leaders), ctx.caller.tenantId, id)
  return String(found?.document.name ?? '')
}

const newestFirst = { orderBy: { field: 'date', descending: true } } as const

async function withCounts(ctx: Ctx, found: readonly Occasion[]): Promise<OccasionReport[]> {
  const reports: OccasionReport[] = []
  // One after the other, since each may have thousands of deliveries.
  for (const occasion of found) reports.push({ occasion, ...(await countDeliveries(ctx, occasion)) })
  return reports
}

function summarise(ctx: Ctx, campaign: Campaign, newest: readonly OccasionReport[]): CampaignSummary {
  const now = ctx.clock.now()
  const isToCome = ({ occasion: { state, dueAt } }: OccasionReport) =>
    (state === 'planning' || state === 'planned') && Date.parse(dueAt) > now
  const planned = newest.filter(isToCome).at(-1)?.occasion.dueAt
  const next = planned ?? upcomingDates(campaign, now).find(({ at }) => at !== null)?.at
  return {
    campaign,
    nextSendAt: campaign.state === 'running' ? (next ?? null) : null,
    approval: approvalOf(ctx, campaign),
    last: newest.find((report) => !isToCome(report)) ?? null,
  }
}
