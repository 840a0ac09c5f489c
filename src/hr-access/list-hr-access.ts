import type { Ctx, HrRight } from '../caller/context'
import { type Leader, leaders } from '../records/leader'
import { asStored } from '../store/as-stored'
import { everyDocument } from '../store/every-document'

/** Somebody who plans for HR. */
export interface HrAccess {
  readonly id: string
  /** Empty where Pejling has not met them. */
  readonly name: string
  readonly right: HrRight
  /** The configuration names them: they give and take, and nobody takes theirs in the chat. */
  readonly isAdministrator: boolean
}

/** Who has access, administrators first, each by name. Anybody may know: they plan for leaders and read what is written to HR. */
export async function listHrAccess(ctx: Ctx): Promise<HrAccess[]> {
  const { hrIds } = ctx.config
  const where = [{ field: 'hrSince', is: '>', value: '' }] as const
  const given = await everyDocument(ctx.store, leaders, ctx.caller.tenantId, { where })
  const administrators = await Promise.all(
    hrIds.map(async (id): Promise<HrAccess> => {
      // Their access hangs on no record, so that one that cannot be read costs the list nothing.
      const found = await ctx.store.get(asStored(leaders), ctx.caller.tenantId, id)
      const name = found?.document.name
      return { id, name: typeof name === 'string' ? name : '', right: { kind: 'everything' }, isAdministrator: true }
    }),
  )
  return [
    ...administrators.sort(byName),
    ...given.flatMap((leader) => (hrIds.includes(leader.id) ? [] : accessOf(leader))).sort(byName),
  ]
}

function accessOf({ id, name, hrRight }: Leader): HrAccess[] {
  return hrRight ? [{ id, name, right: hrRight, isAdministrator: false }] : []
}

function byName(a: HrAccess, b: HrAccess): number {
  return a.name.localeCompare(b.name, 'da')
}
