import fc from 'fast-check'
import { dataDir } from '../../src/paths'
import { fold, tokenise } from '../../src/search/danish'
import { loadLexicon } from '../../src/search/lexicon'
import { anyText } from '../support/any-text'
import { knowledge } from '../support/kept'

const { library, vocabulary } = knowledge
const lexicon = loadLexicon(dataDir)
const stemOf = (word: string) => tokenise(word)[0]?.stem ?? ''
const corrected = (text: string) => vocabulary.correct(tokenise(text)).map((token) => token.stem)
const conceptsOf = (text: string) => vocabulary.concepts(tokenise(text), new Set())

describe('correct', () => {
  test.each([
    ['folgeskap', 'følgeskab', 'a wrong letter'],
    ['følgskab', 'følgeskab', 'a letter left out'],
    ['medarbjeder', 'medarbejder', 'two letters swapped'],
    ['fedback', 'feedback', 'a double letter written once'],
    ['uddeligere', 'uddelegere', 'spelt as it sounds'],
    ['forvntes', 'forventes', 'a cue word too'],
    ['kompetancer', 'kompetencer', 'an English spelling'],
    ['stratigisk', 'strategisk', 'a wrong vowel'],
    ['sammenhengskraft', 'sammenhængskraft', 'e for æ'],
  ])('reads %s as %s (%s)', (typed, meant) => {
    expect(corrected(typed)).toEqual([stemOf(meant)])
  })

  test.each([
    ['tillid', 'it is known'],
    ['the', 'a word of the other language'],
    ['hjemmearbejde', 'a compound of known words'],
    ['bitcoin', 'nothing is near'],
    ['2030', 'a number'],
    ['XJ12', 'a mark with a number'],
    ['mis', 'too short to guess'],
    ['qqqqqqq', 'no word at all'],
  ])('leaves %s as it is: %s', (word) => {
    expect(corrected(word)).toEqual([stemOf(word)])
  })

  test('keeps what was written, for quoting it back', () => {
    expect(vocabulary.correct(tokenise('Folgeskap'))[0]?.written).toBe('Folgeskap')
  })

  test('a letter dropped or two swapped inside a long word of the frameworks is mended or leaves a known word', () => {
    const long = [
      ...new Set(library.points.flatMap((point) => tokenise(point.text).map((token) => token.folded))),
    ].filter((word) => /^[a-z]{9,}$/.test(word))
    const slip = fc
      .constantFrom(...long)
      .chain((word) =>
        fc.record({ word: fc.constant(word), at: fc.integer({ min: 1, max: word.length - 2 }), isSwap: fc.boolean() }),
      )
    fc.assert(
      fc.property(slip, ({ word, at, isSwap }) => {
        const tail = isSwap ? `${word[at + 1]}${word[at]}${word.slice(at + 2)}` : word.slice(at + 1)
        const typed = word.slice(0, at) + tail
        // "proesser" reads as "prøsser": letters that the slip brings together can be another letter.
        fc.pre(fold(typed) === typed)
        const [token] = vocabulary.correct(tokenise(typed))
        expect(token && vocabulary.isKnown(token)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('terms', () => {
  test.each<[word: string, parts: string[]]>([
    ['medarbejderudvikling', ['medarbejder', 'udvikling']],
    ['målopfyldelse', ['mål', 'opfyldelse']],
    ['arbejdsmiljøet', ['miljø']],
    ['ledelsesgrundlag', ['ledelse', 'grundlag']],
  ])('finds %s under itself and its parts %j', (word, parts) => {
    const stems = vocabulary.terms(word).map(({ stem }) => stem)
    expect(stems).toEqual(expect.arrayContaining([word, ...parts].map(stemOf)))
  })

  test('leaves function words out', () => {
    expect(vocabulary.terms('det er ikke for jer')).toEqual([])
  })
})

describe('concepts', () => {
  test('a phrase of the lexicon is one thing, not two words', () => {
    const [concept, ...others] = conceptsOf('psykologisk tryghed')
    expect(others).toEqual([])
    expect(concept).toMatchObject({ written: 'psykologisk tryghed', isTopic: true })
  })

  test('a synonym is worth less than the word itself', () => {
    const [concept] = conceptsOf('retning')
    const own = concept?.terms.get(stemOf('retning')) ?? 0
    const synonym = concept?.terms.get(stemOf('kurs')) ?? 0
    expect(synonym).toBeGreaterThan(0)
    expect(own).toBeGreaterThan(synonym)
  })

  test('an English word brings the Danish one', () => {
    const terms = conceptsOf('trust').flatMap((concept) => [...concept.terms.keys()])
    expect(terms).toContain(stemOf('tillid'))
  })

  test('function words and consumed words are no concepts', () => {
    expect(conceptsOf('hvad er det')).toEqual([])
    expect(vocabulary.concepts(tokenise('tillid'), new Set([0]))).toEqual([])
  })

  test('weights lie between nothing and one, and the same question gives the same concepts', () => {
    const word = fc.constantFrom(
      'tillid',
      'psykologisk',
      'tryghed',
      'feedback',
      'trust',
      'kurs',
      'målopfyldelse',
      'og',
      'xyz',
      'give',
      'ansvar',
      'fra',
      'sig',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const text = words.join(' ')
        const concepts = conceptsOf(text)
        expect(concepts).toEqual(conceptsOf(text))
        const given = concepts.flatMap(({ terms, phrases }) => [
          ...terms.values(),
          ...phrases.map((phrase) => phrase.weight),
        ])
        expect(given.filter((weight) => !(weight > 0 && weight <= 1))).toEqual([])
      }),
    )
  })
})

test('any text is analysed without a fault', () => {
  const texts = fc.string({
    unit: fc.oneof(anyText(2), fc.constantFrom('\ud800', 'tillid ', ' ')),
  })
  fc.assert(
    fc.property(texts, (text) => {
      vocabulary.terms(text)
      vocabulary.concepts(vocabulary.correct(tokenise(text)), new Set())
    }),
  )
})

test('the lexicon’s role names lead to roles that the frameworks have', () => {
  const slugs = new Set(library.frameworks.flatMap((framework) => framework.roles.map((role) => role.slug)))
  expect(lexicon.roles.flatMap((role) => role.as).filter((slug) => !slugs.has(slug))).toEqual([])
})

test('the lexicon’s other names of areas belong to areas that the frameworks have', () => {
  const slugs = new Set(library.frameworks.flatMap((framework) => framework.areas.map((area) => area.slug)))
  expect(Object.keys(lexicon.areas).filter((slug) => !slugs.has(slug))).toEqual([])
})
