import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { z } from 'zod'
import type { campaignInput } from '../campaigns/campaign-input'
import type { changeInput } from '../campaigns/change-campaign'
import { AppError } from '../errors'

const text = { type: 'string' } as const
const many = { type: 'string', multiple: true } as const
const yes = { type: 'boolean' } as const

export const campaignOptions = {
  ...{ id: text, name: text, json: yes },
  ...{ everybody: yes, framework: many, role: many, level: many, unit: many, person: many, channel: many },
  ...{ areas: many, prompt: many, question: text },
  ...{ every: text, weekday: text, nth: text, 'month-day': text, rrule: text },
  ...{ time: text, zone: text, 'leaders-zone': yes, first: text, last: text, count: text },
  ...{ reminders: text, after: text, quiet: text, grace: text },
  ...{ 'send-on-holidays': yes, 'send-on-weekends': yes, 'send-on-customary-days': yes },
  ...{ 'skip-school-weeks': yes, 'skip-july': yes, closed: many, 'on-closed': text },
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
  const { values, positionals } = parseArgs({ args: [...args], options: campaignOptions, allowPositionals: true })
  const lists = {
    ...{ frameworks: values.framework, roles: values.role, levels: values.level, units: values.unit },
    ...{ people: values.person?.map((id) => id.toLowerCase()), channels: values.channel },
  }
  const audience = present({ isEveryLeader: values.everybody, ...lists })
  const isOff = (flag: boolean | undefined) => (flag ? false : undefined)
  const given = present({
    name: values.name,
    audience: Object.keys(audience).length > 0 ? audience : undefined,
    prompts: promptsOf(values),
    recurrence: present({
      ...{ rrule: values.rrule, time: values.time, timeZone: values.zone, first: values.first, last: values.last },
      every: oneOf('every', values.every, ['week', '2weeks', 'month']),
      weekday: oneOf('weekday', values.weekday?.toUpperCase(), ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
      nth: nthOf(values.nth),
      monthDay: numberOf('month-day', values['month-day']),
      count: numberOf('count', values.count),
      isLeadersZone: values['leaders-zone'],
    }),
    closedDays: present({
      publicHolidays: isOff(values['send-on-holidays']),
      weekends: isOff(values['send-on-weekends']),
      customaryDays: isOff(values['send-on-customary-days']),
      schoolHolidays: values['skip-school-weeks'],
      july: values['skip-july'],
      dates: values.closed,
      onClosed: oneOf('on-closed', values['on-closed'], ['move', 'skip']),
    }),
    reminder: reminderOf(values.reminders, values.after),
    quietHours: quietOf(values.quiet),
    graceMinutes: numberOf('grace', values.grace),
  })
  return { given, id: values.id, isJson: values.json ?? false, positionals }
}

/** A new campaign's form. AppError `invalid` naming the flags that are missing. */
export function newForm({ given, id }: CampaignFlags): z.input<typeof campaignInput> {
  const { name, audience, recurrence, closedDays, ...rest } = given
  const { time, first } = recurrence ?? {}
  const missing = Object.entries({ '--name': name, '--time': time, '--first': first }).flatMap(([flag, value]) =>
    value === undefined ? [flag] : [],
  )
  if (name === undefined || time === undefined || first === undefined) {
    throw new AppError('invalid', `Missing: ${missing.join(', ')}`)
  }
  return { ...rest, id, name, audience: audience ?? {}, recurrence: { ...recurrence, time, first }, closedDays }
}

/** The flag that a fault's sentence is about, by its key. */
export function flagOf(key: string): string | undefined {
  const what = key.replace(/^campaign\.fault\./, '')
  const flags: Readonly<Record<string, string>> = {
    ...{ name: '--name', framework: '--framework', role: '--role', level: '--level', person: '--person' },
    ...{ people: '--person', channel: '--channel', audienceEmpty: '--everybody', areas: '--areas', area: '--areas' },
    ...{ prompt: '--prompt', prompts: '--prompt', question: '--question', time: '--time', timeOfChange: '--time' },
    ...{ timeIsQuiet: '--time', timeZone: '--zone', first: '--first', last: '--last', lastBeforeFirst: '--last' },
    ...{ count: '--count', every: '--every', monthDay: '--month-day', alwaysClosed: '--every', closedDay: '--closed' },
    ...{ quietHours: '--quiet', reminder: '--reminders', grace: '--grace' },
    ...{ 'campaign.refused.many': '--confirm' },
  }
  return what.startsWith('rule.') ? '--rrule' : flags[what]
}

function promptsOf(values: { areas?: string[]; prompt?: string[]; question?: string }): Changes['prompts'] {
  const { areas, prompt, question } = values
  const kinds = [areas, prompt, question].filter((value) => value !== undefined)
  if (kinds.length > 1) throw new AppError('invalid', '--areas, --prompt and --question exclude each other')
  if (areas) return { kind: 'areas', areas: areas.flatMap((list) => list.split(',')) }
  if (prompt) return { kind: 'chosen', promptIds: prompt }
  return question === undefined ? undefined : { kind: 'own', question }
}

function reminderOf(reminders: string | undefined, after: string | undefined): Changes['reminder'] {
  if (reminders === undefined && after === undefined) return undefined
  const most = numberOf('reminders', reminders) ?? 1
  const afterDays = numberOf('after', after)
  return { most, ...(afterDays !== undefined && { afterDays }) }
}

function quietOf(quiet: string | undefined): Changes['quietHours'] {
  if (quiet === undefined) return undefined
  if (quiet === 'none') return null
  const [from = '', to = ''] = quiet.split('-')
  return { from, to }
}

function nthOf(nth: string | undefined): 1 | 2 | 3 | 4 | -1 | undefined {
  const found = ([1, 2, 3, 4, -1] as const).find((each) => String(each) === nth)
  if (nth !== undefined && found === undefined) throw new AppError('invalid', '--nth is 1, 2, 3, 4 or -1 (the last)')
  return found
}

function numberOf(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^-?\d{1,6}$/.test(value)) throw new AppError('invalid', `--${flag} takes a whole number, not "${value}"`)
  return Number(value)
}

function oneOf<T extends string>(flag: string, value: string | undefined, known: readonly T[]): T | undefined {
  const found = known.find((each) => each === value)
  if (value !== undefined && !found) throw new AppError('invalid', `--${flag} is one of ${known.join(', ')}`)
  return found
}

/** Without what is not given. */
function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
