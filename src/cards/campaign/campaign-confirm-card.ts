import type { OccasionReport } from '../../campaigns/verbs/campaign-report'
import type { Preview } from '../../campaigns/verbs/preview'
import type { Campaign } from '../../records/campaign'
import { localDate } from '../../time/clock'
import { button, primary, withoutInputs } from '../kit/button'
import { dateInWords } from '../kit/local-time'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'
import { capitalised, recipientsInWords } from './campaign-words'

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

/** Asks which day's question is called back, before it is. @param reports those that can be, the newest first */
export function confirmCallBackCard(
  reader: SheetReader,
  { id, name, recurrence }: Pick<Campaign, 'id' | 'name' | 'recurrence'>,
  reports: readonly OccasionReport[],
  nowMs: number,
): CardContent {
  const { texts, locale } = reader
  const t = (key: string, params = {}) => texts(locale, `campaignCallBack.${key}`, params)
  const today = localDate(nowMs, recurrence.timeZone)
  return sheetCard(reader, {
    title: t('title', { name }),
    text: t('text'),
    choice: {
      id: 'occasionId',
      label: t('choose'),
      error: t('chooseError'),
      value: reports[0]?.occasion.id ?? '',
      choices: reports.slice(0, mostDays).map(({ occasion }) => ({
        title: capitalised(dateInWords(locale, occasion.date, today)),
        value: occasion.id,
      })),
    },
    buttons: [
      button(t('yes'), 'campaign.callBack'),
      primary(withoutInputs(button(t('no'), 'campaign.show', { campaignId: id }))),
    ],
  })
}

/** A quarter of a year of a weekly one. */
const mostDays = 12
