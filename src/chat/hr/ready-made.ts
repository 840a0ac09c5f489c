import { z } from 'zod'
import { requireHr } from '../../caller/access'
import { makeSeries, type Series, type SeriesName, seriesNames, seriesOfTwo } from '../../campaigns/form/series'
import { freeName, namesTaken } from '../../campaigns/kept/campaign-names'
import { seriesCard, seriesRolesCard } from '../../cards/campaign/series-card'
import { AppError } from '../../errors'
import { newCampaignId } from '../../records/ids'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import { emptyForm, promptFields } from './form-of'
import { formCard } from './form-steps'

export const seriesInput = z.object({
  series: z.enum(seriesNames),
  framework: z.string().max(100),
  /** Roles; `none`: a leader who comes from no role of leaders. */
  from: z.string().max(100).optional(),
  to: z.string().max(100).optional(),
})

/** The series to choose from. */
export function offerSeries(turn: Turn): Reply {
  requireHr(turn.ctx)
  return send(seriesCard(turn.reader))
}

/** The form filled in with a ready-made series, or first the two roles it is about. Nothing is saved by it. */
export async function openSeries(turn: Turn, input: z.infer<typeof seriesInput>): Promise<Reply> {
  requireHr(turn.ctx)
  const { series: name, framework, from, to } = input
  if (seriesOfTwo.includes(name) && to === undefined) return replace(seriesRolesCard(turn.reader, name, framework))
  const origin = from === undefined || from === 'none' ? null : from
  const series = makeSeries(turn.ctx.knowledge, { name, framework, from: origin, to: to ?? null })
  if (!series)
    throw new AppError('invalid', 'There is too little for a series', { say: { key: 'campaignSeries.tooLittle' } })
  return replace(await seriesForm(turn, name, framework, series))
}

async function seriesForm(turn: Turn, name: SeriesName, framework: string, { plan, weeks, roles }: Series) {
  const { ctx, leader, reader } = turn
  const title = reader.texts(reader.locale, `campaignSeries.${name}.name`)
  const empty = emptyForm(leader, ctx.clock.now(), ctx.config.timeZone)
  const form = {
    ...empty,
    ...promptFields(plan),
    name: freeName(await namesTaken(ctx, undefined), title),
    framework,
    roles: [...roles],
    weeks,
  }
  return formCard(turn, { campaignId: newCampaignId(), step: 'who', isNew: true, form })
}
