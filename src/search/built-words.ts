import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Content } from './phrase-content'
import type { Term } from './term'

/** What the build has found of the data's words and texts, so that a start need not. */
export interface BuiltWords {
  /** Word in small letters -> stem. */
  readonly stems: Readonly<Record<string, string>>
  /** A point's text, sign or heading -> what it is found under. */
  readonly terms: Readonly<Record<string, readonly Term[]>>
  /** A topic's word or phrase -> the stems that must be met. */
  readonly contents: Readonly<Record<string, Content>>
}

/** In the sources there is none, and all is found anew. */
export function readBuiltWords(dataDir: string): BuiltWords {
  const file = builtWordsFile(dataDir)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { stems: {}, terms: {}, contents: {} }
}

export const builtWordsFile = (dataDir: string) => join(dataDir, 'words.json')
