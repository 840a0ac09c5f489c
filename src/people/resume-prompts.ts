import type { Ctx } from '../caller/context'
import { localDate } from '../clock'
import type { Leader } from '../records/leader'
import { updateLeader } from './leader'

/** Whether prompts are kept away from a leader now, and until when. Pure. @param today the leader's own date */
export function pauseOf(leader: Pick<Leader, 'pausedUntil' | 'stopped'>, today: string): Pause {
  if (leader.stopped) return { kind: 'stopped' }
  if (leader.pausedUntil === null) return { kind: 'none' }
  return leader.pausedUntil > today ? { kind: 'until', date: leader.pausedUntil } : { kind: 'over' }
}

export type Pause =
  | { readonly kind: 'none' | 'stopped' | 'over' }
  /** `date`: the first day with prompts again. */
  | { readonly kind: 'until'; readonly date: string }

/** Lets prompts come again. */
export function resumePrompts(ctx: Ctx): Promise<Leader> {
  return updateLeader(ctx, ({ pausedUntil, stopped }) =>
    pausedUntil === null && !stopped ? undefined : { pausedUntil: null, stopped: false },
  )
}

/** Takes away a pause whose time is over: true once, however many turns come at the same moment. */
export async function endPause(ctx: Ctx): Promise<boolean> {
  let hasEnded = false
  await updateLeader(ctx, (leader) => {
    hasEnded = pauseOf(leader, localDate(ctx.clock.now(), leader.timeZone)).kind === 'over'
    return hasEnded ? { pausedUntil: null } : undefined
  })
  return hasEnded
}
