import type { z } from 'zod'
import type { Ctx } from '../context'
import { AppError } from '../errors'
import { type Reflection, reflections } from '../store/containers'
import type { skipInput } from './save-reflection'

/**
 * One of the caller's own reflections as it stands now.
 * @throws AppError `not-found` when the caller has none with that id
 */
export async function showReflection(ctx: Ctx, { reflectionId }: z.infer<typeof skipInput>): Promise<Reflection> {
  const found = await ctx.store.get(reflections, ctx.caller.leaderId, reflectionId)
  if (!found) throw new AppError('not-found', 'No such reflection in the caller’s partition')
  return found.document
}
