import type { RosterPage } from '../../records/roster'
import type { KnownPeople } from './known-people'

/** Somebody whom an earlier list named, or who has met Pejling, and whom this list does not name. */
export interface LeavingPerson {
  readonly kind: 'leader' | 'awaited'
  readonly id: string
  readonly name: string
  readonly unit: string | null
}

/**
 * Whom a list does not name. Somebody of whom no address is known cannot be told from those that a list names by addresses only, and is
 * left out; so is whoever a faulty row may be about.
 */
export function leavingPeople(pages: readonly RosterPage[], known: KnownPeople): readonly LeavingPerson[] {
  const lines = pages.flatMap((page) => page.lines)
  const faults = pages.flatMap((page) => page.faults)
  const names = new Set(faults.map(({ name }) => name).filter((name) => name !== ''))
  const keys = new Set([
    ...lines.flatMap(({ objectId, addresses }) => [objectId ?? '', ...addresses]),
    ...faults.flatMap((fault) => fault.keys),
  ])
  const hasAllIds = lines.length > 0 && lines.every(({ objectId }) => objectId !== null)
  const isNamed = (id: string, own: readonly string[]) => keys.has(id) || own.some((address) => keys.has(address))
  const leaders = [...known.leaders.values()].filter(
    ({ id, name, addresses: own = [], erasing, leavingSince, heldSince }) =>
      !isNamed(id, own) &&
      !names.has(name) &&
      (hasAllIds || own.length > 0) &&
      [erasing, leavingSince, heldSince].every((since) => since === undefined),
  )
  const awaited = [...known.awaited.values()].filter(
    ({ id, addresses, name }) => !isNamed(id, addresses) && !names.has(name),
  )
  return [
    ...leaders.map(({ id, name, unit }) => ({ kind: 'leader', id, name, unit }) as const),
    ...awaited.map(({ id, name, unit }) => ({ kind: 'awaited', id, name, unit }) as const),
  ].sort((a, b) => a.name.localeCompare(b.name, 'da'))
}
