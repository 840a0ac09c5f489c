import type { Ctx } from '../caller/context'
import { localDate } from '../clock'
import type { Leader } from '../records/leader'
import { updateLeader } from './leader'

/** Whether prompts are kept away from a leader, from when and until when. Pure. @param today the leader's own date */
export function pauseOf(leader: Pick<Leader, 'pausedFrom' | 'pausedUntil' | 'stopped'>, today: string): Pause {
  const { pausedFrom, pausedUntil } = leader
  if (leader.stopped) return { kind: 'stopped' }
  if (pausedUntil === null) return { kind: 'none' }
  if (pausedUntil <= today) return { kind: 'over' }
  return pausedFrom !== null && pausedFrom > today ? { kind: 'planned' } : { kind: 'paused' }
}

export interface Pause {
  /** `planned`: it begins later. */
  readonly kind: 'none' | 'planned' | 'paused' | 'stopped' | 'over'
}

/** Lets prompts come again. */
export function resumePrompts(ctx: Ctx): Promise<Leader> {
  return updateLeader(ctx, ({ pausedUntil, stopped }) =>
    pausedUntil === null && !stopped ? undefined : { pausedFrom: null, pausedUntil: null, stopped: false },
  )
}

/** Takes away a pause whose time is over: true once, however many turns come at the same moment. */
export async function endPause(ctx: Ctx): Promise<boolean> {
  let hasEnded = false
  await updateLeader(ctx, (leader) => {
    hasEnded = pauseOf(leader, localDate(ctx.clock.now(), leader.timeZone)).kind === 'over'
    return hasEnded ? { pausedFrom: null, pausedUntil: null } : undefined
  })
  return hasEnded
}
