import type { z } from 'zod'
import type { AppError } from '../errors'

/** Where a kind of record lives; all an adapter needs to prepare the place. */
export interface ContainerShape {
  readonly name: string
  readonly partitionKey: string
  readonly hasTtl: boolean
  /** Fields a `list` may filter or order by. Free text is never among them: it stays out of every index. */
  readonly indexed: readonly string[]
}

/**
 * A kind of record and where it lives. Every document carries its `id` and its partition key as fields;
 * ids are unique within a partition. Where `hasTtl`, a document's `ttl` (whole seconds from the write) makes it vanish.
 */
export interface Container<T extends StoredDocument = StoredDocument> extends ContainerShape {
  readonly schema: z.ZodType<T>
}

/** Told of each document that a `list` left out: where it is, and which fields do not fit. Nothing of what it holds. */
export type OnUnreadable = (place: { readonly container: string; readonly id: string }, fault: AppError) => void

/** A plain JSON object of at most 2 MB. Instants are ISO strings in UTC. Fields beginning with `_` belong to the store. */
export interface StoredDocument {
  readonly id: string
  readonly ttl?: number | undefined
}

/** A document as read, with the version to hand back to `replace`. */
export interface Versioned<T> {
  readonly document: T
  readonly version: string
}

export type CreateOutcome = { readonly status: 'created'; readonly version: string } | { readonly status: 'exists' }
export type ReplaceOutcome = { readonly status: 'replaced'; readonly version: string } | { readonly status: 'changed' }

/** Matches documents whose field has the value's own type; a boolean can only be compared with `=`. */
export interface Filter {
  readonly field: string
  readonly is: '=' | '<' | '<=' | '>' | '>='
  readonly value: string | number | boolean
}

export interface ListOptions {
  readonly where?: readonly Filter[]
  /**
   * One field only; documents without it, or with null in it, are left out. Equal values come in an order of the
   * store's own, the same on every page. Default: by id, ascending.
   */
  readonly orderBy?: { readonly field: string; readonly descending?: boolean }
  /** At most this many documents in the page, 1 to 1,000. */
  readonly limit: number
  /** The `cursor` of the page before, with otherwise the same options. */
  readonly cursor?: string | undefined
}

export interface Page<T> {
  readonly documents: readonly Versioned<T>[]
  /** Present when there may be more. The page then holds `limit` documents, less those that could not be read. */
  readonly cursor?: string | undefined
}

/**
 * Documents in containers. It promises only what both Cosmos DB and SQLite keep. Every method throws
 * AppError `unavailable` when the store cannot be reached or written (a write may then have happened or not, and is
 * safe to repeat), and `invalid` for an id that Cosmos DB would refuse (empty, over 255 characters, or with `/ \ ? #`,
 * a control character or an outer space) and for a ttl that is not a whole number of seconds from 1. A write of what does not
 * fit the container's schema is `internal`, and writes nothing.
 */
export interface Store {
  /**
   * Reads one document; undefined when absent or expired. Never crosses a partition. Sees this store's own writes at
   * once; another process's perhaps a moment late, which `create` and `replace` never are. A document that does not fit
   * the container's schema (a newer version of the program wrote it) is `internal`, with `error.unreadable` to say.
   */
  get<T extends StoredDocument>(
    container: Container<T>,
    partition: string,
    id: string,
  ): Promise<Versioned<T> | undefined>
  /** Inserts if absent: of several writers of one id exactly one is told `created`. Durable when it returns. */
  create<T extends StoredDocument>(container: Container<T>, document: T): Promise<CreateOutcome>
  /** Writes if unchanged since `version` was read, else `changed` (also when it was removed). Durable when it returns. */
  replace<T extends StoredDocument>(container: Container<T>, document: T, version: string): Promise<ReplaceOutcome>
  /** Removes whatever stands there; absent is fine. */
  remove(container: ContainerShape, partition: string, id: string): Promise<void>
  /**
   * One page of one partition; equality and range filters. What is not written meanwhile comes exactly once. A document that
   * does not fit the container's schema is left out, so that one costs no other, and the adapter's `onUnreadable` is
   * told; `asStored` reaches it.
   */
  list<T extends StoredDocument>(container: Container<T>, partition: string, options: ListOptions): Promise<Page<T>>
  /** Answers when the store can serve reads; throws `unavailable` otherwise. */
  check(): Promise<void>
  /** Lets go of the file or the connections. Fine to repeat; every other method is `unavailable` from then on. */
  close(): Promise<void>
}
