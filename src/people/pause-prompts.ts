import { z } from 'zod'
import type { Ctx } from '../caller/context'
import type { Absence } from '../dates/absence'
import { type AbsenceReading, readAbsence } from '../dates/read-absence'
import { AppError } from '../errors'
import type { Leader } from '../records/leader'
import { localDate } from '../time/clock'
import { updateLeader } from './leader'

export const pauseInput = z.object({ text: z.string().max(200) })

/** `asked`: what was meant is to be chosen, or said: nothing has been changed. */
export type PauseOutcome =
  | { readonly status: 'paused'; readonly leader: Leader; readonly absence: Absence }
  | { readonly status: 'asked'; readonly reading: Extract<AbsenceReading, { status: 'either' | 'open' }> }

/**
 * Keeps prompts away from the caller on the days that the text names.
 * @throws AppError `invalid` for a text that names no day between tomorrow and a year from now
 */
export async function pausePrompts(
  ctx: Ctx,
  leader: Pick<Leader, 'timeZone'>,
  { text }: z.infer<typeof pauseInput>,
): Promise<PauseOutcome> {
  const reading = readAbsence(text, localDate(ctx.clock.now(), leader.timeZone))
  switch (reading.status) {
    case 'absence':
      return { status: 'paused', leader: await pauseDuring(ctx, reading.absence), absence: reading.absence }
    case 'either':
    case 'open':
      return { status: 'asked', reading }
    default: {
      const say = { key: `pause.fault.${reading.status}` }
      throw new AppError('invalid', `The pause has no usable end: ${reading.status}`, { say })
    }
  }
}

function pauseDuring(ctx: Ctx, { from, until }: Absence): Promise<Leader> {
  return updateLeader(ctx, ({ pausedFrom, pausedUntil, stopped }) => {
    const isSame = pausedFrom === from && pausedUntil === until && !stopped
    return isSame ? undefined : { pausedFrom: from, pausedUntil: until, stopped: false }
  })
}

/** Keeps prompts away from the caller until they say otherwise. */
export function stopPrompts(ctx: Ctx): Promise<Leader> {
  return updateLeader(ctx, ({ stopped }) =>
    stopped ? undefined : { pausedFrom: null, pausedUntil: null, stopped: true },
  )
}
