import { makeCountedIndex } from '../../../src/answers/reading/counted-index'
import { createCountedKinds } from '../../../src/answers/reading/counted-kinds'
import { read, understand } from '../asking'

const lines = [
  { kind: 'list', line: 'hvad forventes der af ROLLE' },
  { kind: 'list', line: 'forventninger til ROLLEn' },
  { kind: 'topic', line: 'står der noget om EMNE' },
  { kind: 'topic', line: 'noget om EMNE' },
]
const counted = createCountedKinds(makeCountedIndex(lines))

test('words that stand in lines of one kind are counted to ask for it, inflected and in any order', () => {
  const shares = counted.sharesOf(['forventningerne', 'til', 'en', 'ROLLE'])
  expect(shares.get('list')).toBeGreaterThan(0.8)
  expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1)
})

test('words that no line has tell nothing', () => {
  expect(counted.sharesOf(['zebra', 'paraply'])).toEqual(counted.sharesOf([]))
})

test('a word is counted once in each line that holds it', () => {
  expect(counted.linesWith('forventes', 'list')).toBe(1)
  expect(counted.linesWith('noget', 'topic')).toBe(2)
  expect(counted.linesWith('noget', 'list')).toBe(0)
})

const asLeader = { framework: 'skanderborg', role: 'kontraktholder' }

test.each([
  'gi mæ lig hiele balladen om hva en leder skal',
  'hvad er det nu de vil have at jeg goer',
  'hvd skal jeg leverer som driftsleder',
  'Hvad må en medarbejder forvente af sin leder?',
  'vil bare gerne vide hvad jeg har sagt ja til',
  'hvad forestiller kommunen sig egentlig at jeg laver hele dagen som leder',
  'Could you run through everything on a team leader in Skanderborg?',
  'What will I be held to as head of department in Sønderborg?',
])('a list is asked for in any words: %s', (text) => {
  expect(understand(text, asLeader).operation).toBe('list')
})

test.each([
  'hvilke krav er der til mig om robotter',
  'hvad forventes der af mig i forhold til økonomi',
  'hvad skal en kontraktholder gøre for trivslen',
  'hvad forventes der af mig når det gælder klimaet',
  'feedback, hvor meget af den slags hænger på mig?',
])('what is asked about is kept where a list of it is asked for: %s', (text) => {
  expect(understand(text, asLeader)).toMatchObject({ operation: 'find', told: false })
})

test.each([
  'to af mine folk snakker ikke sammen mere',
  'hvad gør man når to medarbejdere ikke kan sammen?',
  'jeg siger ja til alt og så når jeg ikke noget',
])('trouble is told in any words: %s', (text) => {
  expect(understand(text, asLeader).told).toBe(true)
})

test.each([
  'jeg leder efter det sted hvor de skriver om faglighed',
  'Som tillidsrepræsentant vil jeg gerne kunne henvise til, hvad en kontraktholder er forpligtet til.',
  'står der noget om hvad jeg skal have på af tøj',
])('who asks for what the document says tells of no trouble: %s', (text) => {
  expect(understand(text, asLeader).told).toBe(false)
})

test.each([
  'hvad er der til forskel på mig og så min leder',
  'er der forskel på det jeg skal og det min chef skal',
  "how's my role different from my boss's?",
])('who asks is compared with their own leader: %s', (text) => {
  const { operation, roles } = understand(text, { framework: 'sonderborg', role: 'leder-af-medarbejdere' })
  expect([operation, roles.length]).toEqual(['compare', 2])
})

test.each([
  'har lige skiftet fra leder af medarbejdere til leder af ledere, er der noget jeg skal holde op med',
  'Jeg søger et job som leder af ledere. Hvad skal jeg kunne, som jeg ikke skal kunne nu?',
])('what changes is all of it, what is left behind too: %s', (text) => {
  const { operation, kinds } = understand(text, { framework: 'sonderborg', role: 'leder-af-medarbejdere' })
  expect([operation, kinds]).toEqual(['change', []])
})

test.each([
  ['kan mine svar ses af andre', 'about-privacy'],
  ['Bliver det, jeg skriver, registreret nogen steder?', 'about-privacy'],
  ['går det her videre til min chef', 'about-privacy'],
])('Pejling is asked about in any words: %s', (text, about) => {
  expect(read(text)).toMatchObject({ kind: 'talk', about })
})

test.each([
  'kan jeg stole på mine medarbejdere',
  'hvem kan jeg snakke med om trivsel',
  'kan du hjælpe mig med en konflikt',
])('is not asked of Pejling, nor outside its field: %s', (text) => {
  expect(read(text).kind).toBe('question')
})
