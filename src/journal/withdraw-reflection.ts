import type { z } from 'zod'
import type { Ctx } from '../caller/context'
import type { Reflection } from '../records/reflection'
import { changeReflection, reflectionIdInput } from './change-reflection'
import { isBehind, nextRevision, requireNotHeld, revisionInput } from './save-reflection'

export const withdrawInput = reflectionIdInput.extend({ revision: revisionInput })

/**
 * Takes the caller's answer back: text and number are gone from the record at once, and the prompt can be answered anew. An old
 * press that comes late takes no newer answer away.
 */
export function withdrawReflection(
  ctx: Ctx,
  input: z.infer<typeof withdrawInput>,
  cardId?: string,
): Promise<Reflection> {
  const change = (standing: Reflection) => {
    if (!isKept(standing) || isBehind(standing, input.revision)) return undefined
    requireNotHeld(standing)
    const words = { talk: undefined, text: undefined, second: undefined, scale: undefined }
    const nothing = { ...words, answeredAt: undefined, againAt: undefined }
    return { state: 'withdrawn' as const, ...nothing, ...nextRevision(standing) }
  }
  return changeReflection(ctx, input.reflectionId, change, cardId)
}

/** Whether there is something to take back: an answer, or a page for a talk that is not answered yet. */
export function isKept({ state, talk }: Pick<Reflection, 'state' | 'talk'>): boolean {
  return state === 'answered' || talk !== undefined
}
