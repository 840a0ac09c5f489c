import { z } from 'zod'
import { requireHr } from '../../caller/access'
import type { Ctx } from '../../caller/context'
import { askedPoints } from '../../framework/asked-points'
import { frameworksAtHome } from '../../framework/at-home'
import { type ForecastFor, forecast } from '../../prompts/choosing/forecast'
import type { Campaign } from '../../records/campaign'
import type { Locale } from '../../texts'
import { everybodyMeant } from '../audience/audience'
import { type AudienceProfile, audienceProfiles } from '../audience/audience-profiles'
import { plannedDates } from '../calendar/planned-dates'
import { getCampaign } from '../kept/campaign-record'

export const sampleInput = z.object({
  campaignId: z.string(),
  /** Which time of the campaign, from 0; default: the next. */
  number: z.coerce.number().int().min(0).max(1000).optional(),
  /** Which of the roles that it is for, from 0; default: the first that somebody who gets it is known to have. */
  who: z.coerce.number().int().min(0).optional(),
})

/** A campaign's prompt as a recipient would meet it. */
export interface PromptSample {
  readonly campaign: Campaign
  readonly number: number
  /** The local date; null: the campaign has none of this number. */
  readonly date: string | null
  readonly who: number
  /** How many roles there are to show. */
  readonly profiles: number
  /** Null: a channel, or somebody of whom nothing is known. */
  readonly profile: AudienceProfile | null
  /** Undefined: there is none. */
  readonly prompt:
    | { readonly promptId: string; readonly question?: string; readonly statementIds: string[] }
    | undefined
}

/** Two years and more of a weekly one: nobody looks farther ahead. */
const mostDates = 120

/** What one time of a campaign brings one of its roles. Nothing is sent, and nothing is kept. */
export async function samplePrompt(
  ctx: Ctx,
  locale: Locale,
  input: z.input<typeof sampleInput>,
): Promise<PromptSample> {
  requireHr(ctx)
  const { campaignId, number: wanted, who: asked } = sampleInput.parse(input)
  const campaign = await getCampaign(ctx, campaignId)
  const { library } = ctx.knowledge
  const profiles = audienceProfiles(library, campaign.audience)
  const who = asked ?? (await firstKnown(ctx, campaign, profiles))
  const at = profiles.length === 0 ? 0 : who % profiles.length
  const profile = profiles[at] ?? null
  const number = wanted ?? campaign.occasions
  const dates = datesOf(campaign)
  const occasions = dates.slice(0, number + 1).map((date, n) => ({ number: n, atMs: Date.parse(date) }))
  // Past the last date it still shows what the list would bring.
  const upTo = occasions.length > number ? occasions : [...occasions, { number, atMs: ctx.clock.now() }]
  const given = forecast(library, campaign.prompts, whomOf(ctx, campaign, profile, locale), upTo).at(-1)
  const prompt = given && library.prompt(given.promptId)
  return {
    campaign,
    number,
    date: dates[number] ?? null,
    who: at,
    profiles: profiles.length,
    profile,
    prompt: given && { ...given, statementIds: prompt ? askedPoints(prompt, profile?.role) : [] },
  }
}

/** The first role that somebody who is meant has; of nobody the first there is. */
async function firstKnown(ctx: Ctx, { audience }: Campaign, profiles: readonly AudienceProfile[]): Promise<number> {
  if (profiles.length < 2) return 0
  let first = profiles.length
  for await (const { leader } of everybodyMeant(ctx, audience)) {
    if (!leader) continue
    const at = profiles.findIndex(({ framework, role }) => framework === leader.framework && role === leader.role)
    if (at >= 0 && at < first) first = at
    if (first === 0) break
  }
  return first % profiles.length
}

/** A campaign's dates from its first, as it stands now. */
function datesOf(campaign: Campaign): readonly string[] {
  const dates: string[] = []
  for (const { date } of plannedDates(campaign, null, 0)) {
    if (date !== null) dates.push(date)
    if (dates.length === mostDates) break
  }
  return dates
}

function whomOf({ config }: Ctx, { audience }: Campaign, profile: AudienceProfile | null, locale: Locale): ForecastFor {
  if (profile) return { ...profile, locale }
  const channelOf = frameworksAtHome(audience.frameworks, config.municipality)
  return { framework: config.municipality, role: null, locale, ...(audience.channels.length > 0 && { channelOf }) }
}
