import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../errors'
import { listData, readData } from '../../files/data-file'
import type { Faults } from '../../files/read-yaml'

/** A line as somebody would say it, slots masked, and what kind of thing it asks for. */
export interface Utterance {
  readonly kind: string
  readonly line: string
}

const lines = z.array(z.union([z.string(), z.number()]).transform(String))
export const utteranceFileSchema = z.union([lines, z.record(z.string(), lines)])

/** `utterances`: ways of asking, what is asked about masked. `asked`: what people wrote as they wrote it, names masked. */
type Folder = 'utterances' | 'asked'

/**
 * Reads a folder of lines: a file's lines are of the kind it is named after, or of `<file>.<key>` where it has several.
 * @throws AppError `invalid` naming every fault.
 */
export function loadUtterances(dataDir: string, from: Folder = 'utterances'): Utterance[] {
  const faults: Faults = []
  const folder = join(dataDir, from)
  const utterances = listData(folder).flatMap((name): Utterance[] => {
    const read = readData(join(folder, name), utteranceFileSchema, faults)
    if (!read) return []
    if (Array.isArray(read)) return read.map((line) => ({ kind: name, line }))
    return Object.entries(read).flatMap(([key, each]) => each.map((line) => ({ kind: `${name}.${key}`, line })))
  })
  if (faults.length > 0) throw new AppError('invalid', `The utterances have faults:\n${faults.join('\n')}`)
  return utterances
}
