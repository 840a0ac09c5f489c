import { localDate } from '../../clock'
import { readDate } from '../../people/danish-dates'
import { pausePrompts } from '../../people/pause-prompts'
import { resumePrompts } from '../../people/resume-prompts'
import { type Reply, replace } from '../reply'
import type { Turn } from '../turn'
import type { Views } from '../views/views'

/** Pauses until the date that the text names, and says what that means. */
export async function pauseUntil(turn: Turn, input: { text: string }, views: Views): Promise<Reply> {
  const leader = await pausePrompts(turn.ctx, input)
  return replace(views.sheets.paused(leader, localDate(turn.ctx.clock.now(), leader.timeZone)))
}

export async function startAgain(turn: Turn, views: Views): Promise<Reply> {
  const { pausedUntil, stopped } = turn.leader
  const leader = await resumePrompts(turn.ctx)
  return replace(views.notice(leader, pausedUntil !== null || stopped ? 'pauseEnded' : 'pauseNone'))
}

/** Whether what stands after "pause" is meant as a time, rather than being the rest of a question about pauses. */
export function isAboutTime(turn: Turn, rest: string): boolean {
  const { ctx, leader } = turn
  if (readDate(rest, localDate(ctx.clock.now(), leader.timeZone)).status !== 'unclear') return true
  return /^(til|indtil|frem til|until|till)\b/i.test(rest)
}
