import { z } from 'zod'
import { type Ctx, nowIso } from '../caller/context'
import { AppError } from '../errors'
import type { Reflection } from '../records/reflection'
import { changeReflection, reflectionIdInput } from './change-reflection'
import { isBehind, nextRevision, requireFits, requireNotHeld, revisionInput } from './save-reflection'

export const thenInput = reflectionIdInput.extend({ text: z.string().default(''), revision: revisionInput })
type Then = z.infer<typeof thenInput>

/**
 * Keeps the caller's answer to the second question of a prompt, beside the first. Where the first does not stand, or the form began from
 * what has been edited or deleted since, nothing changes: `holdsThen` tells.
 * @throws AppError `invalid` for an empty or too long answer; see `changeReflection`
 */
export async function answerThen(ctx: Ctx, input: Then, cardId?: string): Promise<Reflection> {
  const second = input.text.trim()
  if (second === '') throw new AppError('invalid', 'The answer is empty', { say: { key: 'prompt.error' } })
  requireFits(second)
  const change = (standing: Reflection) => {
    if (standing.state !== 'answered' || holdsThen(standing, input) || isBehind(standing, input.revision))
      return undefined
    if (standing.second !== undefined) requireNotHeld(standing)
    return { second, answeredAt: nowIso(ctx), ...nextRevision(standing) }
  }
  return changeReflection(ctx, input.reflectionId, change, cardId)
}

/** Whether this answer to the second question is the one that stands. */
export function holdsThen({ state, second }: Reflection, { text }: Pick<Then, 'text'>): boolean {
  return state === 'answered' && second === text.trim()
}
