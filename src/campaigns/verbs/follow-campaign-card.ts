import type { Ctx, Services } from '../../caller/context'
import { type Campaign, type CampaignCard, campaigns } from '../../records/campaign'
import { everyDocument } from '../../store/every-document'
import { updateCampaign } from '../kept/campaign-record'
import type { CampaignStatus } from './campaign-report'

/** As many of HR as look after one campaign; the oldest card goes first. */
const mostCards = 5
/** How soon a card is brought up to date while something is being sent; of very many, less often, since each time all are counted. */
const [whileSendingMs, ofManyMs, many] = [15_000, 60_000, 2000]
/** What begins at an instant is seen to a little later. */
const afterMs = 10_000

/** Remembers the card in the caller's own chat that shows a campaign, so that it follows what is sent. One card a person. */
export async function followCard(ctx: Ctx, status: CampaignStatus, cardId: string): Promise<void> {
  const { leaderId } = ctx.caller
  const next = nextRefresh(status, ctx.clock.now())
  await updateCampaign(ctx, status.campaign.id, ({ shownIn = [], followAt }) => {
    const isKnown = shownIn.some((card) => card.personId === leaderId && card.cardId === cardId)
    if (isKnown && followAt === next) return undefined
    const others = shownIn.filter(({ personId }) => personId !== leaderId)
    return { shownIn: [...others, { personId: leaderId, cardId }].slice(-mostCards), followAt: next }
  })
}

/** The campaigns whose cards are due to be brought up to date. */
export async function listToRefresh({ store, config, clock }: Services): Promise<readonly Campaign[]> {
  const where = [{ field: 'state', is: '=', value: 'running' satisfies Campaign['state'] }] as const
  const running = await everyDocument(store, campaigns, config.tenantId, { where })
  const now = clock.now()
  return running.filter(({ followAt }) => typeof followAt === 'string' && Date.parse(followAt) <= now)
}

/** Takes a campaign's cards on, so that of several instances one does. @returns the cards; none where another instance has them */
export async function claimRefresh(services: Services, campaign: Campaign): Promise<readonly CampaignCard[]> {
  let isMine = false
  const next = new Date(services.clock.now() + ofManyMs).toISOString()
  await updateCampaign(services, campaign.id, ({ followAt }) => {
    isMine = followAt === campaign.followAt
    return isMine ? { followAt: next } : undefined
  })
  return isMine ? (campaign.shownIn ?? []) : []
}

/** Notes when the cards are looked at next, and forgets those that are gone. */
export async function noteRefresh(
  services: Services,
  { campaign, ...status }: CampaignStatus,
  gone: readonly CampaignCard[],
): Promise<void> {
  const followAt = nextRefresh({ campaign, ...status }, services.clock.now())
  await updateCampaign(services, campaign.id, ({ shownIn = [] }) => ({
    followAt,
    shownIn: shownIn.filter(({ cardId }) => gone.every((card) => card.cardId !== cardId)),
  }))
}

/** While something is being sent: soon again. Else when the next is, or a reminder; null: nothing is to come. */
function nextRefresh({ nextSendAt, occasions }: CampaignStatus, nowMs: number): string | null {
  const iso = (ms: number) => new Date(ms).toISOString()
  const open = occasions.find(
    ({ occasion, counts }) => Date.parse(occasion.dueAt) <= nowMs && counts.pending + counts.claimed > 0,
  )
  if (open) return iso(nowMs + (open.counts.recipients > many ? ofManyMs : whileSendingMs))
  const instants = [nextSendAt, ...occasions.map(({ occasion }) => occasion.remindAt)]
  const toCome = instants.flatMap((at) => (at !== null && Date.parse(at) > nowMs ? [Date.parse(at)] : []))
  return toCome.length === 0 ? null : iso(Math.min(...toCome) + afterMs)
}
