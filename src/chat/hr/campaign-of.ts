import { z } from 'zod'
import type { CampaignFormValues } from '../../cards/campaign/campaign-form-values'
import { AppError } from '../../errors'
import type { Audience, Campaign, PromptPlan } from '../../records/campaign'
import { addDays } from '../../time/local-dates'
import { frameworkOf } from './form-of'
import { ownLines } from './own-lines'

type Before = Pick<Campaign, 'audience' | 'prompts' | 'reminder'>

/**
 * What a form means. What it cannot say is taken from `before`, the campaign as it stands.
 * @throws AppError `invalid` where the questions in two languages do not go together
 */
export function campaignOf(form: CampaignFormValues, before: Before | undefined) {
  const { name, time, first, weeks, closed } = form
  const holidays = closed.includes('holidays')
  return {
    name,
    audience: audienceOf(form, before?.audience),
    prompts: promptsOf(form, before?.prompts),
    recurrence: {
      ...rhythmOf(form),
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

const nths = { m1: 1, m2: 2, m3: 3, m4: 4, 'm-1': -1 } as const

function rhythmOf({ every, weekday }: CampaignFormValues) {
  switch (every) {
    case 'kept':
      return {}
    case '1':
      return { every: 'week' as const, weekday }
    case '2':
      return { every: '2weeks' as const, weekday }
    default:
      return { every: 'month' as const, weekday, nth: nths[every] }
  }
}

function audienceOf(form: CampaignFormValues, before: Audience | undefined): Audience {
  const { framework, levels: chosen, channels } = form
  const narrowed = [...chosen]
  // The form shows roles of one municipality only, so it leaves other roles of a campaign as they are.
  const kept = before && frameworkOf(before) === framework ? before.roles : []
  const others = {
    people: [],
    ...before,
    roles: kept,
    units: [...(form.units ?? before?.units ?? [])],
    channels: [...channels],
  }
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
        frameworks: framework === '' ? [] : [framework],
        roles: [...form.roles],
        levels: narrowed,
      }
  }
}

function promptsOf(form: CampaignFormValues, before: PromptPlan | undefined): PromptPlan {
  switch (form.plan) {
    case 'automatic':
    case 'pitfalls':
      return { kind: form.plan }
    case 'areas':
      return { kind: 'areas', areas: [...form.areas], ...(form.each !== null && { occasionsEach: form.each }) }
    case 'chosen':
      return { kind: 'chosen', promptIds: [...form.prompts] }
    case 'byRole':
      return { kind: 'byRole', turns: form.turns.map((turn) => ({ ...turn })) }
    case 'own':
      return ownOf(form)
    case 'kept':
      return before ?? { kind: 'automatic' }
    // Where there was room for a question only, an empty one meant none of HR's own.
    case 'earlier':
      return before && before.kind !== 'own' ? before : { kind: 'automatic' }
  }
}

function ownOf({ question, english }: CampaignFormValues): PromptPlan {
  const danish = ownLines(question)
  const translated = ownLines(english)
  if (translated.length > 0 && translated.length !== danish.length) {
    const say = { key: 'campaign.fault.questionLines', params: { n: danish.length }, field: 'english' }
    throw new AppError('invalid', 'There are more questions in one language than in the other', { say })
  }
  const all = danish.map((line, at) => {
    const en = translated[at]
    return { question: line, ...(en !== undefined && { en }) }
  })
  const [first = { question: '' }, ...more] = all
  return { kind: 'own', ...first, ...(more.length > 0 && { more }) }
}
