import type { z } from 'zod'
import type { PersonalData } from '../../people/export-person'
import { readable } from '../../store/as-stored'
import type { StoredDocument } from '../../store/store'
import type { Reader } from '../kit/reader'

/** What one container holds of a person, in words. */
export interface PersonalDataPart {
  /** Markdown; a block is not cut in two. */
  readonly blocks: readonly string[]
  /** How many records have no words: a newer version of the program wrote them. */
  readonly unread: number
}

export interface DataReader extends Reader {
  /** All of it, for what is said in one place of what stands in another. */
  readonly data: PersonalData
}

/** The records that this version can read, in words; the others are counted. */
export function partOf<T>(
  documents: readonly StoredDocument[],
  schema: z.ZodType<T>,
  say: (record: T) => readonly string[],
): PersonalDataPart {
  const read = readable(schema, documents)
  return { blocks: read.flatMap(say), unread: documents.length - read.length }
}

/** Under a heading, where there is anything: it goes with the first block. */
export function headed(heading: string, { blocks: [first, ...rest], unread }: PersonalDataPart): PersonalDataPart {
  return { blocks: first === undefined ? [] : [`${bold(heading)}\n\n${first}`, ...rest], unread }
}

/** Texts of our own. */
export const bold = (words: string) => `**${words}**`
