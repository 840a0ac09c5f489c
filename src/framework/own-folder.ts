import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readData } from '../files/data-file'
import type { Faults } from '../files/read-yaml'
import { type Framework, webAddress } from './schema'

// A municipality's own folder beside the shipped data (docs/own-framework.md).

/** What is read of it, each where wished. */
const parts = ['frameworks', 'prompts', 'phrasings', 'wording.yaml', 'sources.yaml', 'care.yaml']

/**
 * Whether the folder can be read and holds nothing that would be left out without a word, such as a part with a misspelt name, or that
 * would be taken for what the build has checked. Adds to `faults` what does.
 */
export function isOwnFolder(own: string, faults: Faults): boolean {
  if (!existsSync(own)) {
    faults.push(`${own}: the folder cannot be read`)
    return false
  }
  const before = faults.length
  for (const name of readdirSync(own).sort())
    if (!parts.includes(name) && !isNote(name))
      faults.push(`${join(own, name)}: is read by nobody; there are ${parts.join(', ')}`)
  for (const file of readdirSync(own, { recursive: true, encoding: 'utf8' }).sort())
    if (/[\\/]/.test(file) && /\.(json|yml)$/.test(file)) faults.push(`${join(own, file)}: must end in .yaml`)
  return faults.length === before
}

/** Somebody's notes, and what a system keeps beside files. */
const isNote = (name: string) => /^\.|\.(md|txt)$|\.schema\.json$/i.test(name)

/** Statement id -> the document's own words, which are the municipality's to keep. */
const wordingSchema = z.record(z.string(), z.string().trim().min(1))

/** Gives points their exact words. */
export function withWording(frameworks: readonly Framework[], own: string, faults: Faults): readonly Framework[] {
  const wording = readPart(own, 'wording', wordingSchema, faults)
  if (!wording) return frameworks
  const ids = new Set(frameworks.flatMap(({ statements }) => statements.map(({ id }) => id)))
  for (const id of Object.keys(wording))
    if (!ids.has(id)) faults.push(`${join(own, 'wording')}.yaml: ${id}: is no statement`)
  return frameworks.map((framework) => ({
    ...framework,
    statements: framework.statements.map((statement) => {
      const words = wording[statement.id]
      return words === undefined ? statement : { ...statement, wording: words }
    }),
  }))
}

/** A framework's slug -> where its document can be opened. */
const sourcesSchema = z.record(z.string(), webAddress)

/** Says where documents can be opened, of shipped frameworks too. */
export function withSources(frameworks: readonly Framework[], own: string, faults: Faults): readonly Framework[] {
  const sources = readPart(own, 'sources', sourcesSchema, faults)
  if (!sources) return frameworks
  const slugs = frameworks.map(({ slug }) => slug)
  for (const slug of Object.keys(sources))
    if (!slugs.includes(slug))
      faults.push(`${join(own, 'sources')}.yaml: ${slug}: is no framework; there are ${slugs.join(', ')}`)
  return frameworks.map((framework) => {
    const url = sources[framework.slug]
    return url === undefined ? framework : { ...framework, url }
  })
}

function readPart<T>(own: string, name: string, schema: z.ZodType<T>, faults: Faults): T | undefined {
  const file = join(own, name)
  return existsSync(`${file}.yaml`) ? readData(file, schema, faults) : undefined
}
