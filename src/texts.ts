import { join } from 'node:path'
import { z } from 'zod'
import { AppError, type Saying } from './errors'
import { listData, readData } from './files/data-file'
import type { Faults } from './files/read-yaml'

export const locales = ['da', 'en'] as const
export type Locale = (typeof locales)[number]

export type Params = Readonly<Record<string, string | number>>

/** Looks up what a user reads. `{name}` in a text is replaced by the parameter of that name, as plain text. */
export type Texts = (locale: Locale, key: string, params?: Params) => string

const entrySchema = z.strictObject({ da: z.string().min(1), en: z.string().min(1) })
export const textFileSchema = z.record(z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z0-9-]+)+$/), entrySchema)

/**
 * Reads every file of `data/texts/`: key -> {da, en}, so that no text exists in one language only.
 * @throws AppError `invalid` with every fault. Looking up an unknown key throws `internal`: a bug, caught by a test.
 */
export function loadTexts(dataDir: string): Texts {
  const faults: Faults = []
  const entries = new Map<string, Record<Locale, string>>()
  const folder = join(dataDir, 'texts')
  for (const name of listData(folder)) {
    const file = join(folder, name)
    for (const [key, entry] of Object.entries(readData(file, textFileSchema, faults) ?? {})) {
      if (entries.has(key)) faults.push(`${file}.yaml: ${key}: stands in two files`)
      entries.set(key, entry)
    }
  }
  if (faults.length > 0)
    throw new AppError('invalid', `The texts have ${faults.length} fault(s):\n${faults.join('\n')}`)
  return (locale, key, params = {}) => {
    const entry = entries.get(key)
    if (!entry) throw new AppError('internal', `There is no text ${key}`)
    return entry[locale].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
  }
}

/** All that an AppError has to say, a sentence for each fault. @param params for every one of them */
export function told(texts: Texts, locale: Locale, say: NonNullable<AppError['say']>, params: Params = {}): string {
  const sentences: readonly Saying[] = [say, ...(say.and ?? [])]
  return sentences.map((one) => texts(locale, one.key, { ...params, ...one.params })).join(' ')
}

/** The Danish and English genitive of a name: "Odders" / "Odder’s", "Randers’" for a name that ends in s. */
export function genitive(locale: Locale, name: string): string {
  if (/[sxz]$/i.test(name)) return `${name}’`
  return locale === 'da' ? `${name}s` : `${name}’s`
}

/** "a, b og c" / "a, b and c". */
export function enumerate(locale: Locale, items: readonly string[]): string {
  const before = items.slice(0, -1).join(', ')
  return [...(before === '' ? [] : [before]), ...items.slice(-1)].join(locale === 'da' ? ' og ' : ' and ')
}
