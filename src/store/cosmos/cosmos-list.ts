import type { Container as CosmosContainer, JSONValue, SqlQuerySpec } from '@azure/cosmos'
import { z } from 'zod'
import { decodeCursor, encodeCursor } from '../document'
import type { ContainerShape, ListOptions } from '../store'
import { type CosmosFailure, callCosmos, isCosmosFailure } from './cosmos-call'

interface ListedItem {
  readonly id: string
  readonly _etag: string
}

export interface ItemPage {
  readonly items: readonly ListedItem[]
  readonly cursor: string | undefined
}

const positionSchema = z.object({ after: z.string() })

/**
 * One page of one partition. Cosmos DB may hand over fewer documents than were asked for, or none, and say that there are more: it is
 * asked on until the page is full or was the last.
 */
export async function listPage(
  container: CosmosContainer,
  shape: ContainerShape,
  partition: string,
  options: ListOptions,
  signal: AbortSignal,
): Promise<ItemPage | CosmosFailure> {
  const query = listQuery(shape, partition, options)
  const items: ListedItem[] = []
  let after = options.cursor === undefined ? undefined : decodeCursor(options.cursor, positionSchema).after
  do {
    const part = await callCosmos(() =>
      container.items
        .query<ListedItem>(query, {
          partitionKey: partition,
          maxItemCount: options.limit - items.length,
          continuationToken: after,
          abortSignal: signal,
        })
        .fetchNext(),
    )
    if (isCosmosFailure(part)) return part
    items.push(...(part.resources ?? []))
    after = part.continuationToken || undefined
  } while (after !== undefined && items.length < options.limit)
  return { items, cursor: after === undefined ? undefined : encodeCursor({ after }) }
}

/**
 * The partition is asked for in the SQL and in the request: Vercel's emulator ignores the latter on queries, and a slip
 * here would show one leader another's reflections. Only field names that `checkList` has allowed come into the text.
 */
function listQuery(shape: ContainerShape, partition: string, { where = [], orderBy }: ListOptions): SqlQuerySpec {
  const conditions = [`c.${shape.partitionKey} = @partition`]
  const parameters: { name: string; value: JSONValue }[] = [{ name: '@partition', value: partition }]
  for (const [n, { field, is, value }] of where.entries()) {
    conditions.push(`c.${field} ${is} @value${n}`)
    parameters.push({ name: `@value${n}`, value })
  }
  const field = orderBy?.field ?? 'id'
  // With an explicit index Cosmos DB lists documents without the field first, and null before every value.
  if (field !== 'id') conditions.push(`IS_DEFINED(c.${field})`, `NOT IS_NULL(c.${field})`)
  const direction = orderBy?.descending ? 'DESC' : 'ASC'
  return { query: `SELECT * FROM c WHERE ${conditions.join(' AND ')} ORDER BY c.${field} ${direction}`, parameters }
}
