import { localDate } from '../../time/clock'
import { button, primary, withoutInputs } from '../kit/button'
import { dateInWords } from '../kit/local-time'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { type CampaignView, countsInWords, isToResend } from './campaign-card'
import { capitalised } from './campaign-words'

/** What can be sent again, and what that means: what failed certainly did not arrive, what is unknown may have. */
export function campaignResendCard(view: CampaignView): CardContent {
  const { status, texts, locale, nowMs } = view
  const { campaign, occasions } = status
  const t = (key: string, params = {}) => texts(locale, `campaignResend.${key}`, params)
  const today = localDate(nowMs, campaign.recurrence.timeZone)
  const open = occasions.filter(isToResend)
  const has = (state: 'failed' | 'unknown') => open.some(({ counts }) => counts[state] > 0)
  const dated = open.map(({ occasion, counts, away }) => ({
    id: occasion.id,
    date: capitalised(dateInWords(locale, occasion.date, today)),
    text: countsInWords({ texts, locale }, counts, away),
  }))
  return sheetCard(view, {
    title: t('title', { name: campaign.name }),
    text: [t('failed'), ...(has('unknown') ? [t('unknown')] : [])].join('\n'),
    sections: dated.map(({ date, text }) => ({ heading: date, text })),
    choice: {
      id: 'occasionId',
      label: t('choose'),
      error: t('chooseError'),
      value: dated[0]?.id ?? '',
      choices: dated.map(({ id, date }) => ({ title: date, value: id })),
    },
    buttons: [
      ...(has('failed') ? [primary(button(t('sendFailed'), 'campaign.resend', { states: ['failed'] }))] : []),
      ...(has('unknown') ? [button(t('sendUnknown'), 'campaign.resend', { states: ['unknown'] })] : []),
      withoutInputs(button(t('back'), 'campaign.show', { campaignId: campaign.id })),
    ],
  })
}
