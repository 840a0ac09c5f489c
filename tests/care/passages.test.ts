import fc from 'fast-check'
import { passagesOf } from '../../src/care/passages'

test('short sentences stand together, and each is in a passage with its neighbours', () => {
  const short = 'Vi har travlt. Det går nok! Hvad siger I om tillid?'
  expect(passagesOf(short)).toEqual([short])
  expect(passagesOf('a b c d e f g h i j. k l m n o p q. r s t u v w x y z.')).toEqual([
    'a b c d e f g h i j. k l m n o p q.',
    'k l m n o p q. r s t u v w x y z.',
  ])
})

test('what is dictated without an end is cut into pieces that overlap by half', () => {
  const words = Array.from({ length: 45 }, (_, at) => `w${at}`)
  const pieces = passagesOf(words.join(' ')).map((piece) => piece.split(' '))
  expect(pieces.map(([first]) => first)).toEqual(['w0', 'w10', 'w20', 'w30'])
  expect(pieces.map(({ length }) => length)).toEqual([20, 20, 20, 15])
})

test('whatever is written, every word stands in a passage of at most twenty', () => {
  const word = fc.constantFrom('jeg', 'kan', 'ikke', 'mere.', 'nu?', 'og\n', 'så…', '–')
  fc.assert(
    fc.property(fc.array(word, { maxLength: 120 }), (words) => {
      const text = words.join(' ')
      const passages = passagesOf(text).map((passage) => passage.split(' '))
      expect(passages.filter(({ length }) => length > 20)).toEqual([])
      expect(new Set(passages.flat())).toEqual(new Set(text.split(/\s+/).filter((each) => each !== '')))
    }),
  )
})

test('of a text without end no more is read than of any other', () => {
  expect(passagesOf('hej '.repeat(100_000)).length).toBeLessThan(300)
  expect(passagesOf('. '.repeat(100_000)).length).toBeLessThan(1_300)
  expect(passagesOf('')).toEqual([])
})
