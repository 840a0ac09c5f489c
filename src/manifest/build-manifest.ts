import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { zipSync } from 'fflate'
import type { z } from 'zod'
import { AppError } from '../errors'
import { fillPlaceholders } from './fill-placeholders'
import { manifestSchema, translationSchema } from './manifest-schema'
import { type Env, manifestValues } from './manifest-values'
import { iconFaults } from './png-header'
import { storeFaults } from './store-rules'
import { translationFaults } from './user-texts'

export type BuildOptions = {
  env: Env
  /** The folder of manifest.json, its translations and its icons. */
  manifestDir: string
  /** The package to write; its folder is made, a file there is replaced. */
  outFile: string
}
export type BuiltManifest = { outFile: string; appId: string; version: string; files: string[] }

// A fixed time, so that the same input gives the same bytes and an unchanged package can be seen to be unchanged.
const packageTime = new Date(2020, 0, 1)

/**
 * Builds the package that is uploaded to Teams: the manifest with the ids and URLs of `env`, its translations and icons.
 * @throws AppError `invalid` naming every variable, or every fault of the files, that stands in the way; nothing is
 * written then.
 */
export async function buildManifest(options: BuildOptions): Promise<BuiltManifest> {
  const values = manifestValues(options.env)
  const faults: string[] = []
  const file = (name: string) => join(options.manifestDir, name)

  const unknown: string[] = []
  const filled = fillPlaceholders(await readJson(file('manifest.json')), values, unknown)
  for (const name of new Set(unknown)) faults.push(`manifest.json: nothing is known to put for ${name}`)
  const manifest = parse('manifest.json', manifestSchema, filled, faults)
  if (!manifest) throw brokenPackage(faults)

  const files: Record<string, Buffer> = { 'manifest.json': toFile(filled) }
  const translations: Record<string, string>[] = []
  for (const { file: name } of manifest.localizationInfo.additionalLanguages) {
    const translation = parse(name, translationSchema, await readJson(file(name)), faults)
    if (!translation) continue
    faults.push(...translationFaults(manifest, translation).map((fault) => `${name}: ${fault}`))
    translations.push(translation)
    files[name] = toFile(translation)
  }
  for (const kind of ['color', 'outline'] as const) {
    const name = manifest.icons[kind]
    const icon = await readBytes(file(name))
    faults.push(...iconFaults(kind, icon).map((fault) => `${name}: ${fault}`))
    files[name] = icon
  }
  faults.push(...storeFaults(manifest, translations))
  if (faults.length > 0) throw brokenPackage(faults)

  await write(options.outFile, zipSync(files, { level: 9, mtime: packageTime }))
  return {
    outFile: options.outFile,
    appId: manifest.id,
    version: manifest.version,
    files: Object.keys(files),
  }
}

async function write(file: string, content: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new AppError(
      'unavailable',
      `${file} cannot be written (${code}): name another file, as in manifest /tmp/pejling.zip`,
      { cause },
    )
  }
}

function brokenPackage(faults: readonly string[]): AppError {
  return new AppError('invalid', `The manifest has ${faults.length} fault(s):\n${faults.join('\n')}`)
}

function parse<T>(name: string, schema: z.ZodType<T>, json: unknown, faults: string[]): T | undefined {
  const read = schema.safeParse(json)
  if (read.success) return read.data
  for (const issue of read.error.issues) faults.push(`${name}: ${issue.path.join('.') || '(file)'}: ${issue.message}`)
  return undefined
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new AppError('invalid', `${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`)
  }
}

async function readJson(path: string): Promise<unknown> {
  const bytes = await readBytes(path)
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch (error) {
    throw new AppError('invalid', `${path}: is no JSON (${(error as Error).message})`, { cause: error })
  }
}

function toFile(json: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(json, null, 2)}\n`, 'utf8')
}
