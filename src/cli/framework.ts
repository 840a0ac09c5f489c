import { z } from 'zod'
import { AppError } from '../errors'
import { readFramework } from '../framework/load-library'
import { frameworkSchema } from '../framework/schema'
import type { Faults } from '../read-yaml'

/** Rules that the schema says in its own words, for whoever writes a framework. */
const inDanish: readonly (readonly [RegExp, string])[] = [
  [/only a-z, 0-9 and single hyphens/, 'kun a-z, 0-9 og enkelte bindestreger'],
  [/must be <framework>\/<role>\/<area>\/<n>/, 'skal være <grundlag>/<rolle>/<område>/<nummer>'],
  [/must be the file's name/, 'skal være filens navn uden .yaml'],
  [/the id names another framework/, 'id’et nævner et andet grundlag'],
  [/the id stands twice/, 'id’et står to gange'],
  [/(\S+) stands twice/, '$1 står to gange'],
  [/(\S+) is no role here/, '$1 er ingen rolle i grundlaget'],
  [/(\S+) is no area here/, '$1 er intet område i grundlaget'],
  [/(\S+) is no statement here/, '$1 er intet punkt i grundlaget'],
  [/cannot be read/, 'kan ikke læses'],
  [/: line (\d+): /, ': linje $1: '],
]

/** Says in Danish every fault of frameworks' files, a line each with its place. @returns 0 when there is none, else 2 */
export async function frameworkCheck(files: readonly string[]): Promise<number> {
  if (files.length === 0) throw new AppError('invalid', 'Missing: the framework’s file')
  z.config(z.locales.da())
  const faults: Faults = []
  for (const file of files) {
    const framework = readFramework(file.replace(/\.ya?ml$/, ''), faults)
    if (framework)
      process.stdout.write(
        `${file}: ${framework.roles.length} roller, ${framework.areas.length} områder, ${framework.statements.length} punkter\n`,
      )
  }
  for (const fault of faults) process.stdout.write(`${danish(fault)}\n`)
  process.stdout.write(faults.length === 0 ? 'Ingen fejl.\n' : `${faults.length} fejl.\n`)
  return faults.length === 0 ? 0 : 2
}

function danish(fault: string): string {
  const [pattern, words] = inDanish.find(([pattern]) => pattern.test(fault)) ?? []
  return pattern && words !== undefined ? fault.replace(pattern, words) : fault
}

/** Prints the JSON schema made from the one that the program reads frameworks by; editors complete and check by it. */
export async function frameworkSchemaPrint(): Promise<number> {
  process.stdout.write(`${JSON.stringify(z.toJSONSchema(frameworkSchema, { io: 'input' }), null, 2)}\n`)
  return 0
}
