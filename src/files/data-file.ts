import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { z } from 'zod'
import { type Faults, readYaml } from './read-yaml'

/**
 * A file of `data/` has one of two endings: `.yaml`, as it is written, or `.json`, as the build leaves it: what the schema made of it. A
 * start need not parse and check again what the build has, which would take it longer than all the rest.
 */
const endings = /\.(?:yaml|json)$/

/** The files of a folder, by name and without their endings, in order. @throws where the folder cannot be read */
export function listData(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => endings.test(name))
    .map((name) => name.replace(endings, ''))
    .sort()
}

/** Reads one, named without its ending. Returns undefined and adds to `faults` as `readYaml` does. */
export function readData<T>(file: string, schema: z.ZodType<T>, faults: Faults): T | undefined {
  const built = `${file}.json`
  return existsSync(built) ? JSON.parse(readFileSync(built, 'utf8')) : readYaml(`${file}.yaml`, schema, faults)
}
