import { z } from 'zod'
import { readWeeklyRule } from '../../campaigns/form/to-recurrence'
import {
  type CampaignFormValues,
  type ClosedKind,
  closedKinds,
  weekdays,
} from '../../cards/campaign/campaign-form-card'
import { localDate } from '../../clock'
import { AppError, type Saying } from '../../errors'
import { levels } from '../../framework/schema'
import { addDays, daysBetween, weekdayOf } from '../../local-dates'
import type { Audience, Campaign, ClosedDays, PromptPlan } from '../../records/campaign'
import type { Leader } from '../../records/leader'
import { type FieldRead, readChoice, readChoices, splitChoices } from './read-choices'
import { readTime } from './read-time'

// Turns the fields of HR's form, which a card can only send as texts, into a campaign and back.

const field = z.string().trim().default('')

export const formInput = z.object({
  campaignId: z.string().regex(/^[\w-]{1,64}$/),
  name: field,
  framework: field,
  roles: field,
  rolesOf: field,
  levels: field,
  channels: field,
  weekday: field,
  time: field,
  first: field,
  every: field,
  closed: field,
  question: field,
  reminder: field,
  /** Of the campaign that the form was filled from; a card can only send it as text. */
  revision: z.coerce.number().int().optional(),
  weeks: z.union([z.number(), z.string(), z.null()]).default(''),
})
export type FormInput = z.infer<typeof formInput>

const mostWeeks = 104
const reminderCounts = { 0: 0, 1: 1, 2: 2 } as const

/** What a new form begins with: the reader's own municipality, next Tuesday at nine, a quarter of a year. */
export function emptyForm(leader: Leader, nowMs: number, timeZone: string): CampaignFormValues {
  const today = localDate(nowMs, timeZone)
  return {
    name: '',
    framework: leader.framework ?? 'all',
    roles: [],
    levels: [],
    channels: [],
    question: '',
    reminders: 0,
    weekday: 'TU',
    time: '09:00',
    first: nextTuesday(today),
    every: '1',
    weeks: 12,
    closed: ['weekends', 'holidays'],
  }
}

/** The form filled in with what a campaign is. What the form cannot say is `kept`. */
export function formOf({ name, audience, prompts, recurrence, closedDays, reminder }: Campaign): CampaignFormValues {
  const { first, last, time, rrule } = recurrence
  const weekly = readWeeklyRule(rrule)
  return {
    name,
    framework: frameworkOf(audience),
    roles: audience.frameworks.length === 1 ? audience.roles : [],
    levels: audience.levels,
    channels: audience.channels,
    time,
    first,
    weekday: weekly?.weekday ?? 'MO',
    every: weekly === undefined ? 'kept' : weekly.every === 'week' ? '1' : '2',
    // The first date was moved on to its weekday, so the last week may be a short one.
    weeks: last === null ? null : Math.ceil(daysBetween(first, last) / 7),
    closed: closedKinds.filter((kind) => isClosed(closedDays, kind)),
    question: prompts.kind === 'own' ? prompts.question : '',
    reminders: reminder.most === 0 ? 0 : reminder.most === 1 ? 1 : 2,
  }
}

/** The fields as they were filled in. @throws AppError `invalid` with a sentence for each field that cannot be read */
export function readForm(input: FormInput): CampaignFormValues {
  const { form, faults } = readFields(input)
  const [first, ...and] = faults
  if (first)
    throw new AppError('invalid', `The form has ${faults.length} unreadable field(s)`, { say: { ...first, and } })
  return form
}

/** The same as far as it goes, with what is wrong: a faulty field holds what an empty one means. */
export function readFields(input: FormInput): {
  readonly form: CampaignFormValues
  readonly faults: readonly Saying[]
} {
  const { name, framework, first, question } = input
  const chosenLevels = readChoices('levels', input.levels, levels)
  const weekday = readChoice('weekday', input.weekday, weekdays, 'MO')
  const every = readChoice('every', input.every, ['1', '2', 'kept'], '1')
  const weeks = readWeeks(input.weeks)
  const closed = readChoices('closed', input.closed, closedKinds)
  const reminder = readChoice('reminder', input.reminder, ['0', '1', '2'], '0')
  const read = [chosenLevels, weekday, every, weeks, closed, reminder]
  const form = {
    name,
    framework,
    first,
    question,
    // Roles and channels are checked by name with the rest of the campaign.
    roles: areRolesLost(input) ? [] : splitChoices(input.roles),
    levels: chosenLevels.value,
    channels: splitChoices(input.channels),
    weekday: weekday.value,
    time: readTime(input.time),
    every: every.value,
    weeks: weeks.value,
    closed: closed.value,
    reminders: reminderCounts[reminder.value],
  }
  return { form, faults: read.flatMap(({ fault }) => fault ?? []) }
}

/** Roles were chosen, and then another municipality than theirs. */
export function areRolesLost({ roles, rolesOf, framework }: FormInput): boolean {
  return roles !== '' && rolesOf !== framework
}

/** What a form means. What it cannot say is taken from `before`, the campaign as it stands. */
export function campaignOf(form: CampaignFormValues, before: Campaign | undefined) {
  const { name, time, first, weeks, every, weekday, closed } = form
  const holidays = closed.includes('holidays')
  return {
    name,
    audience: audienceOf(form, before?.audience),
    prompts: promptsOf(form.question, before?.prompts),
    recurrence: {
      ...(every === 'kept' ? {} : { every: every === '2' ? ('2weeks' as const) : ('week' as const), weekday }),
      time,
      first,
      // The verb refuses a text that is no date.
      last: weeks === null || !z.iso.date().safeParse(first).success ? null : addDays(first, weeks * 7 - 1),
    },
    closedDays: {
      weekends: closed.includes('weekends'),
      publicHolidays: holidays,
      customaryDays: holidays,
      schoolHolidays: closed.includes('school'),
      july: closed.includes('july'),
    },
    reminder: { afterDays: before?.reminder.afterDays ?? 2, most: form.reminders },
  }
}

function audienceOf(form: CampaignFormValues, before: Audience | undefined): Audience {
  const { framework, levels: chosen, channels } = form
  const narrowed = [...chosen]
  // The form shows roles of one municipality only, so it leaves other roles of a campaign as they are.
  const kept = before && frameworkOf(before) === framework ? before.roles : []
  const others = { units: [], people: [], ...before, roles: kept, channels: [...channels] }
  switch (framework) {
    case 'kept':
      return { isEveryLeader: false, frameworks: [], ...others, levels: narrowed }
    case 'none':
      return { ...others, isEveryLeader: false, frameworks: [], levels: [], roles: [], units: [] }
    case 'all':
      return { ...others, isEveryLeader: true, frameworks: [], levels: narrowed }
    default:
      return {
        ...others,
        isEveryLeader: false,
        frameworks: splitChoices(framework),
        roles: [...form.roles],
        levels: narrowed,
      }
  }
}

function frameworkOf({ isEveryLeader, frameworks, levels: narrowed, roles, units }: Audience): string {
  const [first, ...more] = frameworks
  if (more.length > 0) return 'kept'
  if (first !== undefined) return first
  return isEveryLeader || [narrowed, roles, units].some((list) => list.length > 0) ? 'all' : 'none'
}

function promptsOf(question: string, before: PromptPlan | undefined): PromptPlan {
  if (question !== '') return { kind: 'own', question }
  return before && before.kind !== 'own' ? before : { kind: 'automatic' }
}

function isClosed(days: ClosedDays, kind: ClosedKind): boolean {
  return { weekends: days.weekends, holidays: days.publicHolidays, school: days.schoolHolidays, july: days.july }[kind]
}

function readWeeks(written: FormInput['weeks']): FieldRead<number | null> {
  const text = String(written ?? '').trim()
  if (text === '') return { value: null }
  const weeks = Number(text)
  if (Number.isInteger(weeks) && weeks >= 1 && weeks <= mostWeeks) return { value: weeks }
  return { value: null, fault: { key: 'campaignForm.weeks.error', field: 'weeks' } }
}

function nextTuesday(today: string): string {
  return addDays(today, (2 - weekdayOf(today) + 7) % 7 || 7)
}
