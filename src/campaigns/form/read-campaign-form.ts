import type { z } from 'zod'
import type { Ctx } from '../../caller/context'
import { hrRightOf } from '../../caller/hr-right'
import { AppError, type Saying } from '../../errors'
import { type Campaign, campaignSchema } from '../../records/campaign'
import { cutText } from '../../text/cut-text'
import { campaignFaults } from './campaign-faults'
import { campaignInput } from './campaign-input'
import { rightFaults, withinRight } from './right-faults'
import { toRecurrence } from './to-recurrence'

/** What of a campaign HR decides. */
export type CampaignForm = Pick<
  Campaign,
  'name' | 'audience' | 'prompts' | 'recurrence' | 'closedDays' | 'quietHours' | 'reminder' | 'graceMinutes'
>

const formSchema = campaignSchema.pick({
  name: true,
  audience: true,
  prompts: true,
  recurrence: true,
  closedDays: true,
  quietHours: true,
  reminder: true,
  graceMinutes: true,
})

/**
 * A form as a campaign holds it. @param known faults that were found before
 * @throws AppError `invalid` with a sentence for each fault: nothing is kept of a faulty form
 */
export async function readCampaignForm(
  ctx: Ctx,
  form: z.input<typeof campaignInput>,
  known: readonly Saying[] = [],
  before?: Pick<Campaign, 'id' | 'name'>,
): Promise<CampaignForm> {
  const read = campaignInput.safeParse(form)
  if (!read.success) throw new AppError('invalid', `The campaign's form does not fit: ${placesOf(read.error)}`)
  const right = hrRightOf(ctx)
  const input = { ...read.data, audience: withinRight(right, read.data.audience) }
  const faults = [...known, ...(await campaignFaults(ctx, input, before)), ...rightFaults(right, input.audience)]
  if (faults.length > 0) throw faulty(faults)
  const { first, timeZone = ctx.config.timeZone } = input.recurrence
  return formSchema.parse({ ...input, recurrence: toRecurrence(input.recurrence, first, timeZone) })
}

/** All faults of a form as one error. */
function faulty(faults: readonly Saying[]): AppError {
  const [first = { key: 'error.invalid' }, ...and] = faults.map(withShortParams)
  const keys = faults.map(({ key }) => key).join(', ')
  return new AppError('invalid', `The form has ${faults.length} fault(s): ${keys}`, { say: { ...first, and } })
}

/** A sentence repeats what was typed, and that may be of any length. */
const longestSaid = 80

function withShortParams({ key, params = {} }: Saying): Saying {
  const short = Object.entries(params).map(([name, value]) => {
    const isLong = typeof value === 'string' && value.length > longestSaid
    return [name, isLong ? `${cutText(value, longestSaid)}…` : value] as const
  })
  return { key, params: Object.fromEntries(short) }
}

function placesOf({ issues }: z.ZodError): string {
  return issues.map(({ path }) => path.join('.')).join(', ')
}
