import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../errors'
import { readData } from '../files/data-file'
import type { Faults } from '../files/read-yaml'
import { levels } from '../framework/schema'

const words = z.array(z.string().trim().min(1))

const cueSchema = z.strictObject({ words, en: words })

/** A text of at most so many `words` that has one word or phrase of each group of `of` and none of `not`. */
const saidSchema = z.strictObject({
  words: z.number().int().min(1),
  of: z.array(words.min(1)).min(1),
  not: words.default([]),
})

/** `whole`: the text is just this. `start`: the text begins with it and may go on. `said`: by the words in it. */
const commandSchema = z.strictObject({ whole: words, start: words, said: z.array(saidSchema).default([]) })

/** `data/lexicon.yaml`: what people call roles, areas and topics, in Danish and English. */
export const lexiconSchema = z.strictObject({
  roles: z.array(
    z.strictObject({
      name: z.string(),
      level: z.enum(levels).nullable(),
      /** Role slugs the name means, best first. */
      as: z.array(z.string()).min(1),
      words,
      /** Job titles that no framework uses, read as this role and said to be. */
      titles: words.default([]),
      en: words,
    }),
  ),
  /** Words as they are thumbed on a phone -> what they stand for. */
  shortForms: z.record(z.string(), z.string()),
  /** What people are who lead nobody: "pædagog". */
  professions: words,
  areas: z.record(z.string(), words),
  cues: z.strictObject({
    expectations: cueSchema,
    pitfalls: cueSchema,
    values: cueSchema,
    definition: cueSchema,
    compare: cueSchema,
    against: cueSchema,
    transition: cueSchema,
    help: cueSchema,
    situation: cueSchema,
    story: cueSchema,
    roleWords: cueSchema,
    followUp: cueSchema,
    everywhere: cueSchema,
    becoming: cueSchema,
    self: cueSchema,
    nextLevel: cueSchema,
    domain: cueSchema,
    smallTalk: cueSchema,
    outOfScope: cueSchema,
  }),
  /** What a typed command is called -> how it is said. The bot has a row for each (src/bot/commands.ts). */
  commands: z.record(z.string(), commandSchema),
  /** What may stand before a command without changing it. */
  commandWords: words,
  openings: words,
  /** Saying yes or no to an offer (src/answers/reading/read-consent.ts). */
  consent: z.strictObject({ yes: words, no: words }),
  /** How what answers an open prompt is told from what asks for something (src/answers/reading/read-typed.ts). */
  typed: z.strictObject({
    subjects: words,
    determiners: words,
    verbs: words,
    modals: words,
    conjunctions: words,
    requests: words,
    followUps: words,
    needs: words,
    telling: words,
    beginnings: words,
    replies: words,
    acknowledging: words,
  }),
  topics: z.array(
    z.strictObject({
      name: z.string(),
      /** True synonyms, words or short phrases. */
      words,
      /** Neighbours a search may also show, at lower weight. */
      related: words.default([]),
      en: words.default([]),
      /** Spoken of by its own words or not at all: nobody who asks of bullying is to be answered by what lies near. */
      grave: z.boolean().default(false),
    }),
  ),
  /** Danish municipalities by name, for saying whose framework is not here. */
  municipalities: words,
  /** What people are called: no word of a question, where written with a capital. */
  givenNames: words,
  questionWords: words,
  /** Those of the question words that make a question only at its beginning. */
  questionVerbs: words,
  english: z.record(z.string(), z.string()),
  compoundParts: words,
  /** Verbs with the particle that makes another verb of them (src/search/particle-verbs.ts). */
  particleVerbs: words,
  /** Words that are like one of the frameworks' and another word: neither misspelt nor typed without a letter. */
  everyday: words,
  stopwords: words,
})
export type Lexicon = z.infer<typeof lexiconSchema>
export type Cue = keyof Lexicon['cues']

/** @throws AppError `invalid` naming every fault of the file. */
export function loadLexicon(dataDir: string): Lexicon {
  const faults: Faults = []
  const lexicon = readData(join(dataDir, 'lexicon'), lexiconSchema, faults)
  if (!lexicon) throw new AppError('invalid', `The lexicon has ${faults.length} fault(s):\n${faults.join('\n')}`)
  return lexicon
}
