import type { Library } from '../../framework/library'
import { forecast } from '../../prompts/choosing/forecast'
import { turnsOf } from '../../prompts/choosing/plan-turn'
import type { Campaign } from '../../records/campaign'
import { addDays } from '../../time/local-dates'
import { plannedDates } from '../calendar/planned-dates'
import { type AudienceProfile, audienceProfiles } from './audience-profiles'

/** Where a campaign has more dates than prompts. `times`: its dates within half a year, after which a prompt may come again. */
export type PromptsRunOut =
  /** HR's own list begins again from the beginning. */
  | { readonly kind: 'again'; readonly prompts: number; readonly times: number }
  /** Some roles get none any more. `prompts`: how many times they get one. */
  | {
      readonly kind: 'short'
      readonly times: number
      readonly roles: readonly (AudienceProfile & { readonly prompts: number })[]
    }

const restDays = 26 * 7

/** Whether a campaign's prompts last; null: they do. */
export function promptsRunOut(library: Library, campaign: Campaign): PromptsRunOut | null {
  const { prompts, audience, doneUntil, occasions } = campaign
  const dates = datesOf(campaign, doneUntil, occasions)
  const own = turnsOf(prompts)
  // A single question is asked again because HR wants it to be.
  if (own !== null && own > 1 && occasions + dates.length > own)
    return { kind: 'again', prompts: own, times: occasions + dates.length }
  if (own !== null) return null
  const asked = dates.map((date, n) => ({ number: occasions + n, atMs: Date.parse(date) }))
  const roles = audienceProfiles(library, audience).flatMap((profile) => {
    const found = forecast(library, prompts, { ...profile, locale: 'da' }, asked).filter(
      (prompt) => prompt !== undefined,
    )
    return found.length < dates.length ? [{ ...profile, prompts: found.length }] : []
  })
  return roles.length === 0 ? null : { kind: 'short', times: dates.length, roles }
}

function datesOf(campaign: Campaign, after: string | null, sent: number): readonly string[] {
  const dates: string[] = []
  for (const { date } of plannedDates(campaign, after, sent)) {
    if (date === null) continue
    const [first = date] = dates
    // Half a year counts from the first of them.
    if (date >= addDays(first, restDays)) break
    dates.push(date)
  }
  return dates
}
