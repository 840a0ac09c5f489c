import { atOnce } from '../../async/at-once'
import type { Services } from '../../caller/context'
import { keptAway } from '../../dates/pause-of'
import { atHome } from '../../framework/at-home'
import type { Audience, Recipient } from '../../records/campaign'
import { type Channel, channels } from '../../records/channel'
import { type Leader, leaders } from '../../records/leader'
import { readOne } from '../../store/as-stored'
import type { Filter, Page } from '../../store/store'
import { localDate } from '../../time/clock'
import { isMeant, meansLeaders } from './is-meant'

/** Somebody a campaign is for. A person without any record was named by HR and has never met Pejling. */
export interface Meant {
  readonly recipient: Recipient
  readonly leader?: Leader
  readonly channel?: Channel
  /** There is a record that this version cannot read: what it is called there. */
  readonly unreadable?: { readonly name: string }
}

/** The audience is read in this order, each part by id, so that a place in it holds whatever is written meanwhile. */
export const audienceParts = ['people', 'leaders', 'channels'] as const
export type AudiencePart = (typeof audienceParts)[number]

export interface AudienceBatch {
  readonly meant: readonly Meant[]
  /** The last id that was looked at. */
  readonly until: string
  readonly isLast: boolean
}

const batchSize = 500
const readsAtOnce = 25

/** The next few of one part of the audience, looking at ids after `after` (and up to `until`). */
export async function readAudience(
  services: Services,
  audience: Audience,
  { part, after, until }: { part: AudiencePart; after: string; until?: string | undefined },
): Promise<AudienceBatch> {
  if (part === 'leaders') return readLeaders(services, audience, after, until)
  const ids = [...new Set(audience[part])].sort().filter((id) => id > after && (until === undefined || id <= until))
  const batch = ids.slice(0, batchSize)
  const meant = await atOnce(readsAtOnce, batch, (id) =>
    part === 'people' ? readPerson(services, id) : readChannel(services, id),
  )
  return { meant, until: batch.at(-1) ?? after, isLast: ids.length <= batchSize }
}

/** Everybody, batch after batch. */
export async function* everybodyMeant(services: Services, audience: Audience): AsyncGenerator<Meant> {
  for (const part of audienceParts) {
    let batch: AudienceBatch | undefined
    do {
      batch = await readAudience(services, audience, { part, after: batch?.until ?? '' })
      yield* batch.meant
    } while (!batch.isLast)
  }
}

/** Whether an occasion on this date is for them: who has paused, stopped, is leaving or is being erased is left out. */
export function isAddressed({ leader }: Meant, date: string): boolean {
  return !leader || (leader.erasing === undefined && keptAway(leader, date) === undefined)
}

/** How many an occasion on this date would be for. */
export async function countAddressed(services: Services, audience: Audience, date?: string): Promise<number> {
  const { leader, channel } = await countAddressedByKind(services, audience, date)
  return leader + channel
}

/** How many of each kind an occasion on this date would be for. */
export async function countAddressedByKind(
  services: Services,
  audience: Audience,
  date?: string,
): Promise<Readonly<Record<Recipient['kind'], number>>> {
  const count = { leader: 0, channel: 0 }
  for await (const meant of everybodyMeant(services, audience)) {
    const day = date ?? localDate(services.clock.now(), meant.leader?.timeZone ?? services.config.timeZone)
    if (isAddressed(meant, day)) count[meant.recipient.kind]++
  }
  return count
}

async function readLeaders(
  services: Services,
  audience: Audience,
  after: string,
  until: string | undefined,
): Promise<AudienceBatch> {
  if (!meansLeaders(audience)) return { meant: [], until: after, isLast: true }
  const { municipality } = services.config
  const where: Filter[] = [
    { field: 'id', is: '>', value: after },
    ...(until === undefined ? [] : [{ field: 'id', is: '<=', value: until } as const]),
    // Who has chosen none belongs to the municipality that everybody works for, and the store cannot ask for both.
    ...only('framework', isOnly(audience.frameworks, municipality) ? [] : audience.frameworks),
    ...only('role', audience.roles),
    ...only('unit', audience.units),
  ]
  // A page may be empty with more behind it.
  let page: Page<Leader>
  let cursor: string | undefined
  do {
    page = await services.store.list(leaders, services.config.tenantId, { where, limit: batchSize, cursor })
    cursor = page.cursor
  } while (page.documents.length === 0 && cursor !== undefined)
  const found = page.documents.map(({ document }) => document)
  const named = new Set(audience.people)
  const meant = found
    // Named people are in the part before.
    .filter(
      (leader) => !named.has(leader.id) && isMeant(services.knowledge.library, audience, atHome(leader, municipality)),
    )
    .map((leader): Meant => ({ recipient: { id: leader.id, kind: 'leader' }, leader }))
  return { meant, until: found.at(-1)?.id ?? after, isLast: cursor === undefined }
}

function isOnly(values: readonly string[], value: string | null): boolean {
  return values.length === 1 && values[0] === value
}

function only(field: 'framework' | 'role' | 'unit', values: readonly string[]): readonly Filter[] {
  const [value] = values
  return values.length === 1 && value !== undefined ? [{ field, is: '=', value }] : []
}

async function readPerson({ store, config }: Services, id: string): Promise<Meant> {
  const read = await readOne(store, leaders, config.tenantId, id)
  return {
    recipient: { id, kind: 'leader' },
    ...(read.kind === 'found' && { leader: read.document }),
    ...(read.kind === 'unreadable' && { unreadable: { name: read.name } }),
  }
}

async function readChannel({ store, config }: Services, id: string): Promise<Meant> {
  const read = await readOne(store, channels, config.tenantId, id)
  return {
    recipient: { id, kind: 'channel' },
    ...(read.kind === 'found' && { channel: read.document }),
    ...(read.kind === 'unreadable' && { unreadable: { name: read.name } }),
  }
}
