import fc from 'fast-check'
import { createSplitter } from '../../src/search/compounds'
import { lettersOf } from '../../src/search/danish'
import { stem } from '../../src/search/stem'
import { cpuTime } from '../support/cpu-time'

const words = [
  'medarbejder',
  'arbejder',
  'med',
  'udvikling',
  'mål',
  'opfyldelse',
  'sætning',
  'målsætning',
  'arbejde',
  'barn',
  'børn',
  'have',
  'leder',
  'kerne',
  'opgave',
  'sag',
  'behandling',
]
const split = createSplitter(words.map(lettersOf))
const partsOf = (word: string) => split(lettersOf(word))
const stemsOf = (...parts: string[]) => parts.map((part) => stem(lettersOf(part)))

test.each<[word: string, parts: string[], why: string]>([
  ['medarbejderudvikling', ['medarbejder', 'udvikling'], 'the fewest parts, not med|arbejder|udvikling'],
  ['målopfyldelse', ['mål', 'opfyldelse'], 'no link'],
  ['maalopfyldelse', ['mål', 'opfyldelse'], 'spelt without å'],
  ['målsætningsarbejde', ['målsætning', 'arbejde'], '-s- between, and the longest first part'],
  ['børnehave', ['børn', 'have'], '-e- between'],
  ['børnehaveleder', ['børn', 'have', 'leder'], 'three parts'],
  ['kerneopgaverne', ['kerne', 'opgave'], 'the last part is inflected'],
  ['medarbejderudviklingsopgavebehandling', ['medarbejder', 'udvikling', 'opgave', 'behandling'], 'four parts'],
])('splits %s into %j (%s)', (word, parts) => {
  expect(partsOf(word)).toEqual(stemsOf(...parts))
})

test.each(['udvikling', 'målmand', 'xyzopgave', 'opgavexyz', 'målmål', 'sag', ''])('leaves %s whole', (word) => {
  expect(partsOf(word)).toEqual([])
})

test('gives only stems of known words, at most four, and the same each time', () => {
  const known = new Set(words.map((word) => stem(lettersOf(word))))
  const built = fc
    .array(fc.constantFrom(...words, 's', 'e', 'x'), { minLength: 1, maxLength: 6 })
    .map((all) => lettersOf(all.join('')))
  fc.assert(
    fc.property(built, (word) => {
      const parts = split(word)
      expect(parts.length === 0 || (parts.length >= 2 && parts.length <= 4)).toBe(true)
      for (const part of parts) expect(known).toContain(part)
      expect(createSplitter(words.map(lettersOf))(word)).toEqual(parts)
    }),
  )
})

test('two known words put together are always taken apart', () => {
  const long = fc.constantFrom(...words.map(lettersOf).filter((word) => word.length >= 4))
  fc.assert(
    fc.property(long, fc.constantFrom('', 's', 'e'), long, (head, link, tail) => split(head + link + tail).length >= 2),
  )
})

test('a word as long as a question may be is looked at in no time', () => {
  const started = cpuTime()
  expect(split('medarbejder'.repeat(90))).toEqual([])
  expect(cpuTime() - started).toBeLessThan(200)
})
