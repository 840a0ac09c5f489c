import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { AppError } from '../errors'
import { importRoster } from '../people/roster/import-roster'
import { markLeavers } from '../people/roster/mark-leavers'
import type { Leader } from '../records/leader'
import { asOperator } from './as-operator'
import { columns } from './columns'

/** So many of those who are missing are shown: a file of one department lacks most. */
const mostShown = 50

export interface RosterFlags {
  readonly leavers?: boolean | undefined
  readonly by?: string | undefined
}

export function rosterCommand(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<number> {
  const options = { leavers: { type: 'boolean' }, by: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  return rosterImport(env, positionals[0], values)
}

/**
 * Reads a list of leaders (objectId;name;framework;role;unit;timeZone) in UTF-8 into the store, and tells whom it no longer names.
 * With `leavers`, these are sent no more prompts.
 */
export async function rosterImport(
  env: NodeJS.ProcessEnv,
  file: string | undefined,
  { leavers = false, by }: RosterFlags = {},
): Promise<number> {
  if (file === undefined) throw new AppError('invalid', 'Missing: the CSV file')
  if (leavers && !by) throw new AppError('invalid', 'Missing: --by NAME, which the audit keeps')
  const text = await readText(file)
  const [{ created, updated, unchanged, kept }, missing] = await asOperator(env, async (ctx) => {
    const own = by === undefined ? ctx : { ...ctx, caller: { ...ctx.caller, by } }
    return [await importRoster(own, { text }), await markLeavers(own, { text, isDryRun: !leavers })] as const
  })
  const choice = kept > 0 ? `; municipality or role left as the leader chose it: ${kept}` : ''
  process.stdout.write(`${created} created, ${updated} updated, ${unchanged} as they were${choice}\n`)
  if (missing.length > 0) process.stdout.write(leaversTold(missing, leavers))
  return 0
}

function leaversTold(missing: readonly Leader[], isMarked: boolean): string {
  const does = isMarked ? 'they get no more prompts' : 'with --leavers they get no more prompts'
  const rows = missing.slice(0, mostShown).map(({ id, name, unit }) => [id, name, unit ?? ''])
  const more = missing.length > mostShown ? `and ${missing.length - mostShown} more\n` : ''
  return `${missing.length} known to Pejling are not in the file; ${does}, and their data stay until they are erased:\n${columns(rows)}${more}`
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new AppError('not-found', `${file} cannot be read`, { cause })
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new AppError('invalid', `${file} is not UTF-8: save it as "CSV UTF-8"`, { cause })
  }
}
