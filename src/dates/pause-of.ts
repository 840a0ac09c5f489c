/** With local dates. `pausedUntil`: the first day with prompts again. */
interface Paused {
  readonly pausedFrom: string | null
  readonly pausedUntil: string | null
  readonly stopped: boolean
  readonly leavingSince?: string | undefined
  readonly heldSince?: string | undefined
}

/** `planned`: it begins later. `leaving`: the roster no longer names them. `over`: it has ended, which the leader has not been told. */
export type Pause = 'none' | 'planned' | 'paused' | 'stopped' | 'leaving' | 'over'

type KeptAway = Exclude<Pause, 'none' | 'planned' | 'over'>

/** Why a leader is to be left in peace on a date of their own; undefined: they are not. */
export function keptAway(leader: Paused, date: string): KeptAway | undefined {
  const pause = pauseOf(leader, date)
  return pause === 'none' || pause === 'planned' || pause === 'over' ? undefined : pause
}

/** Whether prompts are kept away from a leader on a date of their own. */
export function pauseOf({ pausedFrom, pausedUntil, stopped, leavingSince, heldSince }: Paused, date: string): Pause {
  // That somebody's data are held is no business of whoever plans: it counts as a pause.
  if (heldSince !== undefined) return 'paused'
  if (stopped) return 'stopped'
  if (leavingSince !== undefined) return 'leaving'
  if (pausedUntil === null) return 'none'
  if (pausedUntil <= date) return 'over'
  return pausedFrom !== null && pausedFrom > date ? 'planned' : 'paused'
}
