import { type Ctx, nowIso } from '../../caller/context'
import { retained } from '../../caller/retention'
import { AppError } from '../../errors'
import { type Leader, leaderSchema, leaders } from '../../records/leader'
import {
  type AwaitedLeader,
  awaitedLeaders,
  awaitedSchema,
  type RosterChange,
  type ToldColumn,
} from '../../records/roster'
import { type UpdateOutcome, updateDocument } from '../../store/update-document'
import type { RowTarget } from './known-people'
import { awaitedChanges, isOtherThanChosen, leaderChanges, type ToldLeader } from './row-changes'

export interface KeptRow {
  readonly what: 'created' | 'changed' | 'unchanged'
  /** The row names another municipality or role than the leader has chosen in the chat, which stays. */
  readonly isKept: boolean
  readonly change: RosterChange | undefined
}

/** Keeps what a row says, in the record of whom it is about; made where there is none. Safe to repeat. */
export function keepRow(ctx: Ctx, target: RowTarget, row: ToldLeader, told: ReadonlySet<ToldColumn>): Promise<KeptRow> {
  return target.kind === 'leader' ? keepLeader(ctx, target.id, row, told) : keepAwaited(ctx, target.id, row, told)
}

/** Whoever a row makes known. */
function strangerOf(ctx: Pick<Ctx, 'config' | 'caller' | 'clock'>, id: string, row: ToldLeader): Leader {
  const { config, caller } = ctx
  const { name, framework, role, unit, addresses } = row
  const now = nowIso(ctx)
  const own = { id, tenantId: caller.tenantId, locale: config.locale, createdAt: now, updatedAt: now }
  return leaderSchema.parse({
    ...own,
    name,
    framework,
    role,
    isProfileChosen: false,
    unit,
    timeZone: row.timeZone ?? config.timeZone,
    ...(addresses.length > 0 && { addresses }),
  })
}

async function keepLeader(ctx: Ctx, id: string, row: ToldLeader, told: ReadonlySet<ToldColumn>): Promise<KeptRow> {
  let isKept = false
  let changes: Partial<Leader> | undefined
  const outcome = await updateDocument(ctx.store, leaders, ctx.caller.tenantId, id, (before) => {
    isKept = before !== undefined && isOtherThanChosen(before, row)
    if (!before) return strangerOf(ctx, id, row)
    // Somebody who is erasing their data is not to come back by it, and what is held stays as it is.
    const isOpen = before.erasing === undefined && before.heldSince === undefined
    changes = isOpen ? leaderChanges(ctx.knowledge.library, before, row, told) : undefined
    return changes ? { ...before, ...changes, ...roleTaken(before, changes), updatedAt: nowIso(ctx) } : 'keep'
  })
  return keptRow('leaders', outcome, changes, isKept)
}

/**
 * Notes the role that a row takes from somebody who has met Pejling and now has another. Not part of the import's changes, so that it
 * can be undone after they were told of it.
 */
function roleTaken(before: Leader, changes: Partial<Leader>): Pick<Leader, 'formerRole'> {
  const { framework, role, formerRole } = before
  const now = { framework, role, ...changes }
  const isSame = now.framework === framework && now.role === role
  if (isSame) return { formerRole }
  const first = formerRole ?? (framework !== null && role !== null ? { framework, role } : undefined)
  const isBack = first?.framework === now.framework && first?.role === now.role
  return { formerRole: before.welcomedAt === null || now.role === null || isBack ? undefined : first }
}

async function keepAwaited(ctx: Ctx, id: string, row: ToldLeader, told: ReadonlySet<ToldColumn>): Promise<KeptRow> {
  const { tenantId } = ctx.caller
  let changes: Partial<AwaitedLeader> | undefined
  const outcome = await updateDocument(ctx.store, awaitedLeaders, tenantId, id, (before) => {
    const { addresses, name, framework, role, unit, timeZone } = row
    const now = { createdAt: nowIso(ctx) }
    if (!before) {
      return retained(
        ctx,
        awaitedSchema.parse({ id, tenantId, addresses, name, framework, role, unit, timeZone, ...now }),
      )
    }
    changes = awaitedChanges(before, row, told)
    // Named once more: it stays for as long as one that is new.
    return retained(ctx, { ...before, ...changes, ...now })
  })
  const kept = keptRow('awaitedLeaders', outcome, changes, false)
  return kept.what === 'changed' && !changes ? { ...kept, what: 'unchanged', change: undefined } : kept
}

function keptRow<T extends Leader | AwaitedLeader>(
  container: RosterChange['container'],
  outcome: UpdateOutcome<T>,
  changes: object | undefined,
  isKept: boolean,
): KeptRow {
  if (outcome.status === 'conflict') throw new AppError('conflict', 'A record of the roster kept changing')
  if (outcome.status !== 'written') return { what: 'unchanged', isKept, change: undefined }
  const { document, before } = outcome
  const after: Record<string, unknown> = before ? { ...changes } : {}
  const old = before && Object.fromEntries(Object.keys(after).map((field) => [field, Reflect.get(before, field)]))
  return {
    what: before ? 'changed' : 'created',
    isKept,
    change: { container, id: document.id, before: old ?? null, after },
  }
}
