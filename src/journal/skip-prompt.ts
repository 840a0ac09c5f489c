import type { z } from 'zod'
import type { Ctx } from '../caller/context'
import type { Reflection } from '../records/reflection'
import { changeReflection, type reflectionIdInput } from './change-reflection'

/** Puts the prompt aside. An answer that already stands is kept. */
export function skipPrompt(ctx: Ctx, input: z.infer<typeof reflectionIdInput>, cardId?: string): Promise<Reflection> {
  const change = ({ state }: Reflection) =>
    state === 'shown' || state === 'snoozed' ? { state: 'skipped' as const, snoozedUntil: undefined } : undefined
  return changeReflection(ctx, input.reflectionId, change, cardId)
}
