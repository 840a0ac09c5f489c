import { parseArgs } from 'node:util'
import { z } from 'zod'
import { AppError } from '../errors'
import { audit } from '../records/audit'
import { everyDocument } from '../store/every-document'
import type { Filter } from '../store/store'
import { asOperator } from './as-operator'
import { columns } from './columns'

const sinceInput = z.union([z.iso.date(), z.iso.datetime()]).optional()

/** Shows what was done when and by whom, and to which campaign; never about which leader. `--since` a date or an instant in UTC. */
export function auditList(env: NodeJS.ProcessEnv, args: readonly string[] = []): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { since: { type: 'string' } } })
  const { success, data: since } = sinceInput.safeParse(values.since)
  if (!success)
    throw new AppError('invalid', '--since is a date such as 2027-01-05, or an instant as the list shows it')
  return asOperator(env, async (ctx) => {
    const where: Filter[] = since === undefined ? [] : [{ field: 'at', is: '>=', value: since }]
    const lines = await everyDocument(ctx.store, audit, ctx.caller.tenantId, { where, orderBy: { field: 'at' } })
    const rows = lines.map(({ at, what, by, reason, counts, campaignName }) => [
      at,
      what,
      by ?? '',
      campaignName ?? '',
      Object.entries(counts)
        .filter(([, n]) => n > 0)
        .map(([name, n]) => `${name} ${n}`)
        .join(', '),
      reason ?? '',
    ])
    process.stdout.write(columns([['at', 'what', 'by', 'campaign', 'counts', 'reason'], ...rows]))
    return 0
  })
}
