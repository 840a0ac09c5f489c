import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { careIndexFile, makeCareIndex } from '../src/answers/care-index'
import { createKnowledge } from '../src/answers/knowledge'
import { loadUtterances } from '../src/answers/load-utterances'
import { packLikeness } from '../src/care/packed-likeness'
import { readData } from '../src/data-file'
import { stemsFile } from '../src/search/built-stems'
import { tokenise } from '../src/search/danish'
import { loadLexicon } from '../src/search/lexicon'
import { loadTexts } from '../src/texts'
import { schemaOf } from './data-schemas'

/**
 * Writes what a start would otherwise make of `data/` each time: every file checked and as JSON, the stems of its words, and the index
 * of care's examples.
 * @throws AppError `invalid` naming every fault of the data
 */
export function compileData(from: string, to: string): void {
  const { library } = createKnowledge(from)
  loadTexts(from)
  const words = new Map<string, string>()
  for (const name of yamlFiles(from)) {
    const read = readData(join(from, name), schemaOf(name), [])
    write(`${join(to, name)}.json`, JSON.stringify(read))
    // What people in trouble write is compared by whole words.
    if (!name.startsWith('care/')) for (const text of textsIn(read)) noteStems(text, words)
  }
  write(stemsFile(to), JSON.stringify(Object.fromEntries(words)))
  const everyday = { library, lexicon: loadLexicon(from), utterances: loadUtterances(from) }
  write(careIndexFile(to), packLikeness(makeCareIndex(from, everyday)))
}

/** By their names without the ending. */
function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replaceAll('\\', '/').replace(/\.yaml$/, ''))
    .sort()
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.entries(value).flat().flatMap(textsIn) : []
}

function noteStems(text: string, words: Map<string, string>): void {
  for (const { letters, stem } of tokenise(text)) words.set(letters, stem)
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
