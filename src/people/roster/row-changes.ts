import type { Library } from '../../framework/library'
import type { Leader } from '../../records/leader'
import type { AwaitedLeader, RosterLine, ToldColumn } from '../../records/roster'

/** A row as it is to be kept: with the role that HR has chosen for its title. */
export type ToldLeader = RosterLine & {
  /** The title says something, and nobody knows what: the role stays as it is. */
  readonly isRoleUnknown: boolean
}

type Told = ReadonlySet<ToldColumn>

/** What a row changes in a leader's record; undefined: nothing. What the leader has chosen in the chat stays. */
export function leaderChanges(
  library: Library,
  leader: Leader,
  row: ToldLeader,
  told: Told,
): Partial<Leader> | undefined {
  const addresses = [...new Set([...row.addresses, ...(leader.addresses ?? [])])]
  const changes: Partial<Leader> = {
    ...(told.has('unit') && { unit: row.unit }),
    ...(leader.leavingSince !== undefined && { leavingSince: undefined }),
    // As Teams shows it, once they have met.
    ...(leader.name === '' && { name: row.name }),
    ...(isProfileTold(row, told) && !isProfileOwn(leader) && profileOf(library, leader, row, told)),
    ...(row.timeZone !== null && !leader.isTimeZoneTold && { timeZone: row.timeZone }),
    ...(addresses.length > (leader.addresses?.length ?? 0) && { addresses }),
  }
  const isSame = Object.entries(changes).every(([field, value]) => leader[field as keyof Leader] === value)
  return isSame ? undefined : changes
}

/** The same for somebody who is still to be met. */
export function awaitedChanges(
  awaited: AwaitedLeader,
  row: ToldLeader,
  told: Told,
): Partial<AwaitedLeader> | undefined {
  const changes: Partial<AwaitedLeader> = {
    ...(told.has('unit') && { unit: row.unit }),
    ...(told.has('name') && { name: row.name }),
    ...(isProfileTold(row, told) && { framework: row.framework }),
    ...(told.has('role') && !row.isRoleUnknown && { role: row.role }),
    ...(row.timeZone !== null && { timeZone: row.timeZone }),
  }
  const isSame = Object.entries(changes).every(([field, value]) => awaited[field as keyof AwaitedLeader] === value)
  return isSame ? undefined : changes
}

/** Whether a row names another municipality or role than the leader has chosen: their choice stays. */
export function isOtherThanChosen(leader: Leader, { framework, role }: ToldLeader): boolean {
  const isOther = (said: string | null, chosen: string | null) => said !== null && said !== chosen
  return isProfileOwn(leader) && (isOther(framework, leader.framework) || isOther(role, leader.role))
}

/** A list without municipalities tells one where it names a role, which belongs to one. */
function isProfileTold({ framework }: ToldLeader, told: Told): boolean {
  return told.has('framework') || framework !== null
}

function profileOf(library: Library, leader: Leader, row: ToldLeader, told: Told): Partial<Leader> {
  const { framework } = row
  if (framework === null) return { framework, role: null }
  const role = told.has('role') && !row.isRoleUnknown ? row.role : leader.role
  // A role belongs to its municipality.
  const isThere = role !== null && library.role(framework, role) !== undefined
  return { framework, role: isThere ? role : null, isProfileChosen: false }
}

/** Whether municipality and role are the leader's own choice. Before that was noted, only those who had met the bot had made one. */
function isProfileOwn(leader: Leader): boolean {
  const hasMet = leader.conversation !== null || leader.welcomedAt !== null || leader.unreachable !== null
  return leader.framework !== null && (leader.isProfileChosen ?? hasMet)
}
