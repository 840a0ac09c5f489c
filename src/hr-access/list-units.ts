import { z } from 'zod'
import { requireHr } from '../caller/access'
import type { Ctx } from '../caller/context'
import { hrRightOf, reachesUnit } from '../caller/hr-right'
import { leaders } from '../records/leader'
import { eachPage } from '../store/every-document'
import type { Container } from '../store/store'

const schema = z.looseObject({ id: z.string(), unit: z.string().nullable().catch(null) })
/** Leaders, of whom only the unit is read: what else a record holds keeps no unit from being offered. */
const placed: Container<z.infer<typeof schema>> = { ...leaders, schema }

export interface Unit {
  readonly name: string
  readonly leaders: number
}

/** The units that leaders are in and that the caller plans for, in Danish order. */
export async function listUnits(ctx: Ctx): Promise<Unit[]> {
  requireHr(ctx)
  const right = hrRightOf(ctx)
  const counts = new Map<string, number>()
  for await (const page of eachPage(ctx.store, placed, ctx.caller.tenantId)) {
    for (const { document } of page) {
      const { unit } = document
      if (unit !== null && unit !== '' && reachesUnit(right, unit)) counts.set(unit, (counts.get(unit) ?? 0) + 1)
    }
  }
  return [...counts]
    .map(([name, count]) => ({ name, leaders: count }))
    .sort((a, b) => a.name.localeCompare(b.name, 'da'))
}
