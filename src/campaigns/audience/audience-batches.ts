import { z } from 'zod'
import type { Services } from '../../caller/context'
import type { Audience } from '../../records/campaign'
import { type AudienceBatch, audienceParts, type Meant, readAudience } from './audience'

/** A stretch of one part of the audience: ids after `after`, up to `until` once that is settled. */
const stretchSchema = z.object({ part: z.enum(audienceParts), after: z.string(), until: z.string().optional() })
type Stretch = z.infer<typeof stretchSchema>

export interface Batch {
  readonly meant: readonly Meant[]
  /** Where the batch begins and ends. Read again from here, it holds the same people, whoever has joined before or behind it. */
  readonly cursor: string
}

/** An audience, some hundred at a time. @param cursor of the batch to begin with; null: from the first */
export async function* audienceBatches(
  services: Services,
  audience: Audience,
  cursor: string | null,
): AsyncGenerator<Batch, void> {
  let stretch: Stretch | undefined =
    cursor === null ? { part: audienceParts[0], after: '' } : stretchSchema.parse(JSON.parse(cursor))
  while (stretch) {
    const { part, after, until }: Stretch = stretch
    const read: AudienceBatch =
      until === undefined
        ? await readAudience(services, audience, { part, after })
        : await readAgain(services, audience, { part, after, until })
    yield { meant: read.meant, cursor: JSON.stringify({ part, after, until: read.until } satisfies Stretch) }
    stretch = read.isLast ? partAfter(part) : { part, after: read.until }
  }
}

/** A stretch that is read again may have grown beyond one reading, so it is read until its end. */
async function readAgain(
  services: Services,
  audience: Audience,
  { part, after, until }: Required<Stretch>,
): Promise<AudienceBatch> {
  const meant: Meant[] = []
  let read: AudienceBatch | undefined
  do {
    read = await readAudience(services, audience, { part, after: read?.until ?? after, until })
    meant.push(...read.meant)
  } while (!read.isLast)
  return { meant, until, isLast: false }
}

function partAfter(part: Stretch['part']): Stretch | undefined {
  const next = audienceParts[audienceParts.indexOf(part) + 1]
  return next && { part: next, after: '' }
}
