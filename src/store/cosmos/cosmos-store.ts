import { randomUUID } from 'node:crypto'
import type { Container as CosmosContainer, ItemDefinition } from '@azure/cosmos'
import { AppError } from '../../errors'
import { checkId, checkList, parseDocument, parsePage, writable } from '../document'
import type { Container, ContainerShape, OnUnreadable, Store, StoredDocument } from '../store'
import {
  type CosmosFailure,
  callCosmos,
  cosmosError,
  failure,
  isCosmosFailure,
  ownerNotFound,
  repeatAtCosmos,
} from './cosmos-call'
import { type CosmosAccount, cosmosClient, regionFinder } from './cosmos-client'
import { requireDefinitions } from './cosmos-definitions'
import { listPage } from './cosmos-list'
import { type CosmosTimings, defaultCosmosTimings } from './cosmos-timings'

export type CosmosStoreOptions = CosmosAccount & {
  readonly containers: readonly ContainerShape[]
  readonly timings?: Partial<CosmosTimings> | undefined
  readonly onUnreadable?: OnUnreadable | undefined
}

/**
 * Every write carries a random token in the document. A write may have been done although its answer was lost, and is
 * then repeated, by us or inside the SDK; the repetition meets its own work as a 409 or 412. The token tells whose work
 * it is: ours means done. (A document that another process has rewritten in that moment no longer has our token, and the
 * answer is `exists` or `changed`: true of what is there, and what an earlier writer would have been told.)
 */
const tokenField = '_w'

/** Documents in Cosmos DB containers, which must exist (`createContainers`). Nothing is sent before the first use. */
export async function createCosmosStore(options: CosmosStoreOptions): Promise<Store> {
  const timings = { ...defaultCosmosTimings, ...options.timings }
  const client = await cosmosClient(options, timings)
  const findRegions = regionFinder(client)
  let isOpen = true
  let areAsWanted = false

  /** Runs one operation on a container; what remains of a failure is thrown. */
  const on = async <T>(
    shape: ContainerShape,
    operate: (container: CosmosContainer, signal: AbortSignal) => Promise<T | CosmosFailure>,
  ): Promise<T> => {
    if (!isOpen) throw new AppError('unavailable', 'The Cosmos DB store is closed.')
    const container = client.database(options.database).container(shape.name)
    const result = await repeatAtCosmos(timings, async (signal) => {
      const regions = await findRegions()
      return isCosmosFailure(regions) ? regions : operate(container, signal)
    })
    if (isCosmosFailure(result)) throw cosmosError(`container ${shape.name} in database ${options.database}`, result)
    return result
  }

  return {
    async get(container, partition, id) {
      const [key, name] = [checkId('partition key', partition), checkId('id', id)]
      const found = await on(container, (items, signal) => read(items, key, name, signal))
      return found && { document: parseDocument(container, withoutOwnFields(found)), version: found._etag }
    },

    async create(container, document) {
      const item = tokened(container, document)
      return on(container, async (items, signal) => {
        const made = await callCosmos(() => items.items.create(item.body, { abortSignal: signal }))
        if (!isCosmosFailure(made)) return { status: 'created', version: made.etag }
        if (made.status !== 409) return made
        const found = await read(items, item.partition, item.id, signal)
        // Removed again in between: the id is free, the next attempt may take it.
        if (!found) return failure(undefined, undefined, 'removed meanwhile')
        if (isCosmosFailure(found)) return found
        return found[tokenField] === item.token ? { status: 'created', version: found._etag } : { status: 'exists' }
      })
    },

    async replace(container, document, version) {
      const item = tokened(container, document)
      // To HTTP these two mean "whatever is there".
      if (version === '' || version === '*') return { status: 'changed' }
      return on(container, async (items, signal) => {
        const accessCondition = { type: 'IfMatch', condition: version }
        const made = await callCosmos(() =>
          items.item(item.id, item.partition).replace(item.body, { accessCondition, abortSignal: signal }),
        )
        if (!isCosmosFailure(made)) return { status: 'replaced', version: made.etag }
        if (made.status === 404 && made.substatus !== ownerNotFound) return { status: 'changed' }
        if (made.status !== 412) return made
        const found = await read(items, item.partition, item.id, signal)
        if (isCosmosFailure(found)) return found
        return found?.[tokenField] === item.token ? { status: 'replaced', version: found._etag } : { status: 'changed' }
      })
    },

    async remove(container, partition, id) {
      const [key, name] = [checkId('partition key', partition), checkId('id', id)]
      await on(container, async (items, signal) => {
        const removed = await callCosmos(() => items.item(name, key).delete({ abortSignal: signal }))
        return isCosmosFailure(removed) && removed.status === 404 && removed.substatus !== ownerNotFound
          ? undefined
          : removed
      })
    },

    async list(container, partition, listOptions) {
      checkList(container, partition, listOptions)
      const page = await on(container, (items, signal) => listPage(items, container, partition, listOptions, signal))
      const found = page.items.map((item) => ({ id: item.id, version: item._etag, stored: withoutOwnFields(item) }))
      return { documents: parsePage(container, found, options.onUnreadable), cursor: page.cursor }
    },

    async check() {
      // Once: they are not made anew under a running server.
      if (!areAsWanted) {
        const look = async (shape: ContainerShape) => {
          const answer = await on(shape, (items, signal) => callCosmos(() => items.read({ abortSignal: signal })))
          return [shape, answer.resource] as const
        }
        requireDefinitions(`database ${options.database}`, await Promise.all(options.containers.map(look)))
        areAsWanted = true
      }
      // A read of a document that is not there: one request unit, and it names a container that is missing.
      const probe = (shape: ContainerShape): Promise<unknown> =>
        on(shape, (items, signal) => read(items, 'check', 'check', signal))
      await Promise.all(options.containers.map(probe))
    },

    async close() {
      if (isOpen) client.dispose()
      isOpen = false
    },
  }
}

type StoredItem = ItemDefinition & { readonly _etag: string; readonly [tokenField]?: unknown }

/**
 * A point read; undefined when absent. After a 409 or 412 it is never older than that answer: the SDK keeps the session
 * token that comes with one.
 */
async function read(
  container: CosmosContainer,
  partition: string,
  id: string,
  signal: AbortSignal,
): Promise<StoredItem | CosmosFailure | undefined> {
  const found = await callCosmos(() => container.item(id, partition).read<StoredItem>({ abortSignal: signal }))
  if (isCosmosFailure(found)) return found
  if (found.statusCode !== 404) return found.resource
  // The SDK does not throw for a 404, whatever was not found: the container, a replica's state (1002), or the document.
  if (found.substatus === ownerNotFound) return failure(404, found.substatus, 'no container')
  return found.substatus ? failure(undefined, found.substatus, `substatus ${found.substatus}`) : undefined
}

function tokened<T extends StoredDocument>(container: Container<T>, document: T) {
  const { id, partition } = writable(container, document)
  const token = randomUUID()
  return { id, partition, token, body: { ...document, [tokenField]: token } }
}

// Cosmos DB's own (_rid, _self, _etag, _attachments, _ts) and our token; `writable` keeps these names free.
function withoutOwnFields(item: object): object {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !name.startsWith('_')))
}
