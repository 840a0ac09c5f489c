import { auditedAs, keyOfHash } from '../caller/audit'
import type { Ctx } from '../caller/context'
import { erasePerson } from '../people/erase-person'
import { findErasing } from '../people/erasing-leader'
import { holdPerson, releasePerson } from '../people/hold-person'
import { outOfReach } from '../people/out-of-reach'
import type { AuditLine } from '../records/audit'
import { leaders } from '../records/leader'
import { asStored } from '../store/as-stored'
import { everyDocument } from '../store/every-document'
import { asOperator } from './as-operator'
import { forThem } from './for-them'

export interface RepeatedActs {
  readonly erased: number
  readonly held: number
  readonly released: number
  /** Of which the installation's key does not tell whom they were about. */
  readonly unknown: readonly AuditLine[]
}

const acts = { erased: 'erased', 'person-held': 'held', 'person-released': 'released' } as const

/** Does again, in order, what was done about persons whom a backup has brought back as they were before. */
export function repeatActs(env: NodeJS.ProcessEnv, lines: readonly AuditLine[]): Promise<RepeatedActs> {
  return asOperator(env, async (ctx) => {
    const ids = (await everyDocument(ctx.store, asStored(leaders), ctx.caller.tenantId)).map(({ id }) => id)
    const people = new Map(ids.map((id) => [auditedAs(ctx, id), id]))
    const counts = { erased: 0, held: 0, released: 0 }
    const unknown: AuditLine[] = []
    for (const line of lines) {
      const { what, whom, reason } = line
      if (!isAct(what)) continue
      const own = ctx.auditKey !== undefined && whom?.startsWith(keyOfHash(ctx.auditKey))
      if (!own) unknown.push(line)
      // Whoever came after the backup is not in it.
      const id = own ? people.get(whom) : undefined
      if (id !== undefined && (await repeat(forThem(ctx, id, 'store restore'), what, reason))) counts[acts[what]]++
    }
    return { ...counts, unknown }
  })
}

const isAct = (what: string): what is keyof typeof acts => what in acts

/** @returns whether there was anything to do */
async function repeat(ctx: Ctx, what: keyof typeof acts, reason = ''): Promise<boolean> {
  const leader = await findErasing(ctx)
  if (!leader) return false
  const isHeld = leader.heldSince !== undefined
  if (what === 'person-held') await holdPerson(ctx, reason)
  else if (isHeld) await releasePerson(ctx)
  if (what === 'erased') await erasePerson(ctx, outOfReach)
  return what !== 'person-released' || isHeld
}
