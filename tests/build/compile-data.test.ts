import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileData } from '../../build/compile-data'
import { builtCareIndex, makeCareIndex } from '../../src/answers/care-index'
import { createKnowledge } from '../../src/answers/knowledge'
import { loadUtterances } from '../../src/answers/reading/load-utterances'
import { loadCareWords } from '../../src/care/care-words'
import { packLikeness } from '../../src/care/packed-likeness'
import { readBuiltWords } from '../../src/search/built-words'
import { loadLexicon } from '../../src/search/lexicon'
import { stem, takeOverStems } from '../../src/search/stem'
import { loadTexts } from '../../src/texts'
import { knowledge as built } from '../support/kept'
import { dataDir as compiled, writtenData } from '../support/paths'

const folder = mkdtempSync(join(tmpdir(), 'pejling-compiled-'))
afterAll(() => rmSync(folder, { recursive: true }))

const written = createKnowledge(writtenData)
// What the build found of words is taken over by the whole process; each test says whose it wants.
beforeEach(() => takeOverStems({}))

test('nothing is left as YAML, and what is read is the same', () => {
  const files = readdirSync(compiled, { recursive: true, encoding: 'utf8' })
  expect(files.filter((name) => name.endsWith('.yaml'))).toEqual([])
  expect(built.library.frameworks).toEqual(written.library.frameworks)
  expect(built.library.prompts).toEqual(written.library.prompts)
  const phrasings = ({ library }: typeof written) => library.points.map(({ id }) => library.phrasingsOf(id))
  expect(phrasings(built)).toEqual(phrasings(written))
  expect(loadLexicon(compiled)).toEqual(loadLexicon(writtenData))
  expect(loadUtterances(compiled)).toEqual(loadUtterances(writtenData))
  expect(loadCareWords(compiled)).toEqual(loadCareWords(writtenData))
  expect(loadTexts(compiled)('da', 'error.internal', { reference: 'ABC' })).toBe(
    loadTexts(writtenData)('da', 'error.internal', { reference: 'ABC' }),
  )
})

test('the stems and terms that the build found are those that would be found', () => {
  const { stems, terms, contents } = readBuiltWords(compiled)
  expect(Object.keys(contents).length).toBeGreaterThan(1_000)
  expect(
    Object.fromEntries(Object.keys(contents).map((phrase) => [phrase, written.vocabulary.content(phrase)])),
  ).toEqual(contents)
  expect(Object.keys(stems).length).toBeGreaterThan(5_000)
  expect(Object.entries(stems).filter(([word, found]) => found !== stem(word))).toEqual([])
  expect(Object.keys(terms).length).toBeGreaterThan(500)
  expect(Object.fromEntries(Object.keys(terms).map((text) => [text, written.vocabulary.terms(text)]))).toEqual(terms)
  const said = readBuiltWords(compiled).phrasings()
  expect(Object.keys(said).length).toBeGreaterThan(2_000)
  const unlike = Object.entries(said).filter(([line, found]) => found !== written.vocabulary.stems(line).join(' '))
  expect(unlike).toEqual([])
  takeOverStems(stems)
  expect(stem('constructor')).toBe('constructor')
})

test('the index of care is kept to the last number', () => {
  const sources = {
    library: written.library,
    lexicon: loadLexicon(writtenData),
    utterances: loadUtterances(writtenData),
  }
  expect(builtCareIndex(writtenData)).toBeUndefined()
  const kept = builtCareIndex(compiled)
  const packed = packLikeness(makeCareIndex(writtenData, sources))
  expect(kept && Buffer.from(packLikeness(kept)).equals(packed)).toBe(true)
  const texts = ['jeg kan ikke mere', 'jeg vil ikke leve mere', 'hvordan giver jeg feedback?', 'min chef råber ad mig']
  for (const text of texts) {
    expect(built.readCare(text)).toBe(written.readCare(text))
    expect(built.readUnease(text)).toBe(written.readUnease(text))
  }
})

test('questions are answered alike', () => {
  const ask = (knowledge: typeof written, text: string) => {
    const interpreted = knowledge.interpret(text, { home: 'skanderborg' })
    const concepts = interpreted.kind === 'question' ? interpreted.question.concepts : []
    const hits = knowledge.index.search(concepts, { limit: 5, everyday: 'told' })
    return [interpreted, hits.map(({ point, score }) => [point.id, score])]
  }
  for (const text of [
    'hvad siger I om tillid?',
    'mine folk kommer for sent hver dag',
    'faldgruber for en kontraktholder',
  ])
    expect(ask(built, text)).toEqual(ask(written, text))
})

test('a fault in the data stops the build and is named, and so does a file that nobody reads', () => {
  const source = join(folder, 'source')
  cpSync(writtenData, source, { recursive: true })
  mkdirSync(join(source, 'surplus'))
  writeFileSync(join(source, 'surplus', 'new.yaml'), 'a: 1\n')
  expect(() => compileData(source, join(folder, 'none'))).toThrow('data/surplus/new.yaml is read by nobody')
  writeFileSync(join(source, 'utterances', 'help.yaml'), '- [\n')
  expect(() => compileData(source, join(folder, 'none'))).toThrow(/utterances\/help\.yaml: line/)
})
