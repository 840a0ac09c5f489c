import { requireHr } from '../caller/access'
import { hrActs } from '../caller/audit'
import type { Ctx } from '../caller/context'
import { hrRightOf, mayManage } from '../caller/hr-right'
import { type AuditLine, audit } from '../records/audit'
import { campaigns } from '../records/campaign'
import { leaders } from '../records/leader'
import { asStored } from '../store/as-stored'
import { everyDocument } from '../store/every-document'

/** Who is named in the log; an operator as they call themselves. */
export type LogPerson =
  | { readonly kind: 'known' | 'operator'; readonly name: string }
  /** They have erased their data since. */
  | { readonly kind: 'erased' }

export interface LogEntry {
  readonly line: AuditLine
  /** Undefined: an operator who did not say which. */
  readonly by: LogPerson | undefined
  /** Whose right it was about. */
  readonly about: LogPerson | undefined
}

/** What HR has done, the newest first: to whoever plans for some units, what they have done, and what was done to their campaigns. */
export async function listLog(ctx: Ctx): Promise<LogEntry[]> {
  requireHr(ctx)
  const { tenantId } = ctx.caller
  const orderBy = { field: 'at', descending: true } as const
  const all = await everyDocument(ctx.store, audit, tenantId, { orderBy })
  const mayRead = await createReach(ctx)
  const lines = all.filter((line) => hrActs.some((act) => act === line.what) && mayRead(line))
  const ids = new Set(lines.flatMap(({ by, about }) => [by ?? [], about ?? []].flat()))
  const people = new Map<string, LogPerson>()
  for (const id of ids) people.set(id, await personOf(ctx, id))
  return lines.map((line) => ({
    line,
    by: line.by === undefined ? undefined : people.get(line.by),
    about: line.about === undefined ? undefined : people.get(line.about),
  }))
}

async function createReach(ctx: Ctx): Promise<(line: AuditLine) => boolean> {
  const right = hrRightOf(ctx)
  if (right.kind === 'everything') return () => true
  const all = await everyDocument(ctx.store, campaigns, ctx.caller.tenantId)
  const own = new Set(all.filter(({ audience }) => mayManage(right, audience)).map(({ id }) => id))
  return ({ by, campaignId = '' }) => by === ctx.caller.leaderId || own.has(campaignId)
}

/** What stands for a person in a line: an object id, what an operator calls themselves, or the alias that an erasure leaves. */
async function personOf(ctx: Ctx, written: string): Promise<LogPerson> {
  if (written.startsWith('erased-')) return { kind: 'erased' }
  const isId = /^[\w-]{1,64}$/.test(written)
  const found = isId ? await ctx.store.get(asStored(leaders), ctx.caller.tenantId, written) : undefined
  if (!found) return { kind: 'operator', name: written }
  const { name } = found.document
  return { kind: 'known', name: typeof name === 'string' && name !== '' ? name : written }
}
