import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../errors'
import { type Faults, readYaml } from '../read-yaml'

/** A line as somebody would say it, slots masked, and what kind of thing it asks for. */
export interface Utterance {
  readonly kind: string
  readonly line: string
}

const lines = z.array(z.union([z.string(), z.number()]).transform(String))
const fileSchema = z.union([lines, z.record(z.string(), lines)])

/**
 * Reads `utterances/*.yaml`: a file's lines are of the kind it is named after, or of `<file>.<key>` where it has several.
 * @throws AppError `invalid` naming every fault.
 */
export function loadUtterances(dataDir: string): Utterance[] {
  const faults: Faults = []
  const folder = join(dataDir, 'utterances')
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const utterances = files.sort().flatMap((file): Utterance[] => {
    const read = readYaml(join(folder, file), fileSchema, faults)
    const name = file.replace(/\.yaml$/, '')
    if (!read) return []
    if (Array.isArray(read)) return read.map((line) => ({ kind: name, line }))
    return Object.entries(read).flatMap(([key, each]) => each.map((line) => ({ kind: `${name}.${key}`, line })))
  })
  if (faults.length > 0) throw new AppError('invalid', `The utterances have faults:\n${faults.join('\n')}`)
  return utterances
}
