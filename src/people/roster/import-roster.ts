import { z } from 'zod'
import { recordAudit } from '../../caller/audit'
import { type Ctx, nowIso } from '../../caller/context'
import { requireEveryUnit } from '../../caller/hr-right'
import { AppError, type Saying } from '../../errors'
import { type Leader, leaderSchema, leaders } from '../../records/leader'
import { updateDocument } from '../../store/update-document'
import { type Roster, type RosterLine, readRoster } from './read-roster'

export const rosterInput = z.object({
  /** The file's text, CSV. */
  text: z.string().max(20_000_000),
})

export interface RosterOutcome {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** Of those, for how many the file names another municipality or role than the one they chose in the chat, which stays. */
  readonly kept: number
}

/** As many faults as anybody mends at once; how many more there are is told. */
const mostFaults = 50

/**
 * Keeps what HR knows of its leaders, of the columns that the file has: the unit always, municipality and role unless the leader
 * has chosen them in the chat, the time zone unless Teams has told it. Leaders whom Pejling has never met get a record, so that
 * campaigns reach them. Safe to repeat. Nothing is kept of a faulty file.
 * @throws AppError `invalid` with a sentence for each faulty line
 */
export async function importRoster(ctx: Ctx, input: z.infer<typeof rosterInput>): Promise<RosterOutcome> {
  requireEveryUnit(ctx)
  const roster = readRoster(input.text, ctx.knowledge.library)
  if (roster.faults.length > 0) throw faultyRoster(roster.faults)
  const counts = { created: 0, updated: 0, unchanged: 0, kept: 0 }
  for (const line of roster.lines) {
    const { what, isKept } = await keep(ctx, line, roster)
    counts[what]++
    if (isKept) counts.kept++
  }
  await recordAudit(ctx, { id: `roster:${nowIso(ctx)}`, what: 'roster-imported', counts })
  return counts
}

interface Kept {
  readonly what: 'created' | 'updated' | 'unchanged'
  readonly isKept: boolean
}

async function keep(ctx: Ctx, line: RosterLine, { columns }: Roster): Promise<Kept> {
  let isKept = false
  const outcome = await updateDocument(ctx.store, leaders, ctx.caller.tenantId, line.objectId, (before) => {
    isKept = before !== undefined && isOtherThanChosen(before, line)
    if (!before) return strangerOf(ctx, line)
    // Somebody who is erasing their data is not to come back by it, and what is held stays as it is.
    const isOpen = before.erasing === undefined && before.heldSince === undefined
    const changes = isOpen ? changesOf(ctx, before, line, columns) : undefined
    return changes ? { ...before, ...changes, updatedAt: nowIso(ctx) } : 'keep'
  })
  if (outcome.status === 'conflict') {
    throw new AppError('conflict', 'A leader record kept changing under several writers')
  }
  if (outcome.status !== 'written') return { what: 'unchanged', isKept }
  return { what: outcome.before ? 'updated' : 'created', isKept }
}

/** Somebody whom Pejling has never met. */
function strangerOf(ctx: Ctx, line: RosterLine): Leader {
  const { config, caller } = ctx
  const { objectId: id, name, framework, role, unit } = line
  const now = nowIso(ctx)
  const timeZone = line.timeZone ?? config.timeZone
  const own = { id, tenantId: caller.tenantId, locale: config.locale, createdAt: now, updatedAt: now }
  return leaderSchema.parse({ ...own, name, framework, role, isProfileChosen: false, unit, timeZone })
}

function changesOf(
  ctx: Ctx,
  leader: Leader,
  line: RosterLine,
  columns: Roster['columns'],
): Partial<Leader> | undefined {
  const changes: Partial<Leader> = {
    ...(columns.has('unit') && { unit: line.unit }),
    ...(leader.leavingSince !== undefined && { leavingSince: undefined }),
    // As Teams shows it, once they have met.
    ...(leader.name === '' && { name: line.name }),
    ...(columns.has('framework') && !isProfileOwn(leader) && profileOf(ctx, leader, line, columns)),
    ...(line.timeZone !== null && !leader.isTimeZoneTold && { timeZone: line.timeZone }),
  }
  const isSame = Object.entries(changes).every(([field, value]) => leader[field as keyof Leader] === value)
  return isSame ? undefined : changes
}

function profileOf({ knowledge }: Ctx, leader: Leader, line: RosterLine, columns: Roster['columns']): Partial<Leader> {
  const { framework } = line
  if (framework === null) return { framework, role: null }
  const role = columns.has('role') ? line.role : leader.role
  // A role belongs to its municipality.
  const isThere = role !== null && knowledge.library.role(framework, role) !== undefined
  return { framework, role: isThere ? role : null, isProfileChosen: false }
}

/** Whether municipality and role are the leader's own choice. Before that was noted, only those who had met the bot had made one. */
function isProfileOwn(leader: Leader): boolean {
  const hasMet = leader.conversation !== null || leader.welcomedAt !== null || leader.unreachable !== null
  return leader.framework !== null && (leader.isProfileChosen ?? hasMet)
}

function isOtherThanChosen(leader: Leader, { framework, role }: RosterLine): boolean {
  const isOther = (told: string | null, chosen: string | null) => told !== null && told !== chosen
  return isProfileOwn(leader) && (isOther(framework, leader.framework) || isOther(role, leader.role))
}

export function faultyRoster(faults: readonly Saying[]): AppError {
  const [first = { key: 'error.invalid' }, ...others] = faults.slice(0, mostFaults)
  const rest = faults.length - mostFaults
  const more = rest > 0 ? [{ key: 'roster.fault.more', params: { count: rest } }] : []
  return new AppError('invalid', `The roster has ${faults.length} fault(s)`, {
    say: { ...first, and: [...others, ...more] },
  })
}
