import type { Ctx } from '../../caller/context'
import { awaitedId } from '../../records/ids'
import { type AwaitedLeader, awaitedLeaders } from '../../records/roster'
import { keepRow } from './keep-row'

/** Somebody of Teams, with what their municipality calls them there. */
export interface MetPerson {
  /** aadObjectId. */
  readonly id: string
  readonly name: string
  /** E-mail and user principal name. */
  readonly addresses: readonly string[]
}

/** Whether a list has named anybody by an address who is still to be met. */
export async function isAnybodyAwaited({ store, caller }: Pick<Ctx, 'store' | 'caller'>): Promise<boolean> {
  const { documents } = await store.list(awaitedLeaders, caller.tenantId, { limit: 1 })
  return documents.length > 0
}

/**
 * Finds whom a list has named by the address of somebody who is met, and keeps what it said of them as theirs. What they have chosen
 * themselves stays. Safe to repeat. @returns whether it was one of them
 */
export async function meetAwaited(ctx: Ctx, { id, name, addresses }: MetPerson): Promise<boolean> {
  const { store, caller } = ctx
  for (const address of new Set(addresses.map((one) => one.toLowerCase()))) {
    const found = await store.get(awaitedLeaders, caller.tenantId, awaitedId(address))
    if (!found) continue
    await keepRow(ctx, { kind: 'leader', id }, asTold(found.document, id, name), toldBy(found.document))
    await store.remove(awaitedLeaders, caller.tenantId, found.document.id)
    return true
  }
  return false
}

function asTold({ addresses, framework, role, unit, timeZone, ...awaited }: AwaitedLeader, id: string, name: string) {
  const told = { line: 0, objectId: id, name: awaited.name || name, said: '', isRoleUnknown: false }
  return { ...told, addresses, framework, role, unit, timeZone }
}

function toldBy({ role, unit }: AwaitedLeader) {
  return new Set([...(role === null ? [] : (['role'] as const)), ...(unit === null ? [] : (['unit'] as const))])
}
