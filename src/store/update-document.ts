import type { Container, Store, StoredDocument } from './store'

/** What became of an update. */
export type UpdateOutcome<T> =
  /** `before`: what the change was made from; undefined: there was none, and it is made anew. */
  | { readonly status: 'written'; readonly document: T; readonly before: T | undefined }
  | { readonly status: 'kept'; readonly document: T }
  /** There is none, and none is made. */
  | { readonly status: 'absent' }
  /** Others wrote first at every attempt: nothing of this is written. */
  | { readonly status: 'conflict' }

/** Of several writers one gets through at each attempt, and few ever meet. */
const mostAttempts = 6

/**
 * Changes a document under several writers (optimistic concurrency): it is read, changed, and written if nobody has written
 * meanwhile; otherwise read again, so that who comes second writes on top.
 * @param change made from what was read, at each attempt anew; undefined: there is none. Returns the whole document, ttl included,
 *   or `keep` to write nothing. What it throws comes through
 */
export async function updateDocument<T extends StoredDocument>(
  store: Store,
  container: Container<T>,
  partition: string,
  id: string,
  change: (before: T | undefined) => T | 'keep' | Promise<T | 'keep'>,
): Promise<UpdateOutcome<T>> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const found = await store.get(container, partition, id)
    const before = found?.document
    const document = await change(before)
    if (document === 'keep') return before ? { status: 'kept', document: before } : { status: 'absent' }
    const { status } = found
      ? await store.replace(container, document, found.version)
      : await store.create(container, document)
    if (status === 'replaced' || status === 'created') return { status: 'written', document, before }
  }
  return { status: 'conflict' }
}
