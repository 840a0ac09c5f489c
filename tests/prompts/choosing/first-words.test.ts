import { firstWords } from '../../../src/prompts/choosing/first-words'

test.each([
  ['Hvad gør du nu?', 'hvad gør'],
  ['Hvad, gør du?', 'hvad gør'],
  ['”Kommunen 3.0”: Hvor?', 'kommunen 3'],
  ['Hvorfor?', 'hvorfor'],
])('“%s” begins with “%s”', (question, expected) => expect(firstWords(question)).toBe(expected))
