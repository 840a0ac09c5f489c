import { z } from 'zod'
import type { Services } from '../context'
import type { Campaign, Recipient } from '../store/campaign-containers'
import { type AudienceBatch, audienceParts, isAddressed, type Meant, readAudience } from './audience'

/**
 * A place in the audience, between two pages. Within a batch (ids after `after` up to `until`) recipients are in the order of their
 * zone and id; `zone` and `last` are the last one's who is written down.
 */
const placeSchema = z.object({
  part: z.enum(audienceParts),
  after: z.string(),
  until: z.string().optional(),
  zone: z.string().optional(),
  last: z.string().optional(),
})
type Place = z.infer<typeof placeSchema>

/** Recipients whose clocks show the same, and the place after them. */
export interface PageDraft {
  readonly recipients: readonly Recipient[]
  readonly timeZone: string
  readonly next: string
}

interface Addressed {
  readonly recipient: Recipient
  readonly zone: string
}

export const recipientsPerPage = 100

/**
 * The recipients of an occasion from a place on, a page at a time. From the same place the same pages come, as far as nobody
 * joins or leaves.
 * @param cursor the place after the last page; null: from the beginning
 */
export async function* audiencePagesFrom(
  services: Services,
  campaign: Campaign,
  date: string,
  cursor: string | null,
): AsyncGenerator<PageDraft, void> {
  let place: Place | undefined = cursor === null ? { part: 'people', after: '' } : placeSchema.parse(JSON.parse(cursor))
  while (place) {
    const from: Place = place
    const { part, after } = from
    const batch =
      from.until === undefined
        ? await readAudience(services, campaign.audience, from)
        : await readAgain(services, campaign, from, from.until)
    const waiting = inOrder(campaign, date, batch.meant).filter((one) => isBeyond(one, from))
    for (const page of pagesOf(waiting)) {
      const { zone, recipient } = page.at(-1) as Addressed
      const next: Place = { part, after, until: batch.until, zone, last: recipient.id }
      yield { recipients: page.map((one) => one.recipient), timeZone: zone, next: JSON.stringify(next) }
    }
    place = batch.isLast ? partAfter(part) : { part, after: batch.until }
  }
}

/** A batch that was left in its midst: by now it may hold more than one reading gives, and there may be more behind it. */
async function readAgain(
  services: Services,
  { audience }: Campaign,
  { part, after }: Place,
  until: string,
): Promise<AudienceBatch> {
  const meant: Meant[] = []
  let batch: AudienceBatch | undefined
  do {
    batch = await readAudience(services, audience, { part, after: batch?.until ?? after, until })
    meant.push(...batch.meant)
  } while (!batch.isLast)
  return { meant, until, isLast: false }
}

function inOrder(campaign: Campaign, date: string, meant: readonly Meant[]): Addressed[] {
  const { isLeadersZone, timeZone } = campaign.recurrence
  return meant
    .filter((one) => isAddressed(one, date))
    .map(({ recipient, leader }) => ({ recipient, zone: isLeadersZone && leader ? leader.timeZone : timeZone }))
    .sort((a, b) => compare(a.zone, b.zone) || compare(a.recipient.id, b.recipient.id))
}

function isBeyond({ zone, recipient }: Addressed, { zone: done, last }: Place): boolean {
  if (done === undefined || last === undefined) return true
  return (compare(zone, done) || compare(recipient.id, last)) > 0
}

function* pagesOf(waiting: readonly Addressed[]): Generator<readonly Addressed[], void> {
  let from = 0
  for (let to = 1; to <= waiting.length; to++) {
    if (to < waiting.length && to - from < recipientsPerPage && waiting[to]?.zone === waiting[from]?.zone) continue
    yield waiting.slice(from, to)
    from = to
  }
}

function partAfter(part: Place['part']): Place | undefined {
  const next = audienceParts[audienceParts.indexOf(part) + 1]
  return next && { part: next, after: '' }
}

/** As stores order ids: by code point, in no language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
