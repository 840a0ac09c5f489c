import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { carePeopleFile, readCarePeople } from '../care/care-people'
import { AppError } from '../errors'
import type { Faults } from '../files/read-yaml'
import { readFramework, readLibrary } from '../framework/load-library'
import { frameworkSchema } from '../framework/schema'
import { dataDir } from '../paths'

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
  [/is no statement/, 'er intet punkt'],
  [/there is a framework of that name/, 'der er allerede et grundlag med det navn'],
  [/is no framework; there are (.+)/, 'er intet grundlag; der er $1'],
  [/is read by nobody; there are (.+)/, 'læses ikke; der er $1'],
  [/must end in \.yaml/, 'skal ende på .yaml'],
  [/the folder cannot be read/, 'mappen kan ikke læses'],
  [/must be one question, with its question mark last/, 'skal være ét spørgsmål med spørgsmålstegnet til sidst'],
  [/must stand in both languages, as then and thenEn/, 'skal stå på begge sprog, som then og thenEn'],
  [/cannot be read/, 'kan ikke læses'],
  [/For lille: forventede streng .*/, 'mangler: skriv en tekst'],
  [/For lille: forventede liste .*/, 'skal have mindst én'],
  [/Ugyldigt valg: forventede en af følgende /, 'skal være en af '],
  [/Ugyldigt input: forventede (.+), fik undefined/, 'mangler ($1)'],
  [/Ugyldigt input: forventede tal, .*/, 'skal være et tal'],
  [/: line (\d+): /, ': linje $1: '],
]

/**
 * Says in Danish every fault of frameworks' files, or of all that lies in a folder for PEJLING_DATA, a line each with its place.
 * @returns 0 when there is none, else 2
 */
export async function frameworkCheck(files: readonly string[]): Promise<number> {
  if (files.length === 0) throw new AppError('invalid', 'Missing: the framework’s file, or the folder of PEJLING_DATA')
  z.config(z.locales.da())
  const faults: Faults = []
  for (const file of files) {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
      checkFolder(file, faults)
      continue
    }
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

/** Beside the shipped data, as a start would read it. */
function checkFolder(folder: string, faults: Faults): void {
  const library = readLibrary(dataDir, folder, faults)
  const { people, faults: ofCare } = readCarePeople(carePeopleFile(undefined, folder))
  faults.push(...ofCare)
  if (!library) return
  const own = library.frameworks.filter(({ slug }) => existsSync(join(folder, 'frameworks', `${slug}.yaml`)))
  const counts = [`${own.length} grundlag`, `${people.contacts.length} kontakter`]
  process.stdout.write(`${folder}: ${counts.join(', ')}\n`)
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
