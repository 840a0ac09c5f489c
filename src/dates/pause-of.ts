/** With local dates. `pausedUntil`: the first day with prompts again. */
interface Paused {
  readonly pausedFrom: string | null
  readonly pausedUntil: string | null
  readonly stopped: boolean
}

/** `planned`: it begins later. `over`: it has ended, which the leader has not been told. */
export type Pause = 'none' | 'planned' | 'paused' | 'stopped' | 'over'

/** Whether prompts are kept away from a leader on a date of their own. */
export function pauseOf({ pausedFrom, pausedUntil, stopped }: Paused, date: string): Pause {
  if (stopped) return 'stopped'
  if (pausedUntil === null) return 'none'
  if (pausedUntil <= date) return 'over'
  return pausedFrom !== null && pausedFrom > date ? 'planned' : 'paused'
}
