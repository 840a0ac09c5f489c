import fc from 'fast-check'
import { tokenise } from '../../src/search/danish'
import { createPhraseBook } from '../../src/search/phrases'

const book = createPhraseBook(
  ['leder', 'leder af ledere', 'leder af medarbejdere', 'chef', 'af'].map(
    (phrase) => [tokenise(phrase), phrase] as const,
  ),
)
const findIn = (text: string) => book.find(tokenise(text)).map(({ value, from, to }) => [value, from, to])

test('takes the longest phrase, from left to right, without overlaps', () => {
  expect(findIn('en leder af ledere og en chef')).toEqual([
    ['leder af ledere', 1, 4],
    ['chef', 6, 7],
  ])
})

test('falls back on the shorter phrase where the longer breaks off', () => {
  expect(findIn('leder af huset')).toEqual([
    ['leder', 0, 1],
    ['af', 1, 2],
  ])
})

test('knows a phrase in other inflections and spellings', () => {
  expect(findIn('Lederne af medarbejderne')).toEqual([['leder af medarbejdere', 0, 3]])
})

test('findAll gives what overlaps too', () => {
  const found = book.findAll(tokenise('leder af ledere')).map(({ value, from }) => `${from} ${value}`)
  expect(found).toEqual(['0 leder', '0 leder af ledere', '1 af', '2 leder'])
})

test('gives every meaning of a phrase, each once', () => {
  const phrase = tokenise('leder')
  const meanings = createPhraseBook([
    [phrase, 'a'],
    [phrase, 'b'],
    [phrase, 'a'],
  ] as const)
  expect(meanings.find(phrase).map(({ value }) => value)).toEqual(['a', 'b'])
})

test('an empty phrase is never found, nor anything in an empty text', () => {
  expect(createPhraseBook([[[], 'nothing']] as const).find(tokenise('leder'))).toEqual([])
  expect(book.find([])).toEqual([])
})

test('matches lie inside the text, in order, and do not overlap', () => {
  const word = fc.constantFrom('leder', 'af', 'ledere', 'medarbejdere', 'chef', 'hus')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const tokens = tokenise(words.join(' '))
      let end = 0
      for (const { from, to } of book.find(tokens)) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeGreaterThan(from)
        end = to
      }
      expect(end).toBeLessThanOrEqual(tokens.length)
    }),
  )
})
