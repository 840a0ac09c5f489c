import type { Ctx } from '../../caller/context'
import { awaitedId } from '../../records/ids'
import { type Leader, leaders } from '../../records/leader'
import { type AwaitedLeader, awaitedLeaders, type RosterLine } from '../../records/roster'
import { everyDocument } from '../../store/every-document'

/** Everybody whom Pejling has met, or whom a list has named. */
export interface KnownPeople {
  readonly leaders: ReadonlyMap<string, Leader>
  readonly awaited: ReadonlyMap<string, AwaitedLeader>
  /** Address -> object id. */
  readonly addresses: ReadonlyMap<string, string>
}

export async function knownPeople({ store, caller }: Pick<Ctx, 'store' | 'caller'>): Promise<KnownPeople> {
  const met = await everyDocument(store, leaders, caller.tenantId)
  const awaited = await everyDocument(store, awaitedLeaders, caller.tenantId)
  return {
    leaders: new Map(met.map((leader) => [leader.id, leader])),
    awaited: new Map(awaited.map((each) => [each.id, each])),
    addresses: new Map(met.flatMap(({ id, addresses = [] }) => addresses.map((address) => [address, id] as const))),
  }
}

/** Whose record a row is about: by the object id, by the address of somebody known, or somebody who is still to be met. */
export type RowTarget =
  | { readonly kind: 'leader'; readonly id: string }
  | { readonly kind: 'awaited'; readonly id: string }

export function targetOf({ objectId, addresses }: RosterLine, known: KnownPeople): RowTarget {
  const id = objectId ?? addresses.map((address) => known.addresses.get(address)).find((found) => found !== undefined)
  if (id !== undefined) return { kind: 'leader', id }
  const ids = addresses.map(awaitedId)
  return { kind: 'awaited', id: ids.find((each) => known.awaited.has(each)) ?? ids[0] ?? '' }
}
