import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../errors'
import { readData } from '../files/data-file'
import type { Faults } from '../files/read-yaml'
import { type ExpressionStep, readExpression } from './expression'

/** Whom a message of trouble is about and what is at stake: a life, the writer, or somebody else. */
export const cares = ['life', 'self', 'other'] as const
export type Care = (typeof cares)[number]

const words = z.string().transform((text) => text.split(/\s+/).filter((word) => word !== ''))

/** One expression a line; what stands after # explains. */
const expressions = z
  .string()
  .default('')
  .transform((text) =>
    text.split('\n').flatMap((line): (readonly ExpressionStep[])[] => {
      const expression = line.replace(/#.*/, '').trim()
      return expression === '' ? [] : [readExpression(expression)]
    }),
  )
  .refine((read) => read.every(beginsWithWord), 'an expression begins with a word')

function beginsWithWord(steps: readonly ExpressionStep[]): boolean {
  return steps.find(({ kind }) => kind !== 'start')?.kind === 'word'
}

export const careWordsSchema = z.strictObject({
  groups: z.record(z.string(), words),
  /** As typed -> the word that is meant. */
  respelled: z.record(z.string(), z.string()),
  /** Words that are mended where they are misspelt. */
  mended: words,
  /** Words that are near one of those and right as they are. */
  familiar: words,
})

/** `sure`: enough whatever stands beside it. `clear`: enough by itself. `sign`: with another. */
export const careFamiliesSchema = z.record(
  z.string(),
  z.strictObject({ about: z.enum(cares), sure: expressions, clear: expressions, sign: expressions }),
)

export const harmlessSchema = z.strictObject({
  /** Figures of speech: their words count for nothing. */
  idioms: expressions,
  /** How somebody who was met with care says that it is not so bad, or thanks. */
  calm: expressions,
  /** What a sentence is about that makes danger less likely: so many points less. */
  contexts: z.record(
    z.string(),
    z.strictObject({ less: z.number().int().min(1), reach: z.enum(['sentence', 'text']), said: expressions }),
  ),
})

export type CareWords = z.infer<typeof careWordsSchema> & {
  readonly families: z.infer<typeof careFamiliesSchema>
  readonly harmless: z.infer<typeof harmlessSchema>
}

/** @throws AppError `invalid` naming every fault of `data/care/`. */
export function loadCareWords(dataDir: string): CareWords {
  const faults: Faults = []
  const read = <T>(name: string, schema: z.ZodType<T>) => readData(join(dataDir, 'care', name), schema, faults)
  const spoken = read('words', careWordsSchema)
  const harmless = read('harmless', harmlessSchema)
  const families = ['life', 'self', 'other'].map((name) => read(name, careFamiliesSchema))
  if (faults.length > 0 || !spoken || !harmless)
    throw new AppError('invalid', `The words of care have ${faults.length} fault(s):\n${faults.join('\n')}`)
  return { ...spoken, harmless, families: Object.assign({}, ...families) }
}
