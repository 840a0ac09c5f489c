import { excerptOf } from '../../../src/journal/reading/excerpt'
import type { JournalEntry } from '../../../src/journal/reading/journal-entry'
import { searchJournal } from '../../../src/journal/reading/journal-search'
import { cpuTime } from '../../support/cpu-time'
import { knowledge } from '../../support/kept'

const { vocabulary } = knowledge

function entry(id: string, text: string, more: Partial<JournalEntry> = {}): JournalEntry {
  const at = `2026-01-${String(Number(id.replace(/\D/g, '')) + 10)}T08:00:00.000Z`
  return { id, place: null, question: '', statementIds: [], text, at, ...more }
}

const entries = [
  entry('e1', 'Jeg uddelegerede budgettet til Mette og greb ikke ind undervejs.'),
  entry('e2', 'Medarbejdersamtalerne tog mere tid, end jeg havde troet.'),
  entry('e3', 'Vi holdt sommerfest, og stemningen var god.'),
  entry('e4', 'Jeg lovede opbakning til de nye og gav plads til deres idéer.', {
    question: 'Hvordan viser du tillid?',
  }),
  entry('e5', 'De viste mig tiltro, og det kunne jeg mærke.'),
  entry('e6', 'Fik sagt tak til nattevagten. De havde ikke haft besøg længe.'),
  entry('e7', 'Ledergruppen blev enig om fælles mål for sygefraværet.'),
  entry('e8', 'I wrote down what delegation means to me.'),
  entry('e9', 'Det var en svær samtale med en medarbejder, men jeg blev i den.'),
]

const none = () => ({ area: '', points: [] })
const everything = { from: 0, count: 1000 }
const find = (words: string, among = entries) =>
  searchJournal(vocabulary, among, words, none, everything).hits.map((hit) => hit.entry.id)

// What was asked -> what must be found, the best first; what may come after it is not said.
test.each<[string, string[], string]>([
  ['delegering', ['e8', 'e1'], 'an inflection of the same word, then as part of a compound'],
  ['uddelegering', ['e8', 'e1'], 'a noun made of the verb'],
  ['at uddelegere', ['e8', 'e1'], 'function words do not count'],
  ['delegring', ['e8', 'e1'], 'a slip in the question'],
  ['medarbejdersamtaler', ['e2', 'e9'], 'the compound first, then its parts'],
  ['samtale', ['e9', 'e2'], 'the word itself before a compound with it'],
  ['sommerfesten', ['e3'], 'a word that only the leader uses'],
  ['sommmerfest', ['e3'], 'a slip in such a word'],
  ['fest', ['e3'], 'a part of such a word'],
  ['nattevagter', ['e6'], 'an inflection of such a word'],
  ['tillid', ['e5'], 'a synonym in the text'],
  ['trust', ['e5'], 'the same asked in English'],
  ['sygefravær', ['e7'], 'without its ending'],
  ['delegation', ['e8', 'e1'], 'the same word in either language'],
])('“%s” finds %j: %s', (words, expected) => {
  expect(find(words).slice(0, expected.length)).toEqual(expected)
})

test('what was written counts before what was asked about', () => {
  expect(find('tillid')).toEqual(['e5', 'e4'])
})

test.each(['', '   ', '???', 'kvantecomputer', 'og at det', 'xyzzy'])('“%s” finds nothing', (words) => {
  expect(find(words)).toEqual([])
})

test('what speaks of both things comes before what speaks of one', () => {
  const two = [
    entry('e1', 'Feedback fik vi talt om.'),
    entry('e2', 'Jeg gav feedback på mødet om budgettet.'),
    entry('e3', 'Budgettet var stramt.'),
  ]
  expect(find('feedback om budgettet', two)[0]).toBe('e2')
})

test('among equals the newest comes first', () => {
  const same = [entry('e1', 'Noget om feedback.'), entry('e3', 'Noget om feedback.'), entry('e2', 'Noget om feedback.')]
  expect(find('feedback', same)).toEqual(['e3', 'e2', 'e1'])
})

test('the area and the points count too, after the text', () => {
  const around = ({ id }: JournalEntry) =>
    id === 'e2' ? { area: 'Faglig ledelse', points: ['Du giver feedback'] } : none()
  const two = [entry('e1', 'Feedback gav jeg.'), entry('e2', 'Det gik fint.')]
  const found = searchJournal(vocabulary, two, 'feedback', around, everything).hits
  expect(found.map((hit) => [hit.entry.id, hit.marks.length])).toEqual([
    ['e1', 1],
    ['e2', 0],
  ])
})

test('marks stand where the words are, and an excerpt shows them', () => {
  const long = entry(
    'e1',
    `${'Noget helt andet fyldte dagen. '.repeat(30)}Så uddelegerede jeg det hele. ${'Og mere. '.repeat(60)}`,
  )
  const [hit] = searchJournal(vocabulary, [long], 'delegering', none, everything).hits
  const runs = excerptOf(long.text, hit?.marks ?? [])
  expect(runs.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['uddelegerede'])
  const all = runs.map(({ text }) => text).join('')
  expect(all.length).toBeLessThan(280)
  expect(all).toMatch(/^… .*andet fyldte dagen\. Så uddelegerede jeg det hele\. .* …$/)
})

test.each([
  ['a short text stands whole', 'Kort og godt.', [], 'Kort og godt.'],
  ['line breaks become blanks', 'En linje\r\n\r\nto linjer', [], 'En linje to linjer'],
  ['nothing', '', [], ''],
])('an excerpt: %s', (_what, text, marks, expected) => {
  expect(
    excerptOf(text, marks)
      .map((run) => run.text)
      .join(''),
  ).toBe(expected)
})

test('a text without blanks is cut all the same', () => {
  const runs = excerptOf('x'.repeat(2000), [{ from: 1000, to: 1010 }])
  expect(runs.map(({ text }) => text).join('').length).toBeLessThan(300)
  expect(runs.some(({ isHit }) => isHit)).toBe(true)
})

test('a slice of what is found is shown, and how many there are in all', () => {
  const many = Array.from({ length: 9 }, (_, i) => entry(`e${i}`, 'Noget om feedback.'))
  const { total, hits } = searchJournal(vocabulary, many, 'feedback', none, { from: 2, count: 3 })
  expect([total, hits.map((hit) => hit.entry.id)]).toEqual([9, ['e6', 'e5', 'e4']])
})

test('five hundred of the longest reflections are searched well within a turn', () => {
  const words = entries.map(({ text }) => text)
  const many = Array.from({ length: 500 }, (_, i) =>
    entry(
      `e${i % 15}`,
      Array.from({ length: 30 }, (_, j) => `${words[(i * 7 + j * 3) % words.length]} ord${(i * 31 + j * 7) % 4000}`)
        .join(' ')
        .slice(0, 2000),
      { id: `m${i}` },
    ),
  )
  const start = cpuTime()
  const { total } = searchJournal(vocabulary, many, 'delegering og sommmerfest', none, { from: 0, count: 6 })
  const ms = cpuTime() - start
  process.stdout.write(
    `500 reflections of 2,000 characters searched with ${Math.round(ms)} ms of computing (a turn has 15,000)\n`,
  )
  expect(total).toBeGreaterThan(100)
  expect(ms).toBeLessThan(5_000)
})
