import { z } from 'zod'
import { requireHr } from '../../caller/access'
import type { Ctx } from '../../caller/context'
import type { Campaign } from '../../records/campaign'
import { localDate } from '../../time/clock'
import type { campaignInput } from '../form/campaign-input'
import { copiedForm } from '../form/copied-form'
import { freeName, namesTaken } from '../kept/campaign-names'
import { getCampaign } from '../kept/campaign-record'
import { saveCampaign } from './save-campaign'

const copyInput = z.object({
  campaignId: z.string(),
  /** Default: the other's, with the first number that is free. */
  name: z.string().trim().optional(),
  /** YYYY-MM-DD; default: as soon as the rhythm of the other allows. */
  first: z.string().trim().optional(),
})

/** The form of a campaign like one that is there, to be looked through before it is saved. AppError `not-found`. */
export async function copyForm(
  ctx: Ctx,
  { campaignId, name, first }: z.input<typeof copyInput>,
): Promise<{ form: z.input<typeof campaignInput>; source: Campaign }> {
  requireHr(ctx)
  const source = await getCampaign(ctx, campaignId)
  const free = name ?? freeName(await namesTaken(ctx, undefined), source.name)
  const today = localDate(ctx.clock.now(), source.recurrence.timeZone)
  return { form: copiedForm(source, { name: free, first, today }), source }
}

/** Saves the same as a draft. */
export async function copyCampaign(ctx: Ctx, input: z.input<typeof copyInput>): Promise<Campaign> {
  const { form } = await copyForm(ctx, input)
  return saveCampaign(ctx, form)
}
