import { closedKinds, rhythms, weekdays } from './campaign-form-values'
import type { CampaignFormView } from './campaign-form-view'
import { type FormInputs, formInputs } from './form-inputs'

/** When it is sent, how long it lasts, what days are left out and who is reminded. */
export function whenFields(view: CampaignFormView): Readonly<Record<string, FormInputs>> {
  const { weekday, time, first, every, weeks, closed, reminders } = view.form
  const { t, plain, choices } = formInputs(view)
  const inDays = (n: number) => t(n === 1 ? 'day' : 'days', { n })
  const { reminderDays = 2 } = view
  return {
    every: choices('every', every, [...rhythms, ...(every === 'kept' ? ['kept'] : [])]),
    weekday: choices('weekday', weekday, weekdays),
    time: plain('time', time),
    first: plain('first', first),
    weeks: plain('weeks', weeks ?? ''),
    closed: choices('closed', closed.join(','), closedKinds),
    reminder: choices('reminder', String(reminders), ['0', '1', '2'], {
      first: inDays(reminderDays),
      second: inDays(2 * reminderDays),
    }),
  }
}
