import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../errors'
import { type Faults, readYaml } from '../framework/read-yaml'
import { levels } from '../framework/schema'

const words = z.array(z.string().trim().min(1))

const cueSchema = z.strictObject({ words, en: words })

/** `whole`: the text is just this. `start`: the text begins with it and may go on. */
const commandSchema = z.strictObject({ whole: words, start: words })

/** `data/lexicon.yaml`: what people call roles, areas and topics, in Danish and English. */
export const lexiconSchema = z.strictObject({
  roles: z.array(
    z.strictObject({
      name: z.string(),
      level: z.enum(levels).nullable(),
      /** Role slugs the name means, best first. */
      as: z.array(z.string()).min(1),
      words,
      en: words,
    }),
  ),
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
    domain: cueSchema,
    smallTalk: cueSchema,
    outOfScope: cueSchema,
  }),
  /** What a typed command is called -> how it is said. The bot has a row for each (src/bot/commands.ts). */
  commands: z.record(z.string(), commandSchema),
  topics: z.array(
    z.strictObject({
      name: z.string(),
      /** True synonyms, words or short phrases. */
      words,
      /** Neighbours a search may also show, at lower weight. */
      related: words.default([]),
      en: words.default([]),
    }),
  ),
  /** Danish municipalities by name, for saying whose framework is not here. */
  municipalities: words,
  questionWords: words,
  /** Those of the question words that make a question only at its beginning. */
  questionVerbs: words,
  english: z.record(z.string(), z.string()),
  compoundParts: words,
  stopwords: words,
})
export type Lexicon = z.infer<typeof lexiconSchema>
export type RoleName = Lexicon['roles'][number]
export type Cue = keyof Lexicon['cues']

/** @throws AppError `invalid` naming every fault of the file. */
export function loadLexicon(dataDir: string): Lexicon {
  const faults: Faults = []
  const lexicon = readYaml(join(dataDir, 'lexicon.yaml'), lexiconSchema, faults)
  if (!lexicon) throw new AppError('invalid', `The lexicon has ${faults.length} fault(s):\n${faults.join('\n')}`)
  return lexicon
}
