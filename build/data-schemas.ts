import type { z } from 'zod'
import { utteranceFileSchema } from '../src/answers/reading/load-utterances'
import { careExamplesSchema } from '../src/care/care-examples'
import { careFamiliesSchema, careWordsSchema, harmlessSchema } from '../src/care/care-words'
import { frameworkSchema, phrasingFileSchema, promptFileSchema } from '../src/framework/schema'
import { lexiconSchema } from '../src/search/lexicon'
import { textFileSchema } from '../src/texts'

/** What the files of `data/` are read by: a file for itself, or all of a folder (`texts/`). */
const schemas: Readonly<Record<string, z.ZodType>> = {
  'frameworks/': frameworkSchema,
  'prompts/': promptFileSchema,
  'phrasings/': phrasingFileSchema,
  'utterances/': utteranceFileSchema,
  'asked/': utteranceFileSchema,
  'texts/': textFileSchema,
  lexicon: lexiconSchema,
  'care/words': careWordsSchema,
  'care/harmless': harmlessSchema,
  'care/life': careFamiliesSchema,
  'care/self': careFamiliesSchema,
  'care/other': careFamiliesSchema,
  'care/examples/': careExamplesSchema,
}

/** The schema of a file, named as in `data/` and without its ending. @throws for one that nobody reads */
export function schemaOf(name: string): z.ZodType {
  const schema = schemas[name] ?? schemas[name.slice(0, name.lastIndexOf('/') + 1)]
  if (!schema) throw new Error(`data/${name}.yaml is read by nobody: it has no row in build/data-schemas.ts`)
  return schema
}
