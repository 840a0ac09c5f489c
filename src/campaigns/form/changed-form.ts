import type { z } from 'zod'
import type { Saying } from '../../errors'
import type { Campaign } from '../../records/campaign'
import { ruleOn } from '../calendar/recurrence-rule'
import type { campaignChanges, campaignInput } from './campaign-input'

type Form = z.input<typeof campaignInput>
type Changes = z.input<typeof campaignChanges>

/**
 * The form of a campaign with changes: what is left out stays, of what has parts each part; a list that is given takes the place
 * of the one before. And what of the changes would have no effect.
 */
export function changedForm(before: Campaign, changes: Changes): { form: Form; faults: readonly Saying[] } {
  const { name, audience, prompts, closedDays, quietHours, reminder, graceMinutes } = before
  const { recurrence, fault } = changedRecurrence(before, changes)
  const form: Form = {
    name,
    prompts,
    quietHours,
    graceMinutes,
    ...given(changes),
    audience: { ...audience, ...given(changes.audience) },
    reminder: { ...reminder, ...given(changes.reminder) },
    closedDays: { ...closedDays, ...given(changes.closedDays) },
    recurrence,
  }
  return { form, faults: [...narrowedFaults(before, changes), ...fault, ...reminderFaults(before, changes)] }
}

function changedRecurrence({ recurrence: before }: Campaign, changes: Changes) {
  const { rrule, ...kept } = before
  const { weekday, nth, monthDay, ...others } = given(changes.recurrence)
  const day = given({ weekday, nth, monthDay })
  // A rhythm or a rule is given anew, with everything that goes with it.
  if (others.rrule !== undefined || others.every !== undefined) {
    return { recurrence: { ...kept, ...others, ...day }, fault: [] }
  }
  const on = Object.keys(day).length === 0 ? { rrule } : ruleOn(rrule, day)
  const fault = 'why' in on ? [{ key: `campaign.fault.${on.why}`, params: { rrule } }] : []
  return { recurrence: { ...kept, rrule: 'why' in on ? rrule : on.rrule, ...others }, fault }
}

/** Whether "all leaders" is chosen while lists that were left out of the change would go on narrowing them. */
function narrowedFaults({ audience: before }: Campaign, { audience }: Changes): readonly Saying[] {
  if (audience?.isEveryLeader !== true) return []
  const names = (['frameworks', 'roles', 'levels', 'units'] as const)
    .filter((list) => audience[list] === undefined)
    .flatMap((list) => before[list])
  return names.length > 0 ? [{ key: 'campaign.fault.narrowed', params: { names: names.join(', ') } }] : []
}

function reminderFaults({ reminder: before }: Campaign, { reminder }: Changes): readonly Saying[] {
  const isIdle = reminder?.afterDays !== undefined && reminder.most === undefined && before.most === 0
  return isIdle ? [{ key: 'campaign.fault.noReminder' }] : []
}

function given<T extends object>(fields: T | undefined): Partial<T> {
  return Object.fromEntries(Object.entries(fields ?? {}).filter(([, value]) => value !== undefined)) as Partial<T>
}
