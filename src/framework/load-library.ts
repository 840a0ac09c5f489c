import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '../errors'
import { listData, readData } from '../files/data-file'
import type { Faults } from '../files/read-yaml'
import { createLibrary, type Library, type Phrasings } from './library'
import { isOwnFolder, withSources, withWording } from './own-folder'
import { type Referring, referringSchema } from './referring'
import {
  allLeaders,
  type Framework,
  frameworkSchema,
  idParts,
  type Prompt,
  phrasingFileSchema,
  promptFileSchema,
} from './schema'

/**
 * Reads `frameworks/`, `prompts/` and `phrasings/` below `dataDir` and checks them against each other.
 * @param own the municipality's own folder beside it (own-folder.ts)
 * @throws AppError `invalid` with every fault, one a line: file, path, reason.
 */
export function loadLibrary(dataDir: string, own?: string): Library {
  const faults: Faults = []
  const library = readLibrary(dataDir, own, faults)
  if (faults.length > 0 || !library)
    throw new AppError('invalid', `The data has ${faults.length} fault(s):\n${faults.join('\n')}`)
  return library
}

/** The same, collecting the faults. Undefined for an own folder in which nothing can be read. */
export function readLibrary(dataDir: string, own: string | undefined, faults: Faults): Library | undefined {
  const read: Framework[] = []
  const prompts: Prompt[] = []
  const filesOf = (part: string) => [
    ...filesIn(join(dataDir, part), faults),
    ...(own !== undefined && existsSync(join(own, part)) ? filesIn(join(own, part), faults) : []),
  ]
  if (own !== undefined && !isOwnFolder(own, faults)) return undefined
  for (const file of filesOf('frameworks')) {
    const framework = readFramework(file, faults)
    if (!framework) continue
    if (read.some(({ slug }) => slug === framework.slug))
      faults.push(`${file}.yaml: slug: there is a framework of that name`)
    read.push(framework)
  }
  const frameworks = own === undefined ? read : withSources(withWording(read, own, faults), own, faults)
  const known = new Set(frameworks.flatMap((framework) => framework.statements.map((statement) => statement.id)))
  for (const file of filesOf('prompts')) {
    const some = readData(file, promptFileSchema, faults)
    if (!some) continue
    checkPrompts(file, some, known, faults, new Set(prompts.map((prompt) => prompt.id)))
    prompts.push(...some)
  }
  const phrasings = phrasingsIn(filesOf('phrasings'), known, faults)
  return createLibrary(frameworks, prompts, phrasings)
}

/** A framework's file, named without its ending, with all that can be said against it alone. */
export function readFramework(file: string, faults: Faults): Framework | undefined {
  const framework = readData(file, frameworkSchema, faults)
  // Its faults are told already.
  const referring: Referring | undefined = framework ?? readData(file, referringSchema, [])
  if (referring) checkFramework(file, referring, faults)
  return framework
}

/** Half of all data, which only told stories are held against: what the build has checked is read when it is first asked for. */
function phrasingsIn(files: readonly string[], known: ReadonlySet<string>, faults: Faults): () => Phrasings {
  let read = files.every((file) => existsSync(`${file}.json`)) ? undefined : loadPhrasings(files, known, faults)
  return () => {
    read ??= loadPhrasings(files, known, [])
    return read
  }
}

function loadPhrasings(files: readonly string[], known: ReadonlySet<string>, faults: Faults): Phrasings {
  const phrasings = new Map<string, readonly string[]>()
  for (const file of files)
    for (const [id, lines] of Object.entries(readData(file, phrasingFileSchema, faults) ?? {})) {
      if (!known.has(id)) faults.push(`${file}.yaml: ${id}: is no statement`)
      if (phrasings.has(id)) faults.push(`${file}.yaml: ${id}: the id stands twice`)
      phrasings.set(id, lines)
    }
  return phrasings
}

function filesIn(folder: string, faults: Faults): string[] {
  try {
    return listData(folder).map((name) => join(folder, name))
  } catch {
    faults.push(`${folder}: the folder cannot be read`)
    return []
  }
}

function checkFramework(file: string, framework: Referring, faults: Faults): void {
  const { slug, roles, areas, statements } = framework
  const roleSlugs = new Set([allLeaders, ...roles.map((role) => role.slug)])
  const areaSlugs = new Set(areas.map((area) => area.slug))
  const ids = new Set(statements.map((statement) => statement.id))
  const add = (path: string, reason: string) => faults.push(`${file}.yaml: ${path}: ${reason}`)
  if (basename(file) !== slug) add('slug', "must be the file's name")
  for (const role of roles)
    for (const other of [role.reportsTo, role.worksIn])
      if (other && !roleSlugs.has(other)) add(`roles.${role.slug}`, `${other} is no role here`)
  for (const twice of repeated(roles.map((role) => role.slug))) add('roles', `${twice} stands twice`)
  for (const twice of repeated(areas.map((area) => area.slug))) add('areas', `${twice} stands twice`)
  for (const id of repeated(statements.map((statement) => statement.id))) add(`statements.${id}`, 'the id stands twice')
  for (const { id, answeredBy = [] } of statements) {
    const parts = idParts(id)
    if (parts.framework !== slug) add(`statements.${id}`, 'the id names another framework')
    if (!roleSlugs.has(parts.role)) add(`statements.${id}`, `${parts.role} is no role here`)
    if (!areaSlugs.has(parts.area)) add(`statements.${id}`, `${parts.area} is no area here`)
    for (const other of answeredBy)
      if (!ids.has(other)) add(`statements.${id}.answeredBy`, `${other} is no statement here`)
  }
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))]
}

/** @param elsewhere ids that other files have taken */
function checkPrompts(
  file: string,
  prompts: readonly Prompt[],
  known: ReadonlySet<string>,
  faults: Faults,
  elsewhere: ReadonlySet<string>,
): void {
  const ids = prompts.map((prompt) => prompt.id)
  for (const id of [...repeated(ids), ...ids.filter((id) => elsewhere.has(id))])
    faults.push(`${file}.yaml: ${id}: the id stands twice`)
  for (const prompt of prompts)
    for (const id of prompt.statements)
      if (!known.has(id)) faults.push(`${file}.yaml: ${prompt.id}: ${id} is no statement`)
}
