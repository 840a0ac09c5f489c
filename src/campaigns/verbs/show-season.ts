import { z } from 'zod'
import { requireHr } from '../../caller/access'
import type { Ctx } from '../../caller/context'
import { hrRightOf, mayManage } from '../../caller/hr-right'
import { type ForecastFor, forecast } from '../../prompts/choosing/forecast'
import type { GivenPrompt } from '../../prompts/choosing/plan-turn'
import { type Campaign, campaigns } from '../../records/campaign'
import { everyDocument } from '../../store/every-document'
import type { Locale } from '../../texts'
import { localDate } from '../../time/clock'
import { addDays } from '../../time/local-dates'
import { audienceProfiles } from '../audience/audience-profiles'
import type { PlannedDate } from '../calendar/planned-date'
import { plannedDates } from '../calendar/planned-dates'
import { zonedInstant } from '../calendar/zoned-time'
import { listOccasions } from '../kept/occasion-record'

export const seasonInput = z.object({
  /** `<framework>/<role>`: only what this role gets, and the questions. */
  whom: z.string().max(200).optional(),
  /** `YYYY-MM`: only this month. */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
})

/** One date of one campaign. */
export interface SeasonDate extends Pick<PlannedDate, 'ruleDate' | 'date' | 'at' | 'why' | 'holiday'> {
  readonly campaign: Campaign
  /** With a role: what it may be asked; undefined: nothing. */
  readonly prompt?: GivenPrompt | undefined
}

export interface Season {
  /** In order of time; dates that are left out stand where they would have been. */
  readonly dates: readonly SeasonDate[]
  /** Days on which more than one campaign sends. */
  readonly collisions: ReadonlySet<string>
  readonly whom: { readonly framework: string; readonly role: string } | null
  /** `YYYY-MM`; null: all of it. */
  readonly month: string | null
}

/** Half a year ahead: what is planned beyond that is changed before it comes. */
const seasonDays = 26 * 7

/** All that the caller's campaigns, drafts too, are going to send, on one calendar. */
export async function showSeason(ctx: Ctx, locale: Locale, input: z.input<typeof seasonInput>): Promise<Season> {
  requireHr(ctx)
  const { whom: named, month = null } = seasonInput.parse(input)
  const whom = readWhom(named)
  const right = hrRightOf(ctx)
  const all = await everyDocument(ctx.store, campaigns, ctx.caller.tenantId)
  const planned = all.filter(
    ({ state, audience }) => ['draft', 'running', 'paused'].includes(state) && mayManage(right, audience),
  )
  const found = await Promise.all(
    planned
      .filter((campaign) => whom === null || isFor(ctx, campaign, whom))
      .map((campaign) => datesOf(ctx, campaign, whom && { ...whom, locale })),
  )
  const dates = found
    .flat()
    .filter(({ date, ruleDate }) => month === null || (date ?? ruleDate).startsWith(month))
    .sort((a, b) => compare(a.date ?? a.ruleDate, b.date ?? b.ruleDate) || compare(a.campaign.name, b.campaign.name))
  const sent = dates.flatMap(({ date }) => date ?? [])
  return { dates, whom, month, collisions: new Set(sent.filter((date, at) => sent.indexOf(date) < at)) }
}

async function datesOf(ctx: Ctx, campaign: Campaign, whom: ForecastFor | null): Promise<readonly SeasonDate[]> {
  const { doneUntil, occasions, recurrence } = campaign
  const today = localDate(ctx.clock.now(), recurrence.timeZone)
  const until = addDays(today, seasonDays)
  const found: PlannedDate[] = [...(await listWrittenDown(ctx, campaign, today))]
  const before = found.length
  const isListed = new Set(found.map(({ date }) => date))
  for (const planned of plannedDates(campaign, doneUntil, occasions)) {
    const day = planned.date ?? planned.ruleDate
    if (day > until) break
    if (day >= today && !isListed.has(day)) found.push(planned)
  }
  const sent = found.filter(({ date }) => date !== null)
  const asked = sent.map(({ ruleDate }, n) => ({ number: occasions - before + n, atMs: Date.parse(ruleDate) }))
  const prompts = whom ? forecast(ctx.knowledge.library, campaign.prompts, whom, asked) : []
  return found.map(({ ruleDate, date, at, why, holiday }) => {
    const place = sent.findIndex((each) => each.ruleDate === ruleDate)
    return { campaign, ruleDate, date, at, why, holiday, ...(whom && { prompt: prompts[place] }) }
  })
}

/** What the rule has behind it, since its recipients are written down: it stands there until the day is over. */
async function listWrittenDown(ctx: Ctx, { id, doneUntil }: Campaign, today: string): Promise<PlannedDate[]> {
  if (doneUntil === null || doneUntil < today) return []
  const open = await listOccasions(ctx, id, 'planned')
  return open
    .filter(({ date, calledBackAt }) => date >= today && calledBackAt === undefined)
    .sort((a, b) => compare(a.date, b.date))
    .map(({ date, time, timeZone }) => {
      const at = new Date(zonedInstant(date, time, timeZone)).toISOString()
      return { ruleDate: date, date, at, why: null, holiday: null }
    })
}

function isFor(ctx: Ctx, { audience }: Campaign, whom: { framework: string; role: string }): boolean {
  return audienceProfiles(ctx.knowledge.library, audience).some(
    ({ framework, role }) => framework === whom.framework && role === whom.role,
  )
}

function readWhom(written: string | undefined): { framework: string; role: string } | null {
  const [framework = '', role = ''] = (written ?? '').split('/')
  return framework === '' || role === '' ? null : { framework, role }
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}
