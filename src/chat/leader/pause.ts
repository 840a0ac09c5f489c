import { notice } from '../../cards/kit/notice-card'
import { pauseChoiceCard, pausedCard, pauseMeantCard, stoppedCard } from '../../cards/leader/pause-card'
import { readAbsence } from '../../dates/read-absence'
import { readLeave } from '../../dates/read-leave'
import { pausePrompts, stopPrompts } from '../../people/pause-prompts'
import { resumePrompts } from '../../people/resume-prompts'
import type { Leader } from '../../records/leader'
import { localDate } from '../../time/clock'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'

export function askPause({ reader }: Turn): Reply {
  return send(pauseChoiceCard(reader))
}

/** Pauses on the days that the text names, and says which they are; asks where it leaves them open. */
export async function pauseUntil(turn: Turn, input: { text: string }): Promise<Reply> {
  const { ctx, leader, reader } = turn
  const outcome = await pausePrompts(ctx, leader, input)
  const today = todayOf(turn)
  if (outcome.status === 'asked') return replace(pauseMeantCard(reader, outcome.reading, today))
  return replace(pausedCard(reader, outcome.absence, today, leader.stopped))
}

export async function stopForGood({ ctx, reader }: Turn): Promise<Reply> {
  await stopPrompts(ctx)
  return replace(stoppedCard(reader))
}

export async function startAgain(turn: Turn): Promise<Reply> {
  const isAway = isKeptAway(turn.leader)
  await resumePrompts(turn.ctx)
  return replace(notice(turn.reader, isAway ? 'pauseEnded' : 'pauseNone'))
}

/** Whether prompts are kept away from somebody, now or later. */
export function isKeptAway({ pausedUntil, stopped }: Pick<Leader, 'pausedUntil' | 'stopped'>): boolean {
  return pausedUntil !== null || stopped
}

/** Who has stopped the prompts and asks for one is told that no others come. */
export function tellStopped({ leader, isPersonal, reader }: Turn, reply: Reply): Reply {
  const isToTell = isPersonal && leader.stopped && reply.below === undefined
  return isToTell ? { ...reply, below: notice(reader, 'pauseStopped') } : reply
}

/** Whether what stands after "pause" is meant as a time, rather than being the rest of a question about pauses. */
export function isAboutTime(turn: Turn, rest: string): boolean {
  if (readAbsence(rest, todayOf(turn)).status !== 'unclear') return true
  return /^(til|indtil|frem til|until|till)\b/i.test(rest)
}

/** The days in "jeg er på ferie i uge 28 og 29"; '' where somebody only says that they are away. Undefined for any other text. */
export function readAway(turn: Turn, text: string): string | undefined {
  return turn.isPersonal ? awayIn(text, todayOf(turn)) : undefined
}

/** @param today as a local date */
export function awayIn(text: string, today: string): string | undefined {
  const when = readLeave(text)
  if (when === undefined || when === '') return when
  return readAbsence(when, today).status === 'unclear' ? undefined : when
}

function todayOf({ ctx, leader }: Turn): string {
  return localDate(ctx.clock.now(), leader.timeZone)
}
