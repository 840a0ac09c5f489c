import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { AppError } from '../../errors'

/**
 * The key of the audit's hashes of persons, made at the first use. It lies beside the database and not in it: whoever has a backup alone
 * cannot find out by trying whom a line is about.
 * @throws AppError `unavailable` for one that can be neither read nor made
 */
export function readAuditKey(database: string): string {
  const file = `${database}.key`
  try {
    return read(file) ?? make(file)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new AppError('unavailable', `The key of the audit, ${file}, cannot be read or made (${code}).`, { cause })
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function make(file: string): string {
  const key = randomBytes(32).toString('hex')
  try {
    writeFileSync(file, `${key}\n`, { flag: 'wx', mode: 0o600 })
    return key
  } catch (error) {
    // Another process was first.
    const made = (error as NodeJS.ErrnoException).code === 'EEXIST' ? read(file) : undefined
    if (made) return made
    throw error
  }
}
