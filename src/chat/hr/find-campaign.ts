import { isHr } from '../../caller/access'
import { campaignStatus, listCampaigns } from '../../campaigns/verbs/campaign-report'
import { button } from '../../cards/kit/button'
import { noticeCard } from '../../cards/kit/notice-card'
import { fold } from '../../search/danish'
import { type Reply, send } from '../reply'
import type { Turn } from '../turn'

/** The campaign that one of HR means in their own chat: the one of that name, or the only one there is. @returns its id */
export async function findMeant({ ctx, isPersonal }: Turn, name: string): Promise<string | undefined> {
  if (!isPersonal || !isHr(ctx)) return undefined
  const all = (await listCampaigns(ctx)).map(({ campaign }) => campaign)
  const [only, ...others] = all.filter(({ state }) => state !== 'cancelled')
  const wanted = asSaid(name)
  if (wanted !== '') return all.find((campaign) => asSaid(campaign.name) === wanted)?.id
  return others.length === 0 ? only?.id : undefined
}

/** Whether one of HR has any to choose from in their own chat. */
export async function hasCampaigns({ ctx, isPersonal }: Turn): Promise<boolean> {
  return isPersonal && isHr(ctx) && (await listCampaigns(ctx)).length > 0
}

/** The newest occasion of that campaign that did not reach somebody whom HR can help; else the newest that was sent. @returns its id */
export async function findUnreached(turn: Turn, name: string): Promise<string | undefined> {
  const campaignId = await findMeant(turn, name)
  if (campaignId === undefined) return undefined
  const { occasions } = await campaignStatus(turn.ctx, { campaignId })
  const unreached = occasions.find(({ counts, away }) => counts.unreachable > away || counts.failed > 0)
  return (unreached ?? occasions.find(({ counts }) => counts.sent > 0))?.occasion.id
}

/** What to press in the list of campaigns. */
export function pickHint({ reader: { texts, locale } }: Turn, key: string): string {
  const buttons = { show: texts(locale, 'campaigns.show'), copy: texts(locale, 'campaignCard.copy') }
  return texts(locale, key, { ...buttons, sample: texts(locale, 'campaignCard.sample') })
}

/** There is no report on what leaders answer; anybody who asks may know. */
export function tellReport({ ctx, isPersonal, reader: { texts, locale } }: Turn): Reply {
  const isForHr = isPersonal && isHr(ctx)
  return send(
    noticeCard({
      locale,
      title: texts(locale, 'campaignReport.title'),
      text: texts(locale, 'campaignReport.text'),
      buttons: isForHr ? [button(texts(locale, 'campaignReport.show'), 'campaign.list')] : [],
    }),
  )
}

/** Without quotation marks and the like, however it is spelt. */
function asSaid(name: string): string {
  return name
    .split(/[^\p{L}\p{M}\d]+/u)
    .map(fold)
    .filter((word) => word !== '')
    .join(' ')
}
