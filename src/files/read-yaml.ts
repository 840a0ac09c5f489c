import { readFileSync } from 'node:fs'
import { load, YAMLException } from 'js-yaml'
import type { z } from 'zod'

/** Collects every fault of the data, each a line `file: path: reason`, so that all are reported at once. */
export type Faults = string[]

/**
 * Reads a YAML file and parses it by its schema. Returns undefined and adds to `faults` when the file
 * cannot be read, is no YAML or does not fit.
 */
export function readYaml<T>(file: string, schema: z.ZodType<T>, faults: Faults): T | undefined {
  let source: string
  try {
    source = readFileSync(file, 'utf8')
  } catch (error) {
    faults.push(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`)
    return undefined
  }
  let value: unknown
  try {
    value = load(source)
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    faults.push(`${file}: line ${(error.mark?.line ?? 0) + 1}: ${error.reason}`)
    return undefined
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) faults.push(`${file}: ${issue.path.join('.') || '(file)'}: ${issue.message}`)
  return undefined
}
