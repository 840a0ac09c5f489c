import { isHr } from '../../caller/access'
import { type CampaignSummary, listCampaigns } from '../../campaigns/verbs/campaign-report'
import { campaignPickCard } from '../../cards/campaign/campaign-pick-card'
import { button, type Verb } from '../../cards/kit/button'
import { noticeCard } from '../../cards/kit/notice-card'
import { fold } from '../../search/danish'
import { type Reply, send } from '../reply'
import type { Turn } from '../turn'

/** What HR asks for in words about one of their campaigns. */
export type CampaignAsk = keyof typeof asks

interface Ask {
  /** A row of the actions that takes a campaign's id. */
  readonly verb: Verb
  /** Which campaigns it can be about. */
  readonly fits: (each: CampaignSummary) => boolean
  /** Whether it is said above the campaign what can be done. */
  readonly isExplained?: boolean
}

const asks = {
  notReached: { verb: 'campaign.unreachedOf', fits: ({ last }) => last !== null },
  sample: { verb: 'campaign.sample', fits: () => true },
  copy: { verb: 'campaign.copy', fits: () => true },
  cancel: { verb: 'campaign.askCancel', fits: isUnderWay },
  pause: { verb: 'campaign.show', fits: ({ campaign }) => campaign.state === 'running', isExplained: true },
  sendNow: {
    verb: 'campaign.show',
    fits: (each) => isUnderWay(each) || each.campaign.state === 'draft',
    isExplained: true,
  },
} satisfies Record<string, Ask>

/** What is done with a campaign, and what is said above it; or what is answered where none, or one of several, is meant. */
export type MeantCampaign =
  | { readonly verb: Verb; readonly campaignId: string; readonly above?: string }
  | { readonly reply: Reply }

/** Whether it is one of HR in their own chat, where campaigns are shown. */
export function isHrsChat({ ctx, isPersonal }: Turn): boolean {
  return isPersonal && isHr(ctx)
}

/** The campaign that one of HR means: the one of that name, or the only one that it can be about. Of several it is asked which. */
export async function findMeant(turn: Turn, name: CampaignAsk, called: string): Promise<MeantCampaign> {
  const { reader } = turn
  const { texts, locale } = reader
  const { verb, fits, isExplained }: Ask = asks[name]
  const t = (key: string) => texts(locale, `campaignPick.${name}.${key}`)
  const all = (await listCampaigns(turn.ctx)).filter((each) => !isDropped(each))
  const wanted = asSaid(called)
  const named = wanted === '' ? undefined : all.find(({ campaign }) => asSaid(campaign.name) === wanted)
  // One that it cannot be about is shown, which says how it stands.
  if (named && !fits(named)) return { verb: 'campaign.show', campaignId: named.campaign.id, above: t('none') }
  const fitting = all.filter(fits)
  const open = fitting.filter(({ campaign }) => campaign.state !== 'cancelled')
  const among = open.length > 0 ? open : fitting
  const [only, ...others] = among
  if (only === undefined) return { reply: send(noneCard(turn, name)) }
  const meant = named ?? (wanted === '' && others.length === 0 ? only : undefined)
  if (meant) return { verb, campaignId: meant.campaign.id, ...(isExplained && { above: t('above') }) }
  const choices = among.map(({ campaign: { id, name: title } }) => ({ title, value: id }))
  return { reply: send(campaignPickCard(reader, { name, verb, choices })) }
}

function noneCard({ reader: { texts, locale } }: Turn, name: CampaignAsk) {
  return noticeCard({
    locale,
    title: texts(locale, `campaignPick.${name}.none`),
    text: texts(locale, `campaignPick.${name}.noneText`),
    buttons: [
      button(texts(locale, 'campaigns.new'), 'campaign.new'),
      button(texts(locale, 'campaignReport.show'), 'campaign.list'),
    ],
  })
}

/** There is no report on what leaders answer; anybody who asks may know. */
export function tellReport(turn: Turn): Reply {
  const { texts, locale } = turn.reader
  return send(
    noticeCard({
      locale,
      title: texts(locale, 'campaignReport.title'),
      text: texts(locale, 'campaignReport.text'),
      buttons: isHrsChat(turn) ? [button(texts(locale, 'campaignReport.show'), 'campaign.list')] : [],
    }),
  )
}

function isUnderWay({ campaign: { state } }: CampaignSummary): boolean {
  return state === 'running' || state === 'paused'
}

/** A draft that was thrown away: nothing of it was ever sent. */
export function isDropped({ campaign: { state, occasions } }: CampaignSummary): boolean {
  return state === 'cancelled' && occasions === 0
}

/** Without quotation marks and the like, however it is spelt. */
function asSaid(name: string): string {
  return name
    .split(/[^\p{L}\p{M}\d]+/u)
    .map(fold)
    .filter((word) => word !== '')
    .join(' ')
}
