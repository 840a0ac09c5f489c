import type { z } from 'zod'
import type { Ctx } from '../caller/context'
import type { Reflection } from '../records/reflection'
import { changeReflection, type reflectionIdInput } from './change-reflection'

/** The caller's own reflection as it stands now. @param cardId the message that shows it from now on */
export function showReflection(
  ctx: Ctx,
  input: z.infer<typeof reflectionIdInput>,
  cardId?: string,
): Promise<Reflection> {
  return changeReflection(ctx, input.reflectionId, () => undefined, cardId)
}
