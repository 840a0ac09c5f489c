import type { Preview } from '../../campaigns/verbs/preview'
import type { Campaign } from '../../records/campaign'
import { button, primary } from '../kit/button'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'
import { recipientsInWords } from './campaign-words'

/** Asks once more before very many are written to. */
export function confirmStartCard(reader: SheetReader, campaignId: string, preview: Preview): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, `campaignConfirm.${key}`, params)
  const recipients = recipientsInWords(reader.texts, reader.locale, preview)
  return sheetCard(reader, {
    title: t('title', { recipients }),
    text: t('text'),
    buttons: [
      primary(button(t('yes'), 'campaign.start', { campaignId, confirmed: 'yes' })),
      button(t('no'), 'campaign.review', { campaignId }),
    ],
  })
}

/** Asks before a campaign is stopped for good. */
export function confirmCancelCard(reader: SheetReader, { id, name }: Pick<Campaign, 'id' | 'name'>): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, `campaignCancel.${key}`, params)
  return sheetCard(reader, {
    title: t('title', { name }),
    text: t('text'),
    buttons: [
      button(t('yes'), 'campaign.cancel', { campaignId: id }),
      primary(button(t('no'), 'campaign.show', { campaignId: id })),
    ],
  })
}
