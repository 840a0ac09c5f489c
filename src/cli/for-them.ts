import type { Ctx } from '../caller/context'

/** A person's own verbs, run for them. @param by who of the operators it is */
export function forThem<T extends Ctx>(ctx: T, leaderId: string, by?: string): T {
  const { tenantId } = ctx.caller
  return { ...ctx, caller: { tenantId, leaderId, name: '', ...(by !== undefined && { by }) } }
}
