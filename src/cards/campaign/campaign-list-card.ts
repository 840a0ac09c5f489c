import type { CampaignSummary } from '../../campaigns/verbs/campaign-report'
import { button, primary, withoutInputs } from '../kit/button'
import { dateOf } from '../kit/local-time'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'
import { shortened } from '../kit/shortened'
import { countsInWords } from './campaign-card'
import { approvalInWords, instantInWords, stateInWords } from './campaign-words'

export interface CampaignListView extends SheetReader {
  /** Those of this page. */
  readonly campaigns: readonly CampaignSummary[]
  /** From 0. */
  readonly page: number
  readonly pages: number
  readonly nowMs: number
  /** Who made the drafts among them, by id. */
  readonly makers?: ReadonlyMap<string, string>
  /** An operator, or Teams, has stopped all sending. */
  readonly isHeld?: boolean
}

const mostNameCharacters = 60

/** HR's campaigns: how each stands, and the way to one of them. */
export function campaignListCard(view: CampaignListView): CardContent {
  const { campaigns, page, pages, texts, locale } = view
  const t = (key: string, params = {}) => texts(locale, `campaigns.${key}`, params)
  const [first] = campaigns
  return sheetCard(view, {
    title: t('title'),
    text: [
      ...(view.isHeld ? [t('held')] : []),
      ...(first === undefined ? [t('none')] : pages > 1 ? [t('page', { page: page + 1, pages })] : []),
    ].join('\n'),
    sections: campaigns.map((each) => ({ heading: each.campaign.name, text: lineOf(view, each) })),
    ...(first && {
      choice: {
        id: 'campaignId',
        label: t('choose'),
        error: t('chooseError'),
        value: first.campaign.id,
        choices: campaigns.map(({ campaign: { id, name } }) => ({
          title: shortened(name, mostNameCharacters),
          value: id,
        })),
      },
    }),
    buttons: [
      ...(first ? [primary(button(t('show'), 'campaign.show'))] : []),
      withoutInputs(button(t('new'), 'campaign.new')),
      ...(pages === 1 || page + 1 === pages ? [withoutInputs(button(t('series'), 'campaign.offerSeries'))] : []),
      ...(page > 0 ? [withoutInputs(button(t('before'), 'campaign.list', { page: String(page - 1) }))] : []),
      ...(page + 1 < pages ? [withoutInputs(button(t('more'), 'campaign.list', { page: String(page + 1) }))] : []),
    ],
  })
}

function lineOf(
  { texts, locale, nowMs, makers }: CampaignListView,
  { campaign, nextSendAt, last, approval }: CampaignSummary,
): string {
  const t = (key: string, params = {}) => texts(locale, `campaigns.${key}`, params)
  const { timeZone } = campaign.recurrence
  const when = nextSendAt && instantInWords(texts, locale, timeZone, nextSendAt, nowMs)
  const next = campaign.state === 'running' && when !== null ? [t('next', { when })] : []
  const by = makers?.get(campaign.id)
  const date = dateOf(locale, timeZone, campaign.createdAt)
  const made = campaign.state === 'draft' ? [by === undefined ? date : t('made', { by, date })] : []
  return [
    [stateInWords(texts, locale, campaign), ...next, ...made].join(' · '),
    ...approvalInWords(texts, locale, approval),
    ...(last ? [t('last', { counts: countsInWords({ texts, locale }, last.counts, last.away) })] : []),
  ].join('\n')
}
