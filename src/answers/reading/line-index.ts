import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CountedIndex, makeCountedIndex } from './counted-index'
import { type ExampleIndex, makeExampleIndex } from './example-index'
import type { Utterance } from './load-utterances'

/** What a text is compared with to see what it asks for: a start need not make it of some thousand lines. */
export interface LineIndex {
  readonly examples: ExampleIndex
  readonly counted: CountedIndex
}

interface Lines {
  readonly utterances: readonly Utterance[]
  readonly asked: readonly Utterance[]
}

export function makeLineIndex({ utterances, asked }: Lines): LineIndex {
  return { examples: makeExampleIndex(utterances), counted: makeCountedIndex([...utterances, ...asked]) }
}

/** As the build has made it; undefined in the sources. */
export function builtLineIndex(dataDir: string): LineIndex | undefined {
  const file = lineIndexFile(dataDir)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

export const lineIndexFile = (dataDir: string) => join(dataDir, 'lines.json')
