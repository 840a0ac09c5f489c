import { readFile } from 'node:fs/promises'
import { AppError } from '../errors'
import { importRoster } from '../people/roster'
import { asOperator } from './as-operator'

/** Reads a list of leaders (objectId;name;framework;role;unit;timeZone) in UTF-8 into the store. */
export async function rosterImport(env: NodeJS.ProcessEnv, file: string | undefined): Promise<number> {
  if (file === undefined) throw new AppError('invalid', 'Missing: the CSV file')
  const text = await readText(file)
  const { created, updated, unchanged, kept } = await asOperator(env, (ctx) => importRoster(ctx, { text }))
  const choice = kept > 0 ? `; municipality or role left as the leader chose it: ${kept}` : ''
  process.stdout.write(`${created} created, ${updated} updated, ${unchanged} as they were${choice}\n`)
  return 0
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
