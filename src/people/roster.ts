import { z } from 'zod'
import { requireHr } from '../access'
import { recordAudit } from '../audit'
import { type Ctx, nowIso } from '../context'
import { AppError, type Saying } from '../errors'
import { type Leader, leaderSchema, leaders } from '../store/containers'
import { updateDocument } from '../store/update-document'
import { type RosterLine, readRoster } from './read-roster'

export const rosterInput = z.object({
  /** The file's text, CSV. */
  text: z.string().max(20_000_000),
})

export interface RosterOutcome {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
}

/** As many faults as anybody mends at once; how many more there are is told. */
const mostFaults = 50

/**
 * Keeps what HR knows of its leaders: the unit always, municipality and role only where the leader has chosen none. Leaders
 * whom Pejling has never met get a record, so that campaigns reach them. Safe to repeat. Nothing is kept of a faulty file.
 * @throws AppError `invalid` with a sentence for each faulty line
 */
export async function importRoster(ctx: Ctx, input: z.infer<typeof rosterInput>): Promise<RosterOutcome> {
  requireHr(ctx)
  const { lines, faults } = readRoster(input.text, ctx.knowledge.library)
  if (faults.length > 0) throw faulty(faults)
  const counts = { created: 0, updated: 0, unchanged: 0 }
  for (const line of lines) counts[await keep(ctx, line)]++
  await recordAudit(ctx, { id: `roster:${nowIso(ctx)}`, what: 'roster-imported', counts })
  return counts
}

async function keep(ctx: Ctx, line: RosterLine): Promise<keyof RosterOutcome> {
  const outcome = await updateDocument(ctx.store, leaders, ctx.caller.tenantId, line.objectId, (before) => {
    if (!before) return strangerOf(ctx, line)
    // Somebody who is erasing their data is not to come back by it.
    const changes = before.erasing === undefined ? changesOf(before, line) : undefined
    return changes ? { ...before, ...changes, updatedAt: nowIso(ctx) } : 'keep'
  })
  if (outcome.status === 'conflict') {
    throw new AppError('conflict', 'A leader record kept changing under several writers')
  }
  if (outcome.status !== 'written') return 'unchanged'
  return outcome.before ? 'updated' : 'created'
}

/** Somebody whom Pejling has never met. */
function strangerOf(ctx: Ctx, line: RosterLine): Leader {
  const { config, caller } = ctx
  const { objectId: id, name, framework, role, unit } = line
  const now = nowIso(ctx)
  const timeZone = line.timeZone ?? config.timeZone
  const own = { id, tenantId: caller.tenantId, locale: config.locale, createdAt: now, updatedAt: now }
  return leaderSchema.parse({ ...own, name, framework, role, unit, timeZone })
}

function changesOf(leader: Leader, line: RosterLine): Partial<Leader> | undefined {
  const isOwn = leader.framework !== null
  const changes: Partial<Leader> = {
    unit: line.unit,
    // As Teams shows it, once they have met.
    name: leader.name === '' ? line.name : leader.name,
    ...(isOwn ? {} : { framework: line.framework, role: line.role }),
    ...(line.timeZone !== null && leader.conversation === null ? { timeZone: line.timeZone } : {}),
  }
  const isSame = Object.entries(changes).every(([field, value]) => leader[field as keyof Leader] === value)
  return isSame ? undefined : changes
}

function faulty(faults: readonly Saying[]): AppError {
  const [first = { key: 'error.invalid' }, ...others] = faults.slice(0, mostFaults)
  const rest = faults.length - mostFaults
  const more = rest > 0 ? [{ key: 'roster.fault.more', params: { count: rest } }] : []
  return new AppError('invalid', `The roster has ${faults.length} fault(s)`, {
    say: { ...first, and: [...others, ...more] },
  })
}
