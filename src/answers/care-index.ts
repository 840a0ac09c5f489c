import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { comparedWith, loadCareExamples } from '../care/care-examples'
import { type LikenessIndex, makeLikenessIndex } from '../care/likeness-index'
import { unpackLikeness } from '../care/packed-likeness'
import type { Library } from '../framework/library'
import type { Lexicon } from '../search/lexicon'
import type { Utterance } from './reading/load-utterances'

interface Everyday {
  readonly library: Library
  readonly lexicon: Lexicon
  readonly utterances: readonly Utterance[]
}

/** What a message is compared with to see whether somebody is in trouble: the examples, and what is said on ordinary days. */
export function makeCareIndex(dataDir: string, { library, lexicon, utterances }: Everyday): LikenessIndex {
  const everyday = library.points.flatMap(({ id }) => library.phrasingsOf(id))
  const asked = utterances.map(({ line }) => line)
  const own = ownSayings({ library, lexicon })
  return makeLikenessIndex(comparedWith(loadCareExamples(dataDir), [...everyday, ...asked, ...own]))
}

/** The same as the build has made it; undefined in the sources. */
export function builtCareIndex(dataDir: string): LikenessIndex | undefined {
  const file = careIndexFile(dataDir)
  return existsSync(file) ? unpackLikeness(readFileSync(file)) : undefined
}

export const careIndexFile = (dataDir: string) => join(dataDir, 'care', 'likeness.bin')

/** What Pejling itself says, which its buttons and its prompts' answers take up, and what it is told to do. */
export function ownSayings({ library, lexicon }: Pick<Everyday, 'library' | 'lexicon'>): string[] {
  return [
    ...library.points.flatMap(({ text, signs = [] }) => [text, ...signs]),
    ...library.prompts.flatMap(({ text, en }) => [text, en]),
    ...commandsOf(lexicon),
  ]
}

/** What Pejling is told to do, typed or by a button's words. */
function commandsOf({ commands, consent }: Lexicon): string[] {
  return [...Object.values(commands).flatMap(({ whole, start }) => [...whole, ...start]), ...consent.yes, ...consent.no]
}
