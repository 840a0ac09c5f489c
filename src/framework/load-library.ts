import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { listData, readData } from '../data-file'
import { AppError } from '../errors'
import type { Faults } from '../read-yaml'
import { createLibrary, type Library, type Phrasings } from './library'
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
 * @param own the municipality's own folder beside it, of which each part may be missing; its `wording.yaml` gives points their exact words
 * @throws AppError `invalid` with every fault, one a line: file, path, reason.
 */
export function loadLibrary(dataDir: string, own?: string): Library {
  const faults: Faults = []
  const read: Framework[] = []
  const prompts: Prompt[] = []
  const filesOf = (part: string) => [
    ...filesIn(join(dataDir, part), faults),
    ...(own !== undefined && existsSync(join(own, part)) ? filesIn(join(own, part), faults) : []),
  ]
  if (own !== undefined) checkOwnFolder(own, faults)
  for (const file of filesOf('frameworks')) {
    const framework = readFramework(file, faults)
    if (!framework) continue
    if (read.some(({ slug }) => slug === framework.slug))
      faults.push(`${file}.yaml: slug: there is a framework of that name`)
    read.push(framework)
  }
  const frameworks = own === undefined ? read : withWording(read, join(own, 'wording'), faults)
  const known = new Set(frameworks.flatMap((framework) => framework.statements.map((statement) => statement.id)))
  for (const file of filesOf('prompts')) {
    const some = readData(file, promptFileSchema, faults)
    if (!some) continue
    checkPrompts(file, some, known, faults, new Set(prompts.map((prompt) => prompt.id)))
    prompts.push(...some)
  }
  const phrasings = phrasingsIn(filesOf('phrasings'), known, faults)
  if (faults.length > 0) throw new AppError('invalid', `The data has ${faults.length} fault(s):\n${faults.join('\n')}`)
  return createLibrary(frameworks, prompts, phrasings)
}

/** @throws AppError `invalid` for files that nobody has checked and that would be taken for those that the build has, or be left out */
function checkOwnFolder(own: string, faults: Faults): void {
  if (!existsSync(own)) return void faults.push(`${own}: the folder cannot be read`)
  const strange = readdirSync(own, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(json|yml)$/.test(file))
  if (strange.length === 0) return
  const named = strange
    .sort()
    .map((file) => `${join(own, file)}: must end in .yaml`)
    .join('\n')
  throw new AppError('invalid', `The data has ${strange.length} fault(s):\n${named}`)
}

/** A framework's file, named without its ending, with all that can be said against it alone. */
export function readFramework(file: string, faults: Faults): Framework | undefined {
  const framework = readData(file, frameworkSchema, faults)
  // Its faults are told already.
  const referring: Referring | undefined = framework ?? readData(file, referringSchema, [])
  if (referring) checkFramework(file, referring, faults)
  return framework
}

/** Statement id -> the document's own words, which are the municipality's to keep. */
const wordingSchema = z.record(z.string(), z.string().trim().min(1))

function withWording(frameworks: readonly Framework[], file: string, faults: Faults): readonly Framework[] {
  const wording = existsSync(`${file}.yaml`) ? readData(file, wordingSchema, faults) : undefined
  if (!wording) return frameworks
  const ids = new Set(frameworks.flatMap(({ statements }) => statements.map(({ id }) => id)))
  for (const id of Object.keys(wording)) if (!ids.has(id)) faults.push(`${file}.yaml: ${id}: is no statement`)
  return frameworks.map((framework) => ({
    ...framework,
    statements: framework.statements.map((statement) => {
      const words = wording[statement.id]
      return words === undefined ? statement : { ...statement, wording: words }
    }),
  }))
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
