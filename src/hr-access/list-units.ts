import { requireHr } from '../caller/access'
import type { Ctx } from '../caller/context'
import { hrRightOf, reachesUnit } from '../caller/hr-right'
import { leaders } from '../records/leader'
import { eachPage } from '../store/every-document'

export interface Unit {
  readonly name: string
  readonly leaders: number
}

/** The units that leaders are in and that the caller plans for, in Danish order. */
export async function listUnits(ctx: Ctx): Promise<Unit[]> {
  requireHr(ctx)
  const right = hrRightOf(ctx)
  const counts = new Map<string, number>()
  for await (const page of eachPage(ctx.store, leaders, ctx.caller.tenantId)) {
    for (const { document } of page) {
      const { unit } = document
      if (unit !== null && reachesUnit(right, unit)) counts.set(unit, (counts.get(unit) ?? 0) + 1)
    }
  }
  return [...counts]
    .map(([name, count]) => ({ name, leaders: count }))
    .sort((a, b) => a.name.localeCompare(b.name, 'da'))
}
