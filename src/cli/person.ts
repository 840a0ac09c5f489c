import { randomUUID } from 'node:crypto'
import { closeSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { recordAudit } from '../caller/audit'
import type { Ctx } from '../caller/context'
import { AppError } from '../errors'
import { erasePerson } from '../people/erase-person'
import { exportPerson } from '../people/export-person'
import { holdPerson, releasePerson } from '../people/hold-person'
import { outOfReach } from '../people/out-of-reach'
import { type Leader, leaders } from '../records/leader'
import { everyDocument } from '../store/every-document'
import { asOperator } from './as-operator'
import { columns } from './columns'
import { forThem } from './for-them'
import { requireBy } from './require-by'

/** What the operator does for a person who cannot write to Pejling any more, or on whose behalf the municipality must answer. */
export const personCommands: Readonly<
  Record<string, (env: NodeJS.ProcessEnv, args: readonly string[]) => Promise<number>>
> = {
  list: (env) =>
    asOperator(env, async (ctx) => {
      const all = await everyDocument(ctx.store, leaders, ctx.caller.tenantId)
      const rows = all.map(({ id, name, framework, role, unit, heldSince }) => [
        id,
        name,
        framework ?? '',
        role ?? '',
        unit ?? '',
        heldSince === undefined ? '' : 'held',
      ])
      process.stdout.write(columns([['id', 'name', 'framework', 'role', 'unit', ''], ...rows]))
      return 0
    }),
  show: async (env, args) => {
    const { id } = read(args)
    return asOperator(env, async (ctx) => {
      const leader = await find(ctx, id)
      const counts = Object.entries(await exportPerson(forThem(ctx, id))).map(([name, records]) => [
        name,
        records.length,
      ])
      process.stdout.write(
        `${JSON.stringify({ ...profileOf(leader), records: Object.fromEntries(counts) }, null, 2)}\n`,
      )
      return 0
    })
  },
  export: async (env, args) => {
    const { id, file, by, reason } = read(args)
    if (!file) throw new AppError('invalid', 'Missing: the file to write to')
    if (!by || !reason) throw new AppError('invalid', 'Missing: --by NAME and --reason TEXT, which the audit keeps')
    return asOperator(env, async (ctx) => {
      await find(ctx, id)
      const data = await exportPerson(forThem(ctx, id))
      const records = Object.values(data).reduce((sum, some) => sum + some.length, 0)
      const operator = { ...ctx, caller: { ...ctx.caller, by } }
      await writeForOne(file, `${JSON.stringify(data, null, 2)}\n`, () =>
        recordAudit(operator, { id: randomUUID(), what: 'person-exported', counts: { records }, reason }),
      )
      process.stdout.write(`${file}: ${records} records. Hand it to the person and delete it here.\n`)
      return 0
    })
  },
  erase: async (env, args) => {
    const { id, by: named } = read(args)
    const by = requireBy(named)
    return asOperator(env, async (ctx) => {
      const { heldSince } = await find(ctx, id)
      if (heldSince) throw new AppError('conflict', `Held since ${heldSince}: person release ${id} comes first.`)
      const { left } = await erasePerson(forThem(ctx, id, by), outOfReach)
      const stand = Object.entries(left).flatMap(([where, count]) => (count > 0 ? [`${where} ${count}`] : []))
      process.stdout.write(
        `erased${stand.length > 0 ? `; cards that still stand in Teams: ${stand.join(', ')}` : ''}\n`,
      )
      return 0
    })
  },
  hold: async (env, args) => {
    const { id, by, reason } = read(args)
    if (!by || !reason) throw new AppError('invalid', 'Missing: --by NAME and --reason TEXT, which the audit keeps')
    return asOperator(env, async (ctx) => {
      await find(ctx, id)
      const records = await holdPerson(forThem(ctx, id, by), reason)
      process.stdout.write(
        `held: ${records} records. They get no prompts, and nothing of theirs expires or is erased until person release. They are told when they next write.\n`,
      )
      return 0
    })
  },
  release: async (env, args) => {
    const { id, by: named } = read(args)
    const by = requireBy(named)
    return asOperator(env, async (ctx) => {
      await find(ctx, id)
      const records = await releasePerson(forThem(ctx, id, by))
      process.stdout.write(
        `released: ${records} records. What is overdue goes now. They are told when they next write.\n`,
      )
      return 0
    })
  },
}

/**
 * Nobody else of this machine may read it, and nothing that was there is written over.
 * @param note told that it will be written: nothing that is in the file is in nobody's audit
 */
async function writeForOne(file: string, content: string, note: () => Promise<void>): Promise<void> {
  const opened = openForOne(file)
  try {
    await note()
    writeFileSync(opened, content)
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  } finally {
    closeSync(opened)
  }
}

function openForOne(file: string): number {
  try {
    return openSync(file, 'wx', 0o600)
  } catch (cause) {
    const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST'
    const text = isThere ? `${file} is there already: name another file` : `${file} cannot be written`
    throw new AppError(isThere ? 'conflict' : 'unavailable', text, { cause })
  }
}

function read(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { by: { type: 'string' }, reason: { type: 'string' } },
  })
  const [id, file] = positionals
  if (id === undefined) throw new AppError('invalid', 'Missing: the person’s object id (person list has them)')
  return { id: id.toLowerCase(), file, ...values }
}

async function find(ctx: Ctx, id: string): Promise<Leader> {
  const found = await ctx.store.get(leaders, ctx.caller.tenantId, id)
  if (!found) throw new AppError('not-found', `Nobody with the object id ${id} is known (person list has them).`)
  return found.document
}

/** Never what was written. */
function profileOf(leader: Leader) {
  const { id, name, framework, role, unit, locale, timeZone, pausedUntil, stopped, heldSince, createdAt } = leader
  return { id, name, framework, role, unit, locale, timeZone, pausedUntil, stopped, heldSince, createdAt }
}
