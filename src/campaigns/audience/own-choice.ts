/** What leaders have decided for themselves. HR can cure none of it, and is told of it as one number. */
const ownChoices: readonly string[] = ['paused', 'stopped', 'blocked', 'uninstalled']

/** Whether somebody is not reached because they chose so, and by no fault that HR or an operator could mend. */
export function isOwnChoice(reason: string | null | undefined): boolean {
  return reason !== null && reason !== undefined && ownChoices.includes(reason)
}

/** Of fewer people it could be told who they are. */
export const fewestTold = 5

/** How many people HR is told of; null: fewer than five, nobody included. */
export function toldCount(count: number): number | null {
  return count < fewestTold ? null : count
}
