import { z } from 'zod'
import { requireHr } from '../access'
import { recordAudit } from '../audit'
import { type Ctx, nowIso } from '../context'
import { AppError, type Saying } from '../errors'
import { type Leader, leaderSchema, leaders } from '../store/containers'
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
const mostAttempts = 4

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
  const { store, config, caller } = ctx
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const found = await store.get(leaders, caller.tenantId, line.objectId)
    const now = nowIso(ctx)
    if (!found) {
      const { objectId: id, name, framework, role, unit } = line
      const timeZone = line.timeZone ?? config.timeZone
      const own = { id, tenantId: caller.tenantId, locale: config.locale, createdAt: now, updatedAt: now }
      const leader = leaderSchema.parse({ ...own, name, framework, role, unit, timeZone })
      if ((await store.create(leaders, leader)).status === 'created') return 'created'
      continue
    }
    const { document, version } = found
    // Somebody who is erasing their data is not to come back by it.
    const changes = document.erasing === undefined ? changesOf(document, line) : undefined
    if (!changes) return 'unchanged'
    const after = { ...document, ...changes, updatedAt: now }
    if ((await store.replace(leaders, after, version)).status === 'replaced') return 'updated'
  }
  throw new AppError('conflict', 'A leader record kept changing under several writers')
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
