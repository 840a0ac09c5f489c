import { loadUtterances } from '../../src/answers/reading/load-utterances'
import { type CareExample, comparedWith, loadCareExamples } from '../../src/care/care-examples'
import { loadCareWords } from '../../src/care/care-words'
import { familiarWords } from '../../src/care/familiar-words'
import { comparedWords, featuresOf } from '../../src/care/likeness-features'
import { makeLikenessIndex } from '../../src/care/likeness-index'
import { createCareReaders } from '../../src/care/read-care'
import { dataDir } from '../../src/paths'
import { library } from '../answers/asking'
import { knowledge } from '../support/kept'

const { readCare } = knowledge
const examples = loadCareExamples(dataDir)
/** Of those who imagined people in trouble; the last is nobody's trouble. */
const authors = [...new Set(examples.map(({ author }) => author))].filter((author) => author !== 'everyday')
const everyday = [
  ...library.points.flatMap(({ id }) => library.phrasingsOf(id)),
  ...loadUtterances(dataDir).map(({ line }) => line),
]

const shareTaken = (some: readonly CareExample[]) =>
  some.filter(({ text }) => readCare(text) !== null).length / some.length
const ofKind = (some: readonly CareExample[], ...kinds: CareExample['kind'][]) =>
  some.filter(({ kind }) => kinds.includes(kind))

test('there are examples enough, by authors enough', () => {
  expect(authors.length).toBeGreaterThanOrEqual(8)
  expect(ofKind(examples, 'life', 'self', 'other').length).toBeGreaterThan(1_000)
  expect(ofKind(examples, 'near').length).toBeGreaterThan(1_000)
})

const words = loadCareWords(dataDir)
const familiar = [...familiarWords(library)]

const found = new Map<string, Int32Array>()
/** The same as an index finds by itself, once for the indices of all authors. */
function featuresIn(text: string): Int32Array {
  const known = found.get(text) ?? Int32Array.from(featuresOf(comparedWords(text)))
  found.set(text, known)
  return known
}

/** What leaders tell on ordinary days, to stand around a line. */
const told = everyday.filter((line) => line.split(' ').length >= 6)
const toldAt = (at: number) => told[at % told.length] ?? ''
/** In the middle of a story, or dictated: then nothing says where a sentence ends. */
function amongOther(text: string, at: number): string {
  const story = `${toldAt(7 * at)}. ${toldAt(7 * at + 3)}. ${text}. ${toldAt(7 * at + 5)}.`
  return at % 2 === 0 ? story : story.replace(/[.,!?]/g, ' ')
}

/** Each author's messages, and which of them are taken by what the others wrote: by themselves, and every fourth among other things. */
const byOthers = authors.map((author) => {
  const { readCare: read } = createCareReaders({
    words,
    familiar: () => familiar,
    index: () =>
      makeLikenessIndex(
        comparedWith(
          examples.filter((example) => example.author !== author),
          everyday,
        ),
        featuresIn,
      ),
    own: () => [],
  })
  const own = examples.filter((example) => example.author === author)
  const some = own.filter((_, at) => at % 4 === 0)
  const isTaken = ({ text }: CareExample) => read(text) !== null
  return {
    alone: { of: own, taken: new Set(own.filter(isTaken)) },
    among: { of: some, taken: new Set(some.filter(({ text }, at) => read(amongOther(text, at)) !== null)) },
  }
})
/** Over the authors who imagined any of these, each counting the same. */
function meanOver(where: 'alone' | 'among', ...kinds: CareExample['kind'][]): number {
  const shares = byOthers.flatMap(({ [where]: { of, taken } }) => {
    const some = ofKind(of, ...kinds)
    return some.length === 0 ? [] : [some.filter((example) => taken.has(example)).length / some.length]
  })
  return shares.reduce((sum, share) => sum + share, 0) / shares.length
}

test('whoever is in trouble is found by what others wrote, and hardly anybody else', () => {
  expect(meanOver('alone', 'life', 'self', 'other')).toBeGreaterThanOrEqual(0.9)
  expect(meanOver('alone', 'life')).toBeGreaterThanOrEqual(0.89)
  expect(meanOver('alone', 'near')).toBeLessThanOrEqual(0.067)
})

test('whoever is in trouble is found among what else they tell, however it is written', () => {
  expect(meanOver('among', 'life')).toBeGreaterThanOrEqual(0.81)
  expect(meanOver('among', 'life', 'self', 'other')).toBeGreaterThanOrEqual(0.82)
  expect(meanOver('among', 'near')).toBeLessThanOrEqual(0.065)
})

test('what has been written once is found', () => {
  expect(shareTaken(ofKind(examples, 'life', 'self', 'other'))).toBeGreaterThanOrEqual(0.98)
  expect(shareTaken(ofKind(examples, 'near'))).toBeLessThanOrEqual(0.01)
})

test('what leaders tell of everyday trouble is taken in at most 1.5 of 100', () => {
  const said = library.points.flatMap(({ id }) => library.phrasingsOf(id))
  expect(said.length).toBeGreaterThan(2_000)
  expect(said.filter((text) => readCare(text) !== null).length / said.length).toBeLessThanOrEqual(0.015)
})

test('stories of five everyday troubles are taken in at most 3 of 100', () => {
  const stories = Array.from({ length: 300 }, (_, at) =>
    Array.from({ length: 5 }, (__, line) => toldAt(37 * at + 211 * line)).join('. '),
  )
  expect(stories.filter((text) => readCare(text) !== null).length / stories.length).toBeLessThanOrEqual(0.03)
})

test('nothing that the bot itself says is taken, since its buttons ask it', () => {
  const points = library.points.flatMap(({ text, signs = [] }) => [text, ...signs])
  const prompts = library.prompts.flatMap(({ text, en }) => [text, en])
  expect([...points, ...prompts].filter((text) => readCare(text) !== null)).toEqual([])
})

test.each([
  ['Jeg overvejer at tage mit eget liv', 'life'],
  ['jeg overveijer selmord', 'life'],
  ['JEG VIL IKKE LEVE MEEEERE', 'life'],
  ['jeg kan ikk traekke vejret og mit bryst goer ondt ud i armen', 'life'],
  ['i dont want to be alive anymore', 'life'],
  ['min kone siger hun vil dø', 'other'],
  ['en af mine medarbejdere har fortalt at hun vil tage livet af sig', 'other'],
  ['jeg bliver chikaneret seksuelt af min direktør', 'self'],
  ['jeg kan ikke mere', 'self'],
  ['en af mine medarbejdere er død i nat', 'other'],
  ['jeg dør af grin', null],
  [
    'Vi har haft travlt med den nye struktur, og jeg har brugt mest tid på at tale med afdelingslederne om budgettet. Om aftenen tænker jeg på at tage mit eget liv. På fredag skal vi så følge op på planen for næste år.',
    'life',
  ],
  ['serveren er gået ned', null],
  ['teamet er træt af forandringer', null],
  ['en medarbejder er sygemeldt med stress', null],
  ['hvad siger grundlaget om mobning og vold?', null],
  ['', null],
  ['?!', null],
] as const)('%s: %s', (text, care) => {
  expect(readCare(text)).toBe(care)
})

test('a text of any length is read in bounded time, and its end beyond 10,000 characters not at all', () => {
  const long = 'han truer mig og jeg kan ikke holde det ud '.repeat(20_000)
  const before = process.cpuUsage()
  readCare(long)
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(500)
  expect(readCare(`${'budget '.repeat(2_000)} jeg vil ikke leve mere`)).toBeNull()
})
