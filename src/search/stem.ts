import { newStemmer } from 'snowball-stemmers'
import { createBoundedMap } from '../bounded-map'
import { adjectives } from './irregular-adjectives'
import { irregularStems, sameStems } from './irregular-words'

const danish = newStemmer('danish')
const stems = createBoundedMap<string, string>(50_000)
/** Words whose stems the build has found, so that a start need not. */
let found: Readonly<Record<string, string>> = {}

/**
 * The stem of a word in small letters. Snowball's Danish stemmer takes inflections; around it stands what it leaves: words that no rule
 * brings together, the endings that make nouns of verbs (-ing, -ning, -ering, -ation), -itet, and the e that comes and goes
 * ("regel", "regler").
 */
export function stem(word: string): string {
  return Object.hasOwn(found, word)
    ? (found[word] ?? '')
    : stems.get(word, () => irregularStem(word) ?? regularStem(withoutInflection(word)))
}

function regularStem(word: string): string {
  const stemmed = irregularStems.get(word) ?? withoutFleetingE(withoutNounEnding(danish.stem(word)))
  return sameStems.get(stemmed) ?? stemmed
}

/** What Snowball leaves: -hed after another ending ("faglighed"), the -t of adjectives ("klart", "loyalt") and the past tense ("støttede"). */
function withoutInflection(word: string): string {
  const [, quality] = /^(.{4,})hed(?:s|en|ens|er|ers|erne|ernes)?$/.exec(word) ?? []
  if (quality !== undefined) return quality
  if (past.test(word)) return word.slice(0, -2)
  const bare = word.slice(0, -1)
  return (word.endsWith('t') && adjectives.has(bare)) || neuter.test(word) ? bare : word
}

const past = /^(?!.*er)..+[^aeiouyæøå]ede$/
const neuter = /^..+(?:al|el|iv|ær|bar|som|fuld)t$/

/** An irregular word or as the last part of a longer one: "børnebøger" has the stem of "børnebog". */
function irregularStem(word: string): string | undefined {
  const own = irregularStems.get(word)
  if (own !== undefined) return own
  for (let from = shortestHead; from <= word.length - shortestTail; from++) {
    const tail = irregularStems.get(word.slice(from))
    if (tail !== undefined) return word.slice(0, from) + tail
  }
  return undefined
}

const shortestHead = 2
const shortestTail = 5

/** The endings that make nouns of verbs, each with what it may leave: "forening" is of "forene" and "stemning" of "stemme". */
const nounEndings = [/^(.{4,})ering$/, /^(.{4,})ation$/, /^(.{2,}[^aeiouyæøå])ning$/, /^(.{3,})ing$/, /^(.{4,})ion$/]

function withoutNounEnding(stemmed: string): string {
  // Snowball takes the ending of "kvalitet" and only the article of "kvaliteten".
  if (stemmed.endsWith('itet')) return stemmed.slice(0, -2)
  for (const ending of nounEndings) {
    const [, rest] = ending.exec(stemmed) ?? []
    if (rest !== undefined) return withoutDouble(rest)
  }
  return stemmed
}

function withoutDouble(word: string): string {
  return /([^aeiouyæøå])\1$/.test(word) ? word.slice(0, -1) : word
}

/** "Trivsel" and "trivslen", "middel" and "midler": the e before the last letter, and the double letter that it asked for. */
function withoutFleetingE(stemmed: string): string {
  const [, head = '', last = ''] = /^(.+[^aeiouyæøå])e([lnr])$/.exec(stemmed) ?? []
  return head === '' ? stemmed : withoutDouble(head) + last
}

/** Takes over what `stem` said of these words before. */
export function takeOverStems(of: Readonly<Record<string, string>>): void {
  found = of
}
