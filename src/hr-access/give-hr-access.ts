import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type HrAct, recordAudit } from '../caller/audit'
import { type Ctx, type HrRight, nowIso } from '../caller/context'
import { requireHrAdministrator } from '../caller/hr-right'
import { AppError } from '../errors'
import { type Leader, leaders } from '../records/leader'
import { updateDocument } from '../store/update-document'
import { listUnits } from './list-units'

export const personInput = z.object({ personId: z.string().regex(/^[\w-]{1,64}$/) })
const giveAccessInput = personInput.extend({
  /** None: every leader. */
  units: z.array(z.string()),
})

export interface Given {
  readonly person: Leader
  /** Whether it is another right than before. */
  readonly isNew: boolean
}

/**
 * Gives somebody the right to plan, or changes for whom. Safe to repeat.
 * @throws AppError `forbidden`; `not-found` for somebody Pejling does not know; `invalid` for one whom the configuration names, and
 * for a unit that nobody is in
 */
export async function giveHrAccess(ctx: Ctx, input: z.infer<typeof giveAccessInput>): Promise<Given> {
  requireHrAdministrator(ctx)
  const { personId, units } = input
  refuseAdministrator(ctx, personId)
  const known = new Set((await listUnits(ctx)).map(({ name }) => name))
  const strange = units.find((unit) => !known.has(unit))
  if (strange !== undefined) {
    throw new AppError('invalid', 'Nobody is in that unit', { say: { key: 'access.fault.unit' } })
  }
  const right =
    units.length === 0 ? { kind: 'everything' as const } : { kind: 'units' as const, units: [...units].sort() }
  const before = await findPerson(ctx, personId)
  if (isSame(before.hrRight, right)) return { person: before, isNew: false }
  await noteRight(ctx, 'right-given', before, { units: units.length })
  return changePerson(ctx, personId, () => ({ hrRight: right, hrSince: nowIso(ctx) }))
}

/** Takes the right to plan from somebody; what they have planned goes on. Safe to repeat. @throws as above */
export async function takeHrAccess(ctx: Ctx, { personId }: z.infer<typeof personInput>): Promise<Given> {
  requireHrAdministrator(ctx)
  refuseAdministrator(ctx, personId)
  const before = await findPerson(ctx, personId)
  if (before.hrRight === undefined) return { person: before, isNew: false }
  await noteRight(ctx, 'right-taken', before, {})
  return changePerson(ctx, personId, () => ({ hrRight: undefined, hrSince: undefined }))
}

/** Noted before it is done: of a right nothing may be missing in the log, and a press that comes again may stand there twice. */
function noteRight(ctx: Ctx, what: HrAct, about: Leader, counts: Readonly<Record<string, number>>): Promise<void> {
  return recordAudit(ctx, { id: `${what}:${randomUUID()}`, what, counts, about: about.id })
}

/** Somebody whose right is to be given or changed. @throws AppError `forbidden`, `not-found` */
export async function findPerson(ctx: Ctx, personId: string): Promise<Leader> {
  requireHrAdministrator(ctx)
  const found = await ctx.store.get(leaders, ctx.caller.tenantId, personId)
  if (!found || found.document.erasing !== undefined) throw unknownPerson()
  return found.document
}

async function changePerson(
  ctx: Ctx,
  personId: string,
  change: () => Pick<Leader, 'hrRight' | 'hrSince'>,
): Promise<Given> {
  const outcome = await updateDocument(ctx.store, leaders, ctx.caller.tenantId, personId, (before) => {
    // Somebody who is erasing their data is not to come back by it.
    if (!before || before.erasing !== undefined) return 'keep'
    return { ...before, ...change(), updatedAt: nowIso(ctx) }
  })
  if (outcome.status === 'absent') throw unknownPerson()
  if (outcome.status === 'conflict') throw new AppError('conflict', 'A leader record kept changing')
  return { person: outcome.document, isNew: outcome.status === 'written' }
}

function isSame(before: HrRight | undefined, after: HrRight): boolean {
  if (before?.kind !== after.kind) return false
  return before.kind !== 'units' || (after.kind === 'units' && before.units.join('\n') === after.units.join('\n'))
}

/** Nobody can lock the municipality out. */
function refuseAdministrator({ config }: Ctx, personId: string): void {
  if (!config.hrIds.includes(personId)) return
  throw new AppError('invalid', 'The configuration names them', { say: { key: 'access.fault.administrator' } })
}

function unknownPerson(): AppError {
  return new AppError('not-found', 'Nobody of that id is known', { say: { key: 'access.fault.unknown' } })
}
