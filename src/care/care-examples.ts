import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../errors'
import { listData, readData } from '../files/data-file'
import type { Faults } from '../files/read-yaml'
import { type Care, cares } from './care-words'
import type { Example } from './likeness-index'

/** A message whose meaning is known. */
export interface CareExample {
  readonly text: string
  /** `near`: it shares words or mood with trouble and is none. */
  readonly kind: Care | 'near'
  /** Whose imagination it is from. */
  readonly author: string
}

const lines = z.array(z.string().min(1))
export const careExamplesSchema = z.strictObject({ life: lines, self: lines, other: lines, near: lines })

/** @throws AppError `invalid` naming every fault of `data/care/examples/` */
export function loadCareExamples(dataDir: string): readonly CareExample[] {
  const faults: Faults = []
  const folder = join(dataDir, 'care', 'examples')
  const examples = listData(folder).flatMap((author) => {
    const read = readData(join(folder, author), careExamplesSchema, faults)
    return [...cares, 'near' as const].flatMap((kind) => (read?.[kind] ?? []).map((text) => ({ text, kind, author })))
  })
  if (faults.length > 0)
    throw new AppError('invalid', `The examples of care have ${faults.length} fault(s):\n${faults.join('\n')}`)
  return examples
}

/** What leaders ask and say on ordinary days is plentiful, and the one like another: each counts less. */
const weights = { example: 5, everyday: 1 }

/**
 * The examples that a message is compared with: those above, and what is said on ordinary days, which is near at most.
 * @param everyday how leaders speak of a framework's points, and how they ask
 */
export function comparedWith(examples: readonly CareExample[], everyday: readonly string[]): readonly Example[] {
  return [
    ...examples.map(({ text, kind }) => ({ text, kind, weight: weights.example })),
    ...everyday.map((text) => ({ text, kind: 'near' as const, weight: weights.everyday })),
  ]
}
