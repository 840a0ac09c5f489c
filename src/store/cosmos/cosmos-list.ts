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

/** One page of one partition, as Cosmos DB keeps it. */
export async function listPage(
  container: CosmosContainer,
  shape: ContainerShape,
  partition: string,
  options: ListOptions,
  signal: AbortSignal,
): Promise<ItemPage | CosmosFailure> {
  const continuationToken =
    options.cursor === undefined ? undefined : decodeCursor(options.cursor, positionSchema).after
  const page = await callCosmos(() =>
    container.items
      .query<ListedItem>(listQuery(shape, partition, options), {
        partitionKey: partition,
        maxItemCount: options.limit,
        continuationToken,
        abortSignal: signal,
      })
      .fetchNext(),
  )
  if (isCosmosFailure(page)) return page
  return {
    items: page.resources ?? [],
    cursor: page.continuationToken ? encodeCursor({ after: page.continuationToken }) : undefined,
  }
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
