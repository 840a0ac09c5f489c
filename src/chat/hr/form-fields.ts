import { z } from 'zod'
import {
  type CampaignFormValues,
  closedKinds,
  formSteps,
  mostUnitsChosen,
  type Plan,
  plans,
  readTurns,
  rhythms,
  unitsKept,
  weekdays,
} from '../../cards/campaign/campaign-form-values'
import { AppError, type Saying } from '../../errors'
import { levels } from '../../framework/schema'
import { type FieldRead, readChoice, readChoices, splitChoices } from './read-choices'
import { readTime } from './read-time'

// Reads the fields of HR's form, which a card can only send as texts. A form of an earlier version, which had them all on one card, is
// read as well: what it did not have means what it meant then.

const field = z.string().trim().default('')

export const formInput = z.object({
  campaignId: z.string().regex(/^[\w-]{1,64}$/),
  /** The card that was pressed. */
  step: z.enum(formSteps).optional().catch(undefined),
  name: field,
  framework: field,
  roles: field,
  rolesOf: field,
  levels: field,
  units: field,
  channels: field,
  plan: field,
  areas: field,
  each: field,
  prompts: field,
  turns: field,
  question: field,
  english: field,
  weekday: field,
  time: field,
  first: field,
  every: field,
  closed: field,
  reminder: field,
  /** Of the campaign that the form was filled from; a card can only send it as text. */
  revision: z.coerce.number().int().optional(),
  copyOf: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  weeks: z.union([z.number(), z.string(), z.null()]).default(''),
  /** Of the bank: what was ticked, of which prompts, and what they were narrowed by. */
  picked: field,
  shownPrompts: field,
  bankRole: field,
  bankArea: field,
  bankOf: field,
  bankPage: z.coerce.number().int().min(0).max(1000).optional().catch(undefined),
})
export type FormInput = z.infer<typeof formInput>

const mostWeeks = 104
const reminderCounts = { 0: 0, 1: 1, 2: 2 } as const
const eaches = ['all', '1', '2', '3', '4'] as const

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
  const { name, framework, first, question, english } = input
  const chosenLevels = readChoices('levels', input.levels, levels)
  const plan = readChoice<Plan>('plan', input.plan, plans, question === '' ? 'earlier' : 'own')
  const each = readChoice('each', input.each, eaches, 'all')
  const weekday = readChoice('weekday', input.weekday, weekdays, 'MO')
  const every = readChoice('every', input.every, [...rhythms, 'kept'], '1')
  const weeks = readWeeks(input.weeks)
  const closed = readChoices('closed', input.closed, closedKinds)
  const reminder = readChoice('reminder', input.reminder, ['0', '1', '2'], '0')
  const units = readUnits(input)
  const read = [chosenLevels, units, plan, each, weekday, every, weeks, closed, reminder]
  const form = {
    name,
    framework,
    first,
    question,
    english,
    // Roles, units, channels, areas and prompts are checked by name with the rest of the campaign.
    roles: areRolesLost(input) ? [] : splitChoices(input.roles),
    levels: chosenLevels.value,
    units: units.value,
    channels: splitChoices(input.channels),
    plan: plan.value,
    areas: splitChoices(input.areas),
    each: each.value === 'all' ? null : Number(each.value),
    prompts: readPrompts(input),
    turns: readTurns(input.turns),
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

/** Of the prompts on the page of the bank those are chosen that are ticked; of others, those that were. A series asks some of them twice. */
function readPrompts({ prompts, picked, shownPrompts }: FormInput): readonly string[] {
  const shown = splitChoices(shownPrompts)
  const ticked = splitChoices(picked)
  const standing = splitChoices(prompts).filter((id) => !shown.includes(id) || ticked.includes(id))
  return [...standing, ...new Set(ticked.filter((id) => !standing.includes(id)))]
}

/** Null, too, for a form of an earlier version, which had no field for them. */
function readUnits({ step, units }: FormInput): FieldRead<readonly string[] | null> {
  const chosen = splitChoices(units)
  if (step === undefined || chosen.includes(unitsKept)) return { value: null }
  const value = chosen.map(readName)
  if (value.length <= mostUnitsChosen) return { value }
  return { value, fault: { key: 'campaignForm.units.most', field: 'units', params: { most: mostUnitsChosen } } }
}

/** What no card has made of a name stays as it is, for the faults to name. */
function readName(chosen: string): string {
  try {
    return decodeURIComponent(chosen)
  } catch {
    return chosen
  }
}

function readWeeks(written: FormInput['weeks']): FieldRead<number | null> {
  const text = String(written ?? '').trim()
  if (text === '') return { value: null }
  const weeks = Number(text)
  if (Number.isInteger(weeks) && weeks >= 1 && weeks <= mostWeeks) return { value: weeks }
  return { value: null, fault: { key: 'campaignForm.weeks.error', field: 'weeks' } }
}
