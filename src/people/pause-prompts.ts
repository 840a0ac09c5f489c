import { z } from 'zod'
import type { Ctx } from '../caller/context'
import { localDate } from '../clock'
import { AppError } from '../errors'
import type { Leader } from '../records/leader'
import { readDate } from './danish-dates'
import { updateLeader } from './leader'

export const pauseInput = z.object({ text: z.string().max(200) })

/**
 * Keeps prompts away from the caller until the date that the text names.
 * @throws AppError `invalid` for a text that names no date between tomorrow and a year from now
 */
export function pausePrompts(ctx: Ctx, input: z.infer<typeof pauseInput>): Promise<Leader> {
  return updateLeader(ctx, (leader) => {
    const reading = readDate(input.text, localDate(ctx.clock.now(), leader.timeZone))
    if (reading.status !== 'date') {
      const say = { key: `pause.fault.${reading.status}` }
      throw new AppError('invalid', `The pause has no usable end: ${reading.status}`, { say })
    }
    const isSame = leader.pausedUntil === reading.date && !leader.stopped
    return isSame ? undefined : { pausedUntil: reading.date, stopped: false }
  })
}

/** Keeps prompts away from the caller until they say otherwise. */
export function stopPrompts(ctx: Ctx): Promise<Leader> {
  return updateLeader(ctx, ({ stopped }) => (stopped ? undefined : { pausedUntil: null, stopped: true }))
}
