import type { Level } from '../../framework/schema'

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

/** Kinds of days on which nothing is sent, as the form offers them. */
export const closedKinds = ['weekends', 'holidays', 'school', 'july'] as const
export type ClosedKind = (typeof closedKinds)[number]

/** Every week, every second, or each month on the first to fourth or the last such weekday. */
export const rhythms = ['1', '2', 'm1', 'm2', 'm3', 'm4', 'm-1'] as const

/**
 * Where the prompts come from. `byRole` is a series', which the form keeps; `kept`: as the campaign has it; `earlier`: as a form of an
 * earlier version means, which did not ask.
 */
export const plans = ['automatic', 'pitfalls', 'areas', 'chosen', 'own', 'byRole', 'kept', 'earlier'] as const
export type Plan = (typeof plans)[number]

/** The form a card at a time. `which` is asked only where the plan leaves something to choose. */
export const formSteps = ['who', 'what', 'which', 'when'] as const
export type FormStep = (typeof formSteps)[number]

/** What stands in the form's fields. */
export interface CampaignFormValues {
  readonly name: string
  /**
   * A framework's slug, `all`, or `none` where no leaders are meant, but channels only. `kept`: as the campaign has it, which
   * the form cannot say.
   */
  readonly framework: string
  /** Slugs of roles in the one municipality that is chosen. None chosen: all. */
  readonly roles: readonly string[]
  /** None chosen: all. */
  readonly levels: readonly Level[]
  /** Names in the roster. None chosen: all. Null: as the campaign has them. */
  readonly units: readonly string[] | null
  /** Ids of channels. */
  readonly channels: readonly string[]
  readonly plan: Plan
  /** Slugs. */
  readonly areas: readonly string[]
  /** One area at a time, for so many occasions each; null: all of them all the time. */
  readonly each: number | null
  /** Ids of prompts, in the order in which they are sent. */
  readonly prompts: readonly string[]
  /** With `byRole`: a role's prompt, occasion by occasion. */
  readonly turns: readonly Readonly<Record<string, string>>[]
  /** HR's own, a line each, as they were typed. */
  readonly question: string
  /** The same in English, line by line; empty: none. */
  readonly english: string
  readonly weekday: Weekday
  /** HH:MM. */
  readonly time: string
  /** YYYY-MM-DD. */
  readonly first: string
  /** One of `rhythms`; `kept` as above, whatever weekday is chosen. */
  readonly every: (typeof rhythms)[number] | 'kept'
  /** Null: until it is stopped. */
  readonly weeks: number | null
  readonly closed: readonly ClosedKind[]
  readonly reminders: 0 | 1 | 2
}

/** The cards of a form, in order. */
export function stepsOf(plan: Plan): readonly FormStep[] {
  const isAsked = plan === 'areas' || plan === 'chosen' || plan === 'own'
  return formSteps.filter((step) => step !== 'which' || isAsked)
}

/** What stands for a campaign's own units where a form does not name them. */
export const unitsKept = '*'
/** Buttons carry them from card to card, so there is no room for more; a campaign may have them by the command line. */
export const mostUnitsChosen = 20
export const longestOwn = 2000

/** A name as the value of a choice: it may hold what parts one chosen value from the next. */
export function asChoice(name: string): string {
  return name.replace(/[%,;*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`)
}

/** The form's fields as buttons carry them from card to card: texts, and of the prompts only what the plan goes by. */
export function carriedFields(form: CampaignFormValues): Readonly<Record<string, string>> {
  const { name, framework, plan, weekday, time, first, every, units } = form
  const all: Record<string, string> = {
    name,
    framework,
    plan,
    weekday,
    time,
    first,
    every,
    // Whose roles they are, so that what is chosen can be told from what another municipality's would mean.
    rolesOf: framework,
    roles: form.roles.join(','),
    levels: form.levels.join(','),
    units: units === null ? unitsKept : units.map(asChoice).join(','),
    channels: form.channels.join(','),
    ...planFields(form),
    weeks: String(form.weeks ?? ''),
    closed: form.closed.join(','),
    reminder: String(form.reminders),
  }
  return all
}

function planFields({
  plan,
  areas,
  each,
  prompts,
  turns,
  question,
  english,
}: CampaignFormValues): Record<string, string> {
  switch (plan) {
    case 'areas':
      return { areas: areas.join(','), each: String(each ?? '') }
    case 'chosen':
      return { prompts: prompts.join(',') }
    case 'byRole':
      return { turns: turns.map(asTurn).join(';') }
    case 'own':
      return { question, english }
    default:
      return {}
  }
}

function asTurn(turn: Readonly<Record<string, string>>): string {
  return Object.entries(turn)
    .map(([role, promptId]) => `${role}=${promptId}`)
    .join(',')
}

/** What `carriedFields` made of a series' turns. */
export function readTurns(written: string): Readonly<Record<string, string>>[] {
  return written
    .split(';')
    .map((turn) =>
      Object.fromEntries(
        turn.split(',').flatMap((pair) => {
          const [role = '', promptId = ''] = pair.split('=')
          return role !== '' && promptId !== '' ? [[role, promptId] as const] : []
        }),
      ),
    )
    .filter((turn) => Object.keys(turn).length > 0)
}
