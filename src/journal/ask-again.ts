import { z } from 'zod'
import type { Ctx } from '../caller/context'
import { nextDayTime } from '../dates/rhythm-dates'
import { snoozeId } from '../records/ids'
import type { Leader } from '../records/leader'
import { isNote, type Reflection, snoozes } from '../records/reflection'
import { localDate } from '../time/clock'
import { addDays } from '../time/local-dates'
import { changeReflection, reflectionIdInput } from './change-reflection'
import { showReflection } from './show-reflection'
import { putSnooze } from './snooze-prompt'

export const askAgainInput = reflectionIdInput.extend({ weeks: z.coerce.number().int().min(4).max(8).default(6) })

/** The hour of a working day at which it comes, wherever the leader is. */
export const againTime = { weekday: 1, time: '09:00', everyWeeks: 1, startsOn: '' }

/**
 * Asks the caller some weeks from now whether anything has changed since they wrote an answer: once, and only because they want it. The
 * time that stands already stays. What is not an answer, or is none any more, stays as it is.
 */
export async function askAgain(
  ctx: Ctx,
  { timeZone }: Pick<Leader, 'timeZone'>,
  input: z.infer<typeof askAgainInput>,
  cardId?: string,
): Promise<Reflection> {
  const standing = await showReflection(ctx, input)
  const before = addDays(localDate(ctx.clock.now(), timeZone), 7 * input.weeks - 1)
  const againAt = new Date(nextDayTime(againTime, before, timeZone)).toISOString()
  // What wakes it is written first: alone it wakes nothing, and the leader is told that it failed.
  if (canComeAgain(standing)) await putSnooze(ctx, standing, againAt, 'again')
  return changeReflection(
    ctx,
    input.reflectionId,
    (reflection) => (canComeAgain(reflection) ? { againAt } : undefined),
    cardId,
  )
}

/** Takes that back. */
export async function stopAsking(
  ctx: Ctx,
  input: z.infer<typeof reflectionIdInput>,
  cardId?: string,
): Promise<Reflection> {
  const { tenantId, leaderId } = ctx.caller
  const change = ({ againAt }: Reflection) => (againAt === undefined ? undefined : { againAt: undefined })
  const reflection = await changeReflection(ctx, input.reflectionId, change, cardId)
  await ctx.store.remove(snoozes, tenantId, snoozeId(leaderId, reflection.id))
  return reflection
}

function canComeAgain(reflection: Reflection): boolean {
  return reflection.state === 'answered' && reflection.againAt === undefined && !isNote(reflection)
}
