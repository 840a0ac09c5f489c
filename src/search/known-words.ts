import { once } from '../async/once'
import type { Library } from '../framework/library'
import { fold, lettersOf, type Token, wordsOf } from './danish'
import type { Lexicon } from './lexicon'
import { createSpeller } from './speller'
import { stem } from './stem'

/** The words of the frameworks and the lexicon, and what is done with those that are none of them. */
export interface KnownWords {
  /** In small letters, for taking compounds apart. */
  readonly danish: ReadonlySet<string>
  /** A word of the data, in any form. */
  isDanish(token: Token): boolean
  /** A word of the data in just this form. */
  isDanishForm(token: Token): boolean
  isEnglish(token: Token): boolean
  isStopword(token: Token): boolean
  /** What a word typed without æ, ø and å is with them; undefined where nothing known is. */
  restore(token: Token): Token | undefined
  /** A word that leaders use and that is therefore not misspelt, though the data has it not. */
  isEveryday(token: Token): boolean
  /** The nearest word of the data to a misspelt one. */
  nearest(token: Token): Token | undefined
}

/** A shorter word is restored in just the form that is known: "sorg" is not "sørg" for being short of a letter. */
const shortestRestored = 6

export function createKnownWords(library: Library, lexicon: Lexicon): KnownWords {
  const stopwords = lettersIn(lexicon.stopwords)
  const danish = lettersIn([...frameworkTexts(library), ...danishPhrases(lexicon)])
  const stems = new Set([...danish].map(stem))
  const english = lettersIn(['the of and', ...englishPhrases(lexicon), ...Object.keys(lexicon.english)])
  const plain = lettersIn(lexicon.everyday)
  // Read when the first unknown word is asked for: the server is ready without.
  const restoring = once(() => restoringMaps([...danish, ...stopwords]))
  const spell = once(() => createSpeller([...new Set([...danish].map(fold))]))
  const everyday = once(() =>
    lettersIn([...lexicon.everyday, ...library.points.flatMap(({ id }) => library.phrasingsOf(id))]),
  )

  const isDanish = (token: Token) => stems.has(token.stem)
  const isStopword = ({ letters }: Token) => letters === '' || stopwords.has(letters)
  return {
    danish,
    isDanish,
    isDanishForm: ({ letters }) => danish.has(letters),
    isEnglish: ({ letters }) => english.has(letters),
    isStopword,
    restore(token) {
      const { letters, folded } = token
      if (letters !== folded || isStopword(token) || danish.has(letters) || plain.has(letters)) return undefined
      const { words, stems } = restoring()
      const meant = words.get(folded)
      if (meant !== undefined) return meant === letters ? undefined : { ...token, letters: meant, stem: stem(meant) }
      const own = folded.length < shortestRestored || isDanish(token) ? undefined : stems.get(stem(folded))
      return own === undefined ? undefined : { ...token, stem: own }
    },
    isEveryday: ({ letters }) => everyday().has(letters),
    nearest(token) {
      const letters = restoring().words.get(spell()(token.folded) ?? '')
      return letters === undefined ? undefined : { ...token, folded: fold(letters), letters, stem: stem(letters) }
    },
  }
}

/** Words by how they are typed without Danish letters, and their stems likewise; what stands first is meant. */
function restoringMaps(known: readonly string[]) {
  const words = new Map<string, string>()
  const stems = new Map<string, string>()
  for (const word of known) {
    const folded = fold(word)
    if (!words.has(folded)) words.set(folded, word)
    const own = stem(word)
    const foldedStem = fold(own)
    if (!stems.has(foldedStem)) stems.set(foldedStem, own)
  }
  return { words, stems }
}

function lettersIn(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap(wordsOf).map(lettersOf))
}

function frameworkTexts(library: Library): string[] {
  return [
    ...library.points.flatMap((point) => [point.text, ...(point.signs ?? [])]),
    ...library.frameworks.flatMap((f) => [f.name, ...f.roles.map((r) => r.title), ...f.areas.map((a) => a.title)]),
  ]
}

function danishPhrases(lexicon: Lexicon): string[] {
  return [
    ...[...lexicon.roles, ...lexicon.topics].flatMap(({ words }) => words),
    ...lexicon.roles.flatMap(({ titles }) => titles),
    ...lexicon.topics.flatMap(({ related }) => related),
    ...Object.values(lexicon.areas).flat(),
    ...Object.values(lexicon.cues).flatMap(({ words }) => words),
    ...Object.values(lexicon.english),
    ...lexicon.compoundParts,
  ]
}

function englishPhrases(lexicon: Lexicon): string[] {
  return [...lexicon.roles, ...lexicon.topics, ...Object.values(lexicon.cues)].flatMap(({ en }) => en)
}
