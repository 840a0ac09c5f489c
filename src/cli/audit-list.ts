import { audit } from '../records/audit'
import { everyDocument } from '../store/every-document'
import { asOperator } from './as-operator'
import { columns } from './columns'

/** Shows what was done when and by whom; never about whom. */
export function auditList(env: NodeJS.ProcessEnv): Promise<number> {
  return asOperator(env, async (ctx) => {
    const lines = await everyDocument(ctx.store, audit, ctx.caller.tenantId)
    const rows = lines
      .toSorted((a, b) => a.at.localeCompare(b.at))
      .map(({ at, what, by, reason, counts }) => [
        at,
        what,
        by ?? '',
        Object.entries(counts)
          .map(([name, n]) => `${name} ${n}`)
          .join(', '),
        reason ?? '',
      ])
    process.stdout.write(columns([['at', 'what', 'by', 'counts', 'reason'], ...rows]))
    return 0
  })
}
