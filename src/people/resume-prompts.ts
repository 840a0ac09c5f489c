import type { Ctx } from '../caller/context'
import { pauseOf } from '../dates/pause-of'
import type { Leader } from '../records/leader'
import { localDate } from '../time/clock'
import { updateLeader } from './leader'

/** Lets prompts come again. */
export function resumePrompts(ctx: Ctx): Promise<Leader> {
  return updateLeader(ctx, ({ pausedUntil, stopped, leavingSince }) =>
    pausedUntil === null && !stopped && leavingSince === undefined
      ? undefined
      : { pausedFrom: null, pausedUntil: null, stopped: false, leavingSince: undefined },
  )
}

/** Takes away a pause whose time is over: true once, however many turns come at the same moment. */
export async function endPause(ctx: Ctx): Promise<boolean> {
  let hasEnded = false
  await updateLeader(ctx, (leader) => {
    hasEnded = pauseOf(leader, localDate(ctx.clock.now(), leader.timeZone)) === 'over'
    return hasEnded ? { pausedFrom: null, pausedUntil: null } : undefined
  })
  return hasEnded
}
