import { z } from 'zod'
import { campaignIdInput } from '../../campaigns/form/campaign-input'
import { callBack, type callBackInput } from '../../campaigns/verbs/call-back'
import {
  type CampaignStatus,
  type CampaignSummary,
  campaignStatus,
  listCampaigns,
  makersOf,
} from '../../campaigns/verbs/campaign-report'
import { cancelCampaign } from '../../campaigns/verbs/cancel-campaign'
import { followCard } from '../../campaigns/verbs/follow-campaign-card'
import { listUnreached, type unreachedInput } from '../../campaigns/verbs/list-unreached'
import { pauseCampaign, resumeCampaign } from '../../campaigns/verbs/pause-campaign'
import { resendDeliveries, type resendInput } from '../../campaigns/verbs/resend-deliveries'
import {
  type CampaignView,
  campaignCard,
  campaignMoreCard,
  hasUnreached,
  isToCallBack,
  isToResend,
} from '../../cards/campaign/campaign-card'
import { confirmCallBackCard, confirmCancelCard } from '../../cards/campaign/campaign-confirm-card'
import { campaignListCard } from '../../cards/campaign/campaign-list-card'
import { campaignResendCard } from '../../cards/campaign/campaign-resend-card'
import { campaignUnreachedCard } from '../../cards/campaign/campaign-unreached-card'
import { button } from '../../cards/kit/button'
import { noticeCard } from '../../cards/kit/notice-card'
import { sendingStatus } from '../../delivery/sending-stop'
import { occasionOf } from '../../records/ids'
import { noted } from '../noted'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import { isDropped } from './find-campaign'

type CampaignId = z.infer<typeof campaignIdInput>

export const pageInput = z.object({ page: z.coerce.number().int().min(0).optional() })

export const moreInput = campaignIdInput.extend(pageInput.shape)

/** A page of the list is read at a glance, and fits a message however long the names are. */
const pageSize = 8

/** HR's campaigns. The list that is asked for comes below; another page of it takes the place of the one before. */
export async function showCampaigns(turn: Turn, input: z.infer<typeof pageInput>): Promise<Reply> {
  const { ctx, reader } = turn
  const all = (await listCampaigns(ctx)).filter((each) => !isDropped(each)).sort(byUrgency)
  const pages = Math.max(1, Math.ceil(all.length / pageSize))
  // Some may have gone since the page before was shown.
  const page = Math.min(input.page ?? 0, pages - 1)
  const campaigns = all.slice(page * pageSize, (page + 1) * pageSize)
  const held = await isHeld(ctx)
  const makers = await makersOf(ctx, campaigns)
  const card = campaignListCard({ ...reader, campaigns, makers, page, pages, isHeld: held, nowMs: ctx.clock.now() })
  return input.page === undefined ? send(card) : replace(card)
}

export async function showCampaign(turn: Turn, input: CampaignId): Promise<Reply> {
  const status = await campaignStatus(turn.ctx, input)
  const { state } = status.campaign
  const { pressedId } = turn
  // From then on it follows what is sent; where that cannot be noted, it is shown all the same.
  if (pressedId !== undefined && state === 'running')
    await noted(turn.ctx, () => followCard(turn.ctx, status, pressedId))
  return replace(campaignCard(await campaignView(turn, status)))
}

export async function showMore(turn: Turn, { campaignId, page }: z.infer<typeof moreInput>): Promise<Reply> {
  return replace(campaignMoreCard(await campaignView(turn, await campaignStatus(turn.ctx, { campaignId })), page))
}

export async function pauseNow(turn: Turn, input: CampaignId): Promise<Reply> {
  await pauseCampaign(turn.ctx, input)
  return showCampaign(turn, input)
}

export async function resumeNow(turn: Turn, input: CampaignId): Promise<Reply> {
  await resumeCampaign(turn.ctx, input)
  return showCampaign(turn, input)
}

export async function askCancel(turn: Turn, input: CampaignId): Promise<Reply> {
  const { campaign } = await campaignStatus(turn.ctx, input)
  return replace(confirmCancelCard(turn.reader, campaign))
}

export async function cancelNow(turn: Turn, input: CampaignId): Promise<Reply> {
  await cancelCampaign(turn.ctx, input)
  return showCampaign(turn, input)
}

/** What can be sent again; the campaign itself where nothing can any more. */
export async function askResend(turn: Turn, input: CampaignId): Promise<Reply> {
  const status = await campaignStatus(turn.ctx, input)
  const isOpen = status.occasions.some(isToResend)
  return replace(
    isOpen ? campaignResendCard(await campaignView(turn, status)) : campaignCard(await campaignView(turn, status)),
  )
}

/** Whom one time of a campaign did not reach. */
export async function showUnreached(turn: Turn, input: z.infer<typeof unreachedInput>): Promise<Reply> {
  const { ctx, reader } = turn
  const unreached = await listUnreached(ctx, input)
  return replace(campaignUnreachedCard({ ...reader, unreached, nowMs: ctx.clock.now() }))
}

/** Whom the newest time of a campaign that did not reach somebody did not reach; the newest that was due where it reached everybody. */
export async function showUnreachedOf(turn: Turn, input: CampaignId): Promise<Reply> {
  const status = await campaignStatus(turn.ctx, input)
  const unreached = status.occasions.find(hasUnreached)
  const report = unreached ?? status.last
  // Nothing of it has been due yet: the campaign says so.
  if (!report) return showCampaign(turn, input)
  return showUnreached(turn, { occasionId: report.occasion.id })
}

/** Which time is called back; the campaign itself where none can be. */
export async function askCallBack(turn: Turn, input: CampaignId): Promise<Reply> {
  const status = await campaignStatus(turn.ctx, input)
  const open = status.occasions.filter(isToCallBack)
  if (open.length === 0) return replace(campaignCard(await campaignView(turn, status)))
  return replace(confirmCallBackCard(turn.reader, status.campaign, open, turn.ctx.clock.now()))
}

export async function callBackNow(turn: Turn, input: z.infer<typeof callBackInput>): Promise<Reply> {
  const { campaignId } = await callBack({ ...turn.ctx, queue: turn.queue }, input)
  return showCampaign(turn, { campaignId })
}

export async function resendNow(turn: Turn, input: z.infer<typeof resendInput>): Promise<Reply> {
  const { texts, locale } = turn.reader
  const { resent } = await resendDeliveries({ ...turn.ctx, queue: turn.queue }, input)
  const key = resent > 0 ? 'campaignResent' : 'campaignResentNone'
  const campaignId = occasionOf(input.occasionId)?.campaignId
  return replace(
    noticeCard({
      locale,
      title: texts(locale, `${key}.title`, { n: resent }),
      text: texts(locale, `${key}.text`),
      buttons:
        campaignId === undefined
          ? []
          : [button(texts(locale, 'campaignUnreached.back'), 'campaign.show', { campaignId })],
    }),
  )
}

async function campaignView({ ctx, reader }: Turn, status: CampaignStatus): Promise<CampaignView> {
  return { ...reader, status, nowMs: ctx.clock.now(), isHeld: await isHeld(ctx) }
}

/** Teams' own short stops are none of HR's business. */
async function isHeld(ctx: Turn['ctx']): Promise<boolean> {
  const { stop } = await sendingStatus(ctx)
  return stop !== undefined && stop.why !== 'throttled'
}

const order = ['running', 'paused', 'draft', 'ended', 'cancelled'] as const

/** Campaigns that are under way come first; among equals the order stays as listed, the newest first. */
function byUrgency(a: CampaignSummary, b: CampaignSummary): number {
  return order.indexOf(a.campaign.state) - order.indexOf(b.campaign.state)
}
