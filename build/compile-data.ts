import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { careIndexFile, makeCareIndex } from '../src/answers/care-index'
import { createKnowledge } from '../src/answers/knowledge'
import { lineIndexFile, makeLineIndex } from '../src/answers/reading/line-index'
import { loadUtterances } from '../src/answers/reading/load-utterances'
import { packLikeness } from '../src/care/packed-likeness'
import { readData } from '../src/files/data-file'
import type { Library } from '../src/framework/library'
import { builtPhrasingsFile, builtWordsFile, type WordsFile } from '../src/search/built-words'
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
  const { library, vocabulary } = createKnowledge(from)
  loadTexts(from)
  const stems = new Map<string, string>()
  for (const name of yamlFiles(from)) {
    const read = readData(join(from, name), schemaOf(name), [])
    write(`${join(to, name)}.json`, JSON.stringify(read))
    // What people in trouble write is compared by whole words.
    if (!name.startsWith('care/')) for (const text of textsIn(read)) noteStems(text, stems)
  }
  const terms = [...pointTexts(library)].map((text) => [text, vocabulary.terms(text)] as const)
  const lexicon = loadLexicon(from)
  const phrases = lexicon.topics.flatMap(({ words, en, related }) => [...words, ...en, ...related])
  const contents = phrases.map((phrase) => [phrase, vocabulary.content(phrase)] as const)
  const built: WordsFile = {
    stems: Object.fromEntries(stems),
    terms: Object.fromEntries(terms),
    contents: Object.fromEntries(contents),
  }
  write(builtWordsFile(to), JSON.stringify(built))
  const said = library.points.flatMap(({ id }) => library.phrasingsOf(id))
  const phrasings = said.map((line) => [line, vocabulary.stems(line).join(' ')] as const)
  write(builtPhrasingsFile(to), JSON.stringify(Object.fromEntries(phrasings)))
  const utterances = loadUtterances(from)
  const lines = { utterances, asked: loadUtterances(from, 'asked') }
  write(lineIndexFile(to), JSON.stringify(makeLineIndex(lines)))
  const everyday = { library, lexicon, utterances }
  write(careIndexFile(to), packLikeness(makeCareIndex(from, everyday)))
}

/** By their names without the ending. */
function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replaceAll('\\', '/').replace(/\.yaml$/, ''))
    .sort()
}

/** What the indices of points are made of. */
function pointTexts({ points, areaTitle }: Library): Set<string> {
  return new Set(
    points.flatMap(({ framework, area, text, signs = [] }) => [text, signs.join(' '), areaTitle(framework, area)]),
  )
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.entries(value).flat().flatMap(textsIn) : []
}

function noteStems(text: string, stems: Map<string, string>): void {
  for (const { letters, stem } of tokenise(text)) stems.set(letters, stem)
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
