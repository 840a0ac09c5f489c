import { notice } from '../../cards/kit/notice-card'
import { pauseChoiceCard, pausedCard, stoppedCard } from '../../cards/leader/pause-card'
import { localDate } from '../../clock'
import { readDate } from '../../people/danish-dates'
import { pausePrompts, stopPrompts } from '../../people/pause-prompts'
import { resumePrompts } from '../../people/resume-prompts'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'

export function askPause({ reader }: Turn): Reply {
  return send(pauseChoiceCard(reader))
}

/** Pauses until the date that the text names, and says what that means. */
export async function pauseUntil(turn: Turn, input: { text: string }): Promise<Reply> {
  const leader = await pausePrompts(turn.ctx, input)
  const today = localDate(turn.ctx.clock.now(), leader.timeZone)
  return replace(pausedCard(turn.reader, leader.pausedUntil ?? today, today))
}

export async function stopForGood({ ctx, reader }: Turn): Promise<Reply> {
  await stopPrompts(ctx)
  return replace(stoppedCard(reader))
}

export async function startAgain(turn: Turn): Promise<Reply> {
  const { pausedUntil, stopped } = turn.leader
  await resumePrompts(turn.ctx)
  return replace(notice(turn.reader, pausedUntil !== null || stopped ? 'pauseEnded' : 'pauseNone'))
}

/** Whether what stands after "pause" is meant as a time, rather than being the rest of a question about pauses. */
export function isAboutTime(turn: Turn, rest: string): boolean {
  const { ctx, leader } = turn
  if (readDate(rest, localDate(ctx.clock.now(), leader.timeZone)).status !== 'unclear') return true
  return /^(til|indtil|frem til|until|till)\b/i.test(rest)
}
