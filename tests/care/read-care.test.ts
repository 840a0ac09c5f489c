import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Care } from '../../src/care/care-words'
import { knowledge, library } from '../answers/asking'

/** Messages by seven authors who saw none of each other's; `near` ones share words or mood with trouble and are none. */
interface Line {
  readonly kind: Care | 'near'
  readonly author: string
  readonly text: string
}
const lines = readFileSync(join(__dirname, 'lines.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): Line => JSON.parse(line))
const { readCare } = knowledge

const taken = (some: readonly Line[]) => some.filter(({ text }) => readCare(text) !== null)
const shareTaken = (some: readonly Line[]) => taken(some).length / some.length
const ofKind = (...kinds: Line['kind'][]) => lines.filter(({ kind }) => kinds.includes(kind))
const authors = [...new Set(lines.map(({ author }) => author))]

test('the table has what it needs: enough lines by enough authors', () => {
  expect(authors).toHaveLength(7)
  expect(ofKind('life', 'self', 'other').length).toBeGreaterThan(600)
  expect(ofKind('near').length).toBeGreaterThan(600)
})

test.each(authors)('those in trouble are found, and hardly anybody else, with the %s author', (author) => {
  const own = lines.filter((line) => line.author === author)
  const life = own.filter(({ kind }) => kind === 'life')
  expect(shareTaken(own.filter(({ kind }) => kind !== 'near'))).toBeGreaterThanOrEqual(0.89)
  expect(shareTaken(life)).toBeGreaterThanOrEqual(0.8)
  expect(shareTaken(own.filter(({ kind }) => kind === 'near'))).toBeLessThanOrEqual(0.09)
})

test('over all authors at least 97 of 100 in trouble are found, and at most 3 of 100 near ones taken', () => {
  expect(shareTaken(ofKind('life', 'self', 'other'))).toBeGreaterThanOrEqual(0.97)
  expect(shareTaken(ofKind('life'))).toBeGreaterThanOrEqual(0.97)
  expect(shareTaken(ofKind('near'))).toBeLessThanOrEqual(0.03)
})

test('what leaders tell of everyday trouble is taken in at most 1.5 of 100', () => {
  const said = library.points.flatMap(({ id }) => library.phrasingsOf(id))
  expect(said.length).toBeGreaterThan(2_000)
  expect(said.filter((text) => readCare(text) !== null).length / said.length).toBeLessThanOrEqual(0.015)
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
