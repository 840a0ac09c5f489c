import fc from 'fast-check'
import { fold, lettersOf, tokenise } from '../../src/search/danish'
import { editDistance } from '../../src/search/edit-distance'
import { stem } from '../../src/search/stem'
import { anyText } from '../support/any-text'
import { cpuTime } from '../support/cpu-time'

/** Any text Teams could hand over, half characters included. */
const texts = fc.string({
  unit: fc.oneof(
    anyText(3),
    fc.constantFrom('\ud83d', '\udc00', 'æ', 'ø', 'å', 'a', 'e', 'o', 'é', 'Å', '.', '’', '7', ' ', '\n'),
  ),
})
const danishWord = fc.string({ unit: fc.constantFrom(...'abdefgiklmnoprstuvyæøå'), minLength: 1, maxLength: 14 })

describe('tokenise', () => {
  test.each<[text: string, words: string[]]>([
    ['Hvad forventes der af mig?', ['Hvad', 'forventes', 'der', 'af', 'mig']],
    ['Kommunen 3.0-sporet', ['Kommunen', '3.0', 'sporet']],
    ['følgeskab/tillid – og mod…', ['følgeskab', 'tillid', 'og', 'mod']],
    ['<b>mod</b>&nbsp;', ['b', 'mod', 'b', 'nbsp']],
    ['😀 mod 👩‍👩‍👧', ['mod']],
    ['', []],
    [' \n\t', []],
    ['?!…', []],
    ['日本語', []],
    ['se https://kommune.dk/mod/tillid og plan-mod.docx', ['se', 'og']],
    ['skriv til leder@kommune.dk nu', ['skriv', 'til', 'nu']],
  ])('takes %j apart', (text, words) => {
    expect(tokenise(text).map((token) => token.written)).toEqual(words)
  })

  test('never throws, whatever the text, and no word is empty', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { folded, stem } of tokenise(text)) {
          expect(folded).toMatch(/^[a-z0-9]+$/)
          expect(stem).not.toBe('')
        }
      }),
      { numRuns: 500 },
    )
  })

  test('reads a letter and its mark as the one letter they are', () => {
    expect(tokenise('målet'.normalize('NFD'))).toEqual(tokenise('målet'))
  })

  test('says the same of the same text', () => {
    fc.assert(fc.property(texts, (text) => expect(tokenise(text)).toEqual(tokenise(text))))
  })
})

describe('fold', () => {
  test.each([
    ['målsætning', 'maalsaetning', 'malsatning'],
    ['følgeskab', 'foelgeskab', 'folgeskab'],
    ['Sønderborg', 'Soenderborg', 'Sonderborg'],
    ['Sorø', 'Soroe', 'Soro'],
    ['økonomisk råderum', 'oekonomisk raaderum', 'okonomisk raderum'],
    ['sammenhængskraft', 'sammenhaengskraft', 'sammenhangskraft'],
    ['arbejdsmiljøet', 'arbejdsmiljoeet', 'arbejdsmiljoet'],
    ['miljøer', 'miljoeer', 'miljoer'],
    ['træer', 'traeer', 'traer'],
    ['småafgifter', 'smaaafgifter', 'smaafgifter'],
    ['idé', 'ide', 'IDE'],
  ])('lets %s, %s and %s meet', (...spellings) => {
    expect(new Set(spellings.map((spelling) => fold(spelling.replace(' ', '')))).size).toBe(1)
  })

  test('has nothing left to fold the second time', () => {
    fc.assert(
      fc.property(fc.oneof(danishWord, texts), (word) => fold(fold(word)) === fold(word)),
      { numRuns: 1000 },
    )
  })

  test('does not care for capitals', () => {
    fc.assert(fc.property(danishWord, (word) => fold(word.toUpperCase()) === fold(word)))
  })
})

describe('stem', () => {
  test.each([
    ['beslutning', 'beslutter', 'beslutningerne'],
    ['rekruttering', 'rekruttere', 'rekrutterer'],
    ['motivation', 'motivationen'],
    ['forventning', 'forventninger', 'forventningerne'],
    ['faldgrube', 'faldgruber', 'faldgruberne', 'faldgrubernes'],
    ['medarbejder', 'medarbejdere', 'medarbejderne', 'medarbejdernes'],
    ['inddrage', 'inddrager', 'inddragelse'],
    ['strategi', 'strategier', 'strategien'],
  ])('lets the forms of one word meet: %s', (...forms) => {
    expect(new Set(forms.map((form) => stem(lettersOf(form)))).size).toBe(1)
  })

  test.each([
    ['mål', 'måling'],
    ['tillid', 'tilladelse'],
    ['ansvar', 'ansætte'],
    ['vision', 'vise'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stem(lettersOf(one))).not.toBe(stem(lettersOf(other)))
  })

  test('leaves something of every word', () => {
    fc.assert(fc.property(danishWord, (word) => stem(lettersOf(word)).length > 0))
  })
})

describe('editDistance', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abcd'), maxLength: 8 })
  const limits = fc.integer({ min: 0, max: 4 })

  test.each([
    ['retning', 'retning', 2, 0],
    ['retnig', 'retning', 2, 1],
    ['medarbjeder', 'medarbejder', 2, 1],
    ['folgeskap', 'folgeskab', 2, 1],
    ['uddeligerre', 'uddelegere', 2, 2],
    ['mod', 'tillid', 2, 3],
    ['', 'ab', 2, 2],
    ['', '', 0, 0],
  ])('%s and %s, counted up to %i, are %i apart', (a, b, limit, distance) => {
    expect(Math.min(limit + 1, editDistance(a, b, limit))).toBe(distance)
  })

  test('is the same both ways', () => {
    fc.assert(
      fc.property(letters, letters, limits, (a, b, limit) => {
        expect(Math.min(limit + 1, editDistance(a, b, limit))).toBe(Math.min(limit + 1, editDistance(b, a, limit)))
      }),
    )
  })

  test('counts no further than one over the limit', () => {
    fc.assert(
      fc.property(letters, letters, limits, (a, b, limit) => editDistance(a, b, limit) <= limit + 1),
      {
        numRuns: 1000,
      },
    )
  })

  test('a limit changes nothing below it', () => {
    fc.assert(
      fc.property(letters, letters, limits, (a, b, limit) => {
        const whole = editDistance(a, b, 20)
        expect(editDistance(a, b, limit) <= limit).toBe(whole <= limit)
        if (whole <= limit) expect(editDistance(a, b, limit)).toBe(whole)
      }),
    )
  })

  test('is nothing only between a word and itself', () => {
    fc.assert(fc.property(letters, letters, (a, b) => (editDistance(a, b, 20) === 0) === (a === b)))
  })
})

test.each(['a@', '@', 'a.', 'a.pdf', 'www', 'a@a.'])('a text of nothing but “%s” is taken apart at once', (part) => {
  const began = cpuTime()
  tokenise(part.repeat(20_000))
  expect(cpuTime() - began).toBeLessThan(1000)
})
