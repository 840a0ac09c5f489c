import type { Services } from '../../caller/context'
import { type CampaignStatus, campaignStatus } from '../../campaigns/verbs/campaign-report'
import { claimRefresh, listToRefresh, noteRefresh } from '../../campaigns/verbs/follow-campaign-card'
import { campaignCard } from '../../cards/campaign/campaign-card'
import { readerFor } from '../../cards/kit/reader'
import { sendingStatus } from '../../delivery/sending-stop'
import { AppError } from '../../errors'
import type { Campaign, CampaignCard } from '../../records/campaign'
import { leaders } from '../../records/leader'
import type { Texts } from '../../texts'
import type { OtherChats } from '../other-chats'

export interface CardRefresherOptions {
  readonly services: Services
  readonly texts: Texts
  readonly otherChats: Pick<OtherChats, 'replace'>
}

/** Keeps the cards that show a campaign to HR true while it is being sent, and after: one look at those that are due. */
export function createCardRefresher({ services, texts, otherChats }: CardRefresherOptions): () => Promise<void> {
  async function refresh(campaign: Campaign): Promise<void> {
    const shown = await claimRefresh(services, campaign)
    const gone: CampaignCard[] = []
    let status: CampaignStatus | undefined
    for (const card of shown) {
      const found = await show(campaign, card)
      if (found) status = found
      else gone.push(card)
    }
    if (status) await noteRefresh(services, status, gone)
  }

  /** Undefined: it can be shown to them no more. */
  async function show({ id }: Campaign, { personId, cardId }: CampaignCard): Promise<CampaignStatus | undefined> {
    const { store, config, clock, knowledge } = services
    const person = (await store.get(leaders, config.tenantId, personId))?.document
    if (!person?.conversation) return undefined
    const { name, hrRight } = person
    const caller = { tenantId: config.tenantId, leaderId: personId, name, ...(hrRight && { hrRight }) }
    try {
      const status = await campaignStatus({ ...services, caller }, { campaignId: id })
      const { stop } = await sendingStatus(services)
      const isHeld = stop !== undefined && stop.why !== 'throttled'
      const reader = readerFor({ library: knowledge.library, texts }, person)
      const card = campaignCard({ ...reader, status, nowMs: clock.now(), isHeld })
      return (await otherChats.replace(person.conversation, cardId, card)) ? status : undefined
    } catch (error) {
      // A right that was taken away shows nothing more.
      if (error instanceof AppError && error.code === 'forbidden') return undefined
      throw error
    }
  }

  return async () => {
    for (const campaign of await listToRefresh(services)) await refresh(campaign)
  }
}
