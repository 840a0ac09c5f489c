import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { z } from 'zod'
import type { campaignInput } from '../campaigns/form/campaign-input'
import type { changeInput } from '../campaigns/verbs/change-campaign'
import { AppError } from '../errors'
import { listOf, none, numberOf, oneOf } from './flag-values'

const text = { type: 'string' } as const
const many = { type: 'string', multiple: true } as const
const yes = { type: 'boolean' } as const

export const campaignOptions = {
  id: text,
  name: text,
  json: yes,
  everybody: yes,
  framework: many,
  role: many,
  level: many,
  unit: many,
  person: many,
  channel: many,
  areas: many,
  each: text,
  pitfalls: yes,
  prompt: many,
  question: many,
  'question-en': many,
  every: text,
  weekday: text,
  nth: text,
  'month-day': text,
  rrule: text,
  time: text,
  zone: text,
  'leaders-zone': yes,
  first: text,
  last: text,
  count: text,
  reminders: text,
  after: text,
  quiet: text,
  grace: text,
  'send-on-holidays': yes,
  'send-on-weekends': yes,
  'send-on-customary-days': yes,
  'skip-school-weeks': yes,
  'skip-july': yes,
  closed: many,
  'on-closed': text,
} satisfies ParseArgsConfig['options']

type Changes = Omit<z.input<typeof changeInput>, 'campaignId'>

export interface CampaignFlags {
  /** Only what is given. */
  readonly given: Changes
  readonly id: string | undefined
  readonly isJson: boolean
  readonly positionals: readonly string[]
}

/** Reads the flags that describe a campaign. AppError `invalid` naming the flag; parseArgs' own error for one that is none. */
export function readFlags(args: readonly string[]): CampaignFlags {
  const options = { args: [...args], options: campaignOptions, allowPositionals: true, allowNegative: true } as const
  const { values, positionals } = parseArgs(options)
  const given = present({
    name: values.name,
    audience: parts({
      isEveryLeader: values.everybody,
      frameworks: listOf('framework', values.framework),
      roles: listOf('role', values.role),
      levels: listOf('level', values.level),
      units: listOf('unit', values.unit),
      people: listOf('person', values.person),
      channels: listOf('channel', values.channel),
    }),
    prompts: promptsOf(values),
    recurrence: parts({
      rrule: values.rrule,
      time: values.time,
      timeZone: values.zone,
      first: values.first,
      every: oneOf('every', values.every, ['week', '2weeks', 'month']),
      weekday: oneOf('weekday', values.weekday?.toUpperCase(), ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
      nth: oneOf('nth', values.nth, [1, 2, 3, 4, -1]),
      monthDay: numberOf('month-day', values['month-day']),
      last: values.last === none ? null : values.last,
      count: values.count === none ? null : numberOf('count', values.count),
      isLeadersZone: values['leaders-zone'],
    }),
    closedDays: parts({
      publicHolidays: not(values['send-on-holidays']),
      weekends: not(values['send-on-weekends']),
      customaryDays: not(values['send-on-customary-days']),
      schoolHolidays: values['skip-school-weeks'],
      july: values['skip-july'],
      dates: listOf('closed', values.closed),
      onClosed: oneOf('on-closed', values['on-closed'], ['move', 'skip']),
    }),
    reminder: parts({
      most: values.reminders === none ? 0 : numberOf('reminders', values.reminders),
      afterDays: numberOf('after', values.after),
    }),
    quietHours: quietOf(values.quiet),
    graceMinutes: numberOf('grace', values.grace),
  })
  return { given, id: values.id, isJson: values.json ?? false, positionals }
}

/** A new campaign's form. AppError `invalid` naming the flags that are missing. */
export function formFromFlags({ given, id }: CampaignFlags): z.input<typeof campaignInput> {
  const { name, audience, recurrence, reminder, closedDays, ...rest } = given
  const { time, first } = recurrence ?? {}
  const missing = Object.entries({ '--name': name, '--time': time, '--first': first }).flatMap(([flag, value]) =>
    value === undefined ? [flag] : [],
  )
  if (name === undefined || time === undefined || first === undefined) {
    throw new AppError('invalid', `Missing: ${missing.join(', ')}`)
  }
  if (reminder?.afterDays !== undefined && reminder.most === undefined) {
    throw new AppError('invalid', '--after goes with --reminders 1 or 2')
  }
  return {
    ...rest,
    id,
    name,
    audience: audience ?? {},
    recurrence: { ...recurrence, time, first },
    reminder,
    closedDays,
  }
}

/** What is to be different of a campaign. AppError `invalid` where that is nothing, or not for the command line to change. */
export function changesOf({ given, id }: CampaignFlags): Changes {
  if (id !== undefined) throw new AppError('invalid', '--id is for a new campaign: it keeps the one it has')
  if (Object.keys(given).length === 0) throw new AppError('invalid', 'Missing: what to change')
  return given
}

interface PromptFlags {
  readonly areas?: string[]
  readonly each?: string
  readonly pitfalls?: boolean
  readonly prompt?: string[]
  readonly question?: string[]
  readonly 'question-en'?: string[]
}

function promptsOf(values: PromptFlags): Changes['prompts'] {
  const { areas, pitfalls, prompt, question } = values
  const kinds = [areas, pitfalls, prompt, question].filter((value) => value !== undefined)
  if (kinds.length > 1) throw new AppError('invalid', '--areas, --pitfalls, --prompt and --question exclude each other')
  if (values.each !== undefined && !areas) throw new AppError('invalid', '--each goes with --areas')
  if (values['question-en'] && !question) throw new AppError('invalid', '--question-en goes with --question')
  if (pitfalls !== undefined) return { kind: pitfalls ? 'pitfalls' : 'automatic' }
  const named = areas ?? prompt ?? question
  if (!named) return undefined
  const chosen = listOf(areas ? 'areas' : prompt ? 'prompt' : 'question', named) ?? []
  if (chosen.length === 0) return { kind: 'automatic' }
  if (areas) {
    const occasionsEach = numberOf('each', values.each)
    const split = chosen.flatMap((list) => list.split(','))
    return { kind: 'areas', areas: split, ...(occasionsEach !== undefined && { occasionsEach }) }
  }
  return prompt ? { kind: 'chosen', promptIds: chosen } : ownOf(chosen, values['question-en'] ?? [])
}

function ownOf(questions: readonly string[], english: readonly string[]): Changes['prompts'] {
  if (english.length > 0 && english.length !== questions.length)
    throw new AppError('invalid', '--question-en is given as often as --question, in the same order')
  const [first, ...more] = questions.map((question, at) => ({ question, en: english[at] }))
  return { kind: 'own', question: '', ...first, ...(more.length > 0 && { more }) }
}

function quietOf(quiet: string | undefined): Changes['quietHours'] {
  if (quiet === undefined) return undefined
  if (quiet === none) return null
  const [from = '', to = ''] = quiet.split('-')
  return { from, to }
}

function not(flag: boolean | undefined): boolean | undefined {
  return flag === undefined ? undefined : !flag
}

/** Of something with parts, those that are given; undefined: none is. */
function parts<T extends object>(fields: T): ReturnType<typeof present<T>> | undefined {
  const found = present(fields)
  return Object.keys(found).length > 0 ? found : undefined
}

/** Without what is not given. */
function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
