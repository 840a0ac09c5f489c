import { readRhythm } from '../../campaigns/form/to-recurrence'
import {
  type CampaignFormValues,
  type ClosedKind,
  closedKinds,
  longestOwn,
  mostUnitsChosen,
  rhythms,
} from '../../cards/campaign/campaign-form-values'
import { ownQuestions } from '../../prompts/choosing/plan-turn'
import type { Audience, Campaign, ClosedDays, PromptPlan } from '../../records/campaign'
import type { Leader } from '../../records/leader'
import { localDate } from '../../time/clock'
import { addDays, daysBetween, weekdayOf } from '../../time/local-dates'

/** What a new form begins with: the reader's own municipality, next Tuesday at nine, a quarter of a year. */
export function emptyForm(leader: Leader, nowMs: number, timeZone: string): CampaignFormValues {
  const today = localDate(nowMs, timeZone)
  return {
    name: '',
    framework: leader.framework ?? 'all',
    roles: [],
    levels: [],
    units: [],
    channels: [],
    ...noPrompts,
    plan: 'automatic',
    reminders: 0,
    weekday: 'TU',
    time: '09:00',
    first: nextTuesday(today),
    every: '1',
    weeks: 12,
    closed: ['weekends', 'holidays'],
  }
}

type Formed = Pick<Campaign, 'name' | 'audience' | 'prompts' | 'recurrence' | 'closedDays' | 'reminder'>

/** The form filled in with what a campaign is. What the form cannot say is `kept`. */
export function formOf({ name, audience, prompts, recurrence, closedDays, reminder }: Formed): CampaignFormValues {
  const { first, last, time, rrule } = recurrence
  const rhythm = readRhythm(rrule)
  return {
    name,
    framework: frameworkOf(audience),
    roles: audience.frameworks.length === 1 ? audience.roles : [],
    levels: audience.levels,
    units: audience.units.length > mostUnitsChosen ? null : audience.units,
    channels: audience.channels,
    ...promptFields(prompts),
    time,
    first,
    weekday: rhythm?.weekday ?? 'MO',
    every: everyOf(rhythm),
    // The first date was moved on to its weekday, so the last week may be a short one.
    weeks: last === null ? null : Math.ceil(daysBetween(first, last) / 7),
    closed: closedKinds.filter((kind) => isClosed(closedDays, kind)),
    reminders: reminder.most === 0 ? 0 : reminder.most === 1 ? 1 : 2,
  }
}

/** What a campaign's framework is called in the form. */
export function frameworkOf({ isEveryLeader, frameworks, levels, roles, units }: Audience): string {
  const [first, ...more] = frameworks
  if (more.length > 0) return 'kept'
  if (first !== undefined) return first
  return isEveryLeader || [levels, roles, units].some((list) => list.length > 0) ? 'all' : 'none'
}

type PromptFields = Pick<CampaignFormValues, 'plan' | 'areas' | 'each' | 'prompts' | 'turns' | 'question' | 'english'>
const noPrompts = { areas: [], each: null, prompts: [], turns: [], question: '', english: '' }

/** What the form holds of a plan. */
export function promptFields(plan: PromptPlan): PromptFields {
  switch (plan.kind) {
    case 'automatic':
    case 'pitfalls':
      return { ...noPrompts, plan: plan.kind }
    case 'areas': {
      const { areas, occasionsEach = null } = plan
      // The form offers a few.
      if (occasionsEach !== null && occasionsEach > 4) return { ...noPrompts, plan: 'kept' }
      return { ...noPrompts, plan: 'areas', areas, each: occasionsEach }
    }
    case 'chosen':
      return { ...noPrompts, plan: 'chosen', prompts: plan.promptIds }
    case 'byRole':
      return { ...noPrompts, plan: 'byRole', turns: plan.turns }
    case 'own': {
      const all = ownQuestions(plan)
      const isTold = all.some(({ en }) => en !== undefined)
      const english = isTold ? all.map(({ question, en = question }) => oneLine(en)).join('\n') : ''
      const question = all.map((own) => oneLine(own.question)).join('\n')
      const isTooLong = question.length > longestOwn || english.length > longestOwn
      return isTooLong ? { ...noPrompts, plan: 'kept' } : { ...noPrompts, plan: 'own', question, english }
    }
  }
}

/** A line is a question of its own. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ')
}

function everyOf(rhythm: ReturnType<typeof readRhythm>): CampaignFormValues['every'] {
  if (rhythm === undefined) return 'kept'
  if (rhythm.every !== 'month') return rhythm.every === 'week' ? '1' : '2'
  return rhythms.find((each) => each === `m${rhythm.nth}`) ?? 'kept'
}

function isClosed(days: ClosedDays, kind: ClosedKind): boolean {
  return { weekends: days.weekends, holidays: days.publicHolidays, school: days.schoolHolidays, july: days.july }[kind]
}

function nextTuesday(today: string): string {
  return addDays(today, (2 - weekdayOf(today) + 7) % 7 || 7)
}
