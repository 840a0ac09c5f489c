import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const described = z.looseObject({ name: z.string(), version: z.string(), license: z.string().optional() })

/**
 * Writes whose work is in the bundle and under which terms, as their licences ask of whoever passes it on.
 * @param inputs the files that were bundled, from the project's folder
 */
export function writeNotice(root: string, inputs: readonly string[], file: string): void {
  const folders = new Set(inputs.flatMap((input) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []))
  const notices = [...folders].sort().flatMap((folder) => noticeOf(join(root, folder)))
  writeFileSync(file, `Pejling holds the work of others:\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`)
}

function noticeOf(folder: string): string[] {
  const read = described.safeParse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  if (!read.success) return []
  const { name, version, license } = read.data
  const text = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each))
  const terms = text && existsSync(join(folder, text)) ? readFileSync(join(folder, text), 'utf8').trim() : ''
  return [`${name} ${version} (${license ?? 'licence in its package'})\n\n${terms}\n`]
}
