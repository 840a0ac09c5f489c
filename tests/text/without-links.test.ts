import { withoutLinks } from '../../src/text/without-links'
import { cpuTime } from '../support/cpu-time'

test.each([
  ['hvad siger grundlaget om tillid? https://www.odder.dk/ledelse', 'hvad siger grundlaget om tillid? '],
  ['se www.skanderborg.dk, hvad siger de om mod?', 'se  hvad siger de om mod?'],
  ['(https://odder.dk/a?b=c) om feedback', ' om feedback'],
  ['[Ledelsesgrundlag](https://odder.dk) om feedback', '[Ledelsesgrundlag] om feedback'],
  ['odder.dk/ledelse om feedback', ' om feedback'],
  ['skriv til mette@odder.dk om feedback', 'skriv til  om feedback'],
])('“%s”', (text, left) => {
  expect(withoutLinks(text)).toBe(left)
})

test.each([
  'hvad forventes der i Odder.',
  'kl. 9.30 om tirsdagen, dvs. hver uge',
  'jeg er leder af it/digitalisering',
  'fx mod, tillid og/eller følgeskab',
  'hvad er 2.0? og @Mette',
])('“%s” stays as it is', (text) => {
  expect(withoutLinks(text)).toBe(text)
})

test('is linear in a text without blanks', () => {
  for (const part of ['a@', 'a.', 'www', '](http:', '-', '-a', 'a-.', '.dk-', 'a@.aa']) {
    const began = cpuTime()
    withoutLinks(part.repeat(100_000))
    expect(cpuTime() - began).toBeLessThan(500)
  }
})
