import type { z } from 'zod'
import { AppError } from '../errors'
import { parseJson } from '../files/parse-json'
import type { Container, ContainerShape, Filter, ListOptions, OnUnreadable, StoredDocument, Versioned } from './store'

// The rules of the port that both adapters check alike, before anything is sent or written.

/** Cosmos DB takes 2 MB with its own fields included (concepts-limits). */
const documentLimitBytes = 2_000_000
/** Cosmos DB keeps a ttl in a signed 32-bit number. */
const ttlLimitSeconds = 2_147_483_647

/** Refuses an id or a partition key value that one of the adapters could not keep: AppError `invalid`. */
export function checkId(kind: 'id' | 'partition key', value: unknown): string {
  const fault = idFault(value)
  if (fault) throw new AppError('invalid', `The ${kind} of a document ${fault}.`)
  return value as string
}

function idFault(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return 'is missing'
  if (value.length > 255) return 'is longer than 255 characters'
  if (/[/\\?#]/.test(value)) return 'has one of the characters / \\ ? #'
  // Half of a surrogate pair has no UTF-8 form: two such ids could become one.
  if (/[\p{Cc}\p{Cs}]/u.test(value)) return 'has a control character or half a character'
  if (value.trim() !== value) return 'begins or ends with a space'
  // A URL path swallows them.
  if (value === '.' || value === '..') return 'is a dot name'
  return undefined
}

/** A document ready to be written. `json` holds no undefined fields. */
export interface WritableDocument {
  readonly id: string
  readonly partition: string
  readonly ttl: number | undefined
  readonly json: string
}

/**
 * Checks what is about to be written; AppError `invalid` names the fault, never the content. What does not fit its schema is
 * `internal`: it came from outside and slipped through, and once written it could not be read again.
 */
export function writable<T extends StoredDocument>(container: Container<T>, document: T): WritableDocument {
  const id = checkId('id', document.id)
  const fields = new Map<string, unknown>(Object.entries(document))
  const partition = checkId('partition key', fields.get(container.partitionKey))
  const reserved = [...fields.keys()].find((name) => name.startsWith('_'))
  if (reserved) throw new AppError('invalid', `A document of ${container.name} has a field that begins with _.`)
  const { ttl } = document
  if (ttl !== undefined && !(Number.isInteger(ttl) && ttl >= 1 && ttl <= ttlLimitSeconds)) {
    throw new AppError('invalid', `The ttl of a document of ${container.name} is not a whole number of seconds from 1.`)
  }
  parseDocument(container, document)
  const json = JSON.stringify(document)
  if (Buffer.byteLength(json) > documentLimitBytes) {
    throw new AppError('invalid', `A document of ${container.name} is over 2 MB.`)
  }
  return { id, partition, ttl, json }
}

/** Reads a stored document by its schema. AppError `internal` names container and field paths, never content. */
export function parseDocument<T extends StoredDocument>(container: Container<T>, stored: unknown): T {
  const read = readDocument(container, stored)
  if (read instanceof AppError) throw read
  return read
}

/** A document as an adapter found it, before its schema has been asked. */
export interface FoundDocument {
  readonly id: string
  readonly version: string
  readonly stored: unknown
}

/** The documents of a page that fit the schema; of each other one `onUnreadable` is told. */
export function parsePage<T extends StoredDocument>(
  container: Container<T>,
  found: readonly FoundDocument[],
  onUnreadable: OnUnreadable | undefined,
): Versioned<T>[] {
  return found.flatMap(({ id, version, stored }) => {
    const document = readDocument(container, stored)
    if (!(document instanceof AppError)) return [{ document, version }]
    onUnreadable?.({ container: container.name, id }, document)
    return []
  })
}

/** The same, handing back what `parseDocument` throws. */
export function readDocument<T extends StoredDocument>(container: Container<T>, stored: unknown): T | AppError {
  const parsed = container.schema.safeParse(stored)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(describeIssue).join(', ')
  const message = `A document of ${container.name} does not fit its schema: ${faults}.`
  return new AppError('internal', message, { say: { key: 'error.unreadable' } })
}

// An issue's own message may quote the value.
function describeIssue(issue: z.core.$ZodIssue): string {
  return `${issue.path.map(String).join('.') || 'the document'} (${issue.code})`
}

/** Refuses a list that one adapter could not serve alike. A field outside `indexed` is a bug of ours: `internal`. */
export function checkList(container: ContainerShape, partition: string, options: ListOptions): void {
  checkId('partition key', partition)
  if (!Number.isInteger(options.limit) || options.limit < 1 || options.limit > 1000) {
    throw new AppError('invalid', `A page of ${container.name} has 1 to 1,000 documents.`)
  }
  const fields = (options.where ?? []).map((filter) => filter.field)
  if (options.orderBy) fields.push(options.orderBy.field)
  const unknown = fields.find((field) => field !== 'id' && !container.indexed.includes(field))
  if (unknown) throw new AppError('internal', `${container.name} is listed by ${unknown}, which is not indexed.`)
  if (!(options.where ?? []).every(isComparable)) {
    throw new AppError('internal', `${container.name} is listed by a comparison that no store offers.`)
  }
}

function isComparable({ field, is, value }: Filter): boolean {
  if (field === 'id') return typeof value === 'string'
  return typeof value !== 'boolean' || is === '='
}

/** Wraps an adapter's own position, so that no caller comes to depend on its form. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** The position in a cursor, if it fits the adapter's schema; AppError `invalid` otherwise. */
export function decodeCursor<T>(cursor: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()))
  if (!parsed.success) throw new AppError('invalid', 'The cursor is not one that this store has given.')
  return parsed.data
}
