import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from '../async/once'
import type { Content } from './phrase-content'
import type { Term } from './term'

/** What the build has found of the data's words and texts, so that a start need not. */
export interface BuiltWords extends WordsFile {
  /** A line of everyday speech -> its stems, with spaces between. Read when it is first asked for: the first answer can wait for it, and no start. */
  readonly phrasings: () => Readonly<Record<string, string>>
}

export interface WordsFile {
  /** Word in small letters -> stem. */
  readonly stems: Readonly<Record<string, string>>
  /** A point's text, sign or heading -> what it is found under. */
  readonly terms: Readonly<Record<string, readonly Term[]>>
  /** A topic's word or phrase -> the stems that must be met. */
  readonly contents: Readonly<Record<string, Content>>
}

/** In the sources there is none, and all is found anew. */
export function readBuiltWords(dataDir: string): BuiltWords {
  const phrasings = once(() => readIfThere<Record<string, string>>(builtPhrasingsFile(dataDir)) ?? {})
  const words = readIfThere<WordsFile>(builtWordsFile(dataDir)) ?? { stems: {}, terms: {}, contents: {} }
  return { ...words, phrasings }
}

function readIfThere<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

export const builtWordsFile = (dataDir: string) => join(dataDir, 'words.json')
export const builtPhrasingsFile = (dataDir: string) => join(dataDir, 'said.json')
