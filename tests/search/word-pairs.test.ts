import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { tokenise } from '../../src/search/danish'
import {
  createStanding,
  type Evidence,
  isAtLeast,
  rankByConcept,
  seek,
  type Trait,
} from '../../src/search/rank-by-concept'
import type { Term } from '../../src/search/term'
import type { Concept } from '../../src/search/vocabulary'
import { weights } from '../../src/search/weights'
import { knowledge } from '../support/kept'

type Way = 'meet' | 'typed' | 'synonyms' | 'apart' | 'one-way'
const table = parse(readFileSync(join(__dirname, 'word-pairs.yaml'), 'utf8')) as Record<Way, string[]>
const { vocabulary } = knowledge
const traits: Record<Term['as'], Trait> = {
  word: { boost: 1, proves: 'own' },
  kin: { boost: 0.9, proves: 'synonym' },
  part: { boost: 0.35, proves: 'related' },
  function: { boost: 0, proves: 'none' },
}

/** How a text that says only this speaks of what is asked. */
function speaks(asked: string, said: string, change = (concept: Concept) => concept): Evidence {
  const concepts = vocabulary.concepts(vocabulary.correct(tokenise(asked)), new Set()).map(change)
  const { standing, add } = createStanding()
  for (const { stem, as } of vocabulary.terms(said)) add(stem, traits[as], as === 'word')
  const rarity = (term: string) => (standing.has(term) ? 1 : undefined)
  return rankByConcept(
    concepts.map((concept) => seek(concept, rarity, 1)),
    standing,
  ).evidence
}

/** By the words themselves, without what the lexicon says of them. */
function bare(concept: Concept): Concept {
  const terms = new Map([...concept.terms].filter(([stem]) => concept.own.includes(stem)))
  return { ...concept, terms, phrases: concept.phrases.filter(({ weight }) => weight > weights.synonym) }
}

const pairs = (way: Way) =>
  table[way].flatMap((line) => {
    const [first = '', ...others] = line.split(' ').map((words) => words.replaceAll('%', ' '))
    return others.map((other) => [first, other] as const)
  })

test('the table is as long as everyday Danish asks for', () => {
  expect(pairs('meet').length).toBeGreaterThan(250)
  expect(pairs('apart').length + pairs('one-way').length).toBeGreaterThan(100)
})

test.each(pairs('meet'))('whoever asks for %s is shown %s', (one, other) => {
  expect(isAtLeast(speaks(one, other, bare), 'synonym')).toBe(true)
})

test.each(pairs('typed'))('%s is found by whoever types %s', (one, other) => {
  expect(speaks(other, one, bare)).toBe('own')
})

test.each(pairs('synonyms'))('%s is another word for %s', (one, other) => {
  expect(isAtLeast(speaks(one, other), 'synonym')).toBe(true)
})

test.each([...pairs('apart'), ...pairs('one-way')])('whoever asks for %s is not shown %s', (one, other) => {
  expect(isAtLeast(speaks(one, other, bare), 'synonym')).toBe(false)
})
