import type { CampaignStatus, CampaignSummary } from '../../campaigns/verbs/campaign-report'
import type { Preview } from '../../campaigns/verbs/preview'
import { campaignCard } from '../../cards/campaign/campaign-card'
import { type CampaignFormFields, campaignFormCard } from '../../cards/campaign/campaign-form-card'
import { campaignListCard } from '../../cards/campaign/campaign-list-card'
import { campaignPreviewCard } from '../../cards/campaign/campaign-preview-card'
import { campaignResendCard } from '../../cards/campaign/campaign-resend-card'
import { recipientsInWords } from '../../cards/campaign/campaign-words'
import { button, primary } from '../../cards/kit/button'
import type { CardContent } from '../../cards/kit/render'
import { sheetCard } from '../../cards/kit/sheet-card'
import type { Library } from '../../framework/library'
import type { Campaign } from '../../records/campaign'
import type { Leader } from '../../records/leader'
import type { Texts } from '../../texts'

/** What HR sees of campaigns, each in their own language. */
export interface CampaignViews {
  form(leader: Leader, form: CampaignFormFields): CardContent
  preview(leader: Leader, campaign: Campaign, preview: Preview, nowMs: number): CardContent
  /** Asks once more before very many are written to. */
  confirm(leader: Leader, campaignId: string, preview: Preview): CardContent
  list(
    leader: Leader,
    page: { campaigns: readonly CampaignSummary[]; page: number; pages: number; isHeld: boolean },
    nowMs: number,
  ): CardContent
  one(leader: Leader, status: CampaignStatus, nowMs: number, isHeld: boolean): CardContent
  cancelAsked(leader: Leader, campaign: Campaign): CardContent
  resend(leader: Leader, status: CampaignStatus, nowMs: number): CardContent
}

export function createCampaignViews(library: Library, texts: Texts): CampaignViews {
  const reader = ({ locale }: Leader) => ({ library, texts, locale })
  return {
    form: (leader, form) => campaignFormCard({ ...reader(leader), ...form }),
    preview: (leader, campaign, preview, nowMs) => campaignPreviewCard({ ...reader(leader), campaign, preview, nowMs }),
    confirm(leader, campaignId, preview) {
      const t = (key: string, params = {}) => texts(leader.locale, `campaignConfirm.${key}`, params)
      const recipients = recipientsInWords(texts, leader.locale, preview)
      return sheetCard(reader(leader), {
        title: t('title', { recipients }),
        text: t('text'),
        buttons: [
          primary(button(t('yes'), 'campaign.start', { campaignId, confirmed: 'yes' })),
          button(t('no'), 'campaign.review', { campaignId }),
        ],
      })
    },
    list: (leader, page, nowMs) => campaignListCard({ ...reader(leader), ...page, nowMs }),
    one: (leader, status, nowMs, isHeld) => campaignCard({ ...reader(leader), status, nowMs, isHeld }),
    cancelAsked(leader, { id, name }) {
      const t = (key: string, params = {}) => texts(leader.locale, `campaignCancel.${key}`, params)
      return sheetCard(reader(leader), {
        title: t('title', { name }),
        text: t('text'),
        buttons: [
          button(t('yes'), 'campaign.cancel', { campaignId: id }),
          primary(button(t('no'), 'campaign.show', { campaignId: id })),
        ],
      })
    },
    resend: (leader, status, nowMs) => campaignResendCard({ ...reader(leader), status, nowMs }),
  }
}
