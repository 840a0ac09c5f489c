import { z } from 'zod'
import { decodeCursor, encodeCursor } from '../document'
import type { ContainerShape, Filter, ListOptions } from '../store'

// Builds the statement of one page. Only field names that `checkList` has allowed come into the text.

export interface ListStatement {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** A row of the statement; `sort` is the value that the page is ordered by. */
export interface ListRow {
  readonly id: string
  readonly version: string
  readonly body: string
  readonly sort: string | number
}

const positionSchema = z.tuple([z.union([z.string(), z.number()]), z.string()])

/** The statement for one page and one row more, which tells whether there is another page. `now` in milliseconds. */
export function listStatement(
  container: ContainerShape,
  partition: string,
  options: ListOptions,
  now: number,
): ListStatement {
  const field = options.orderBy?.field ?? 'id'
  const sort = columnOf(field)
  const isDescending = options.orderBy?.descending ?? false
  const conditions = ['partition = ?', '(expires_at IS NULL OR expires_at > ?)']
  const values: (string | number)[] = [partition, now]
  if (field !== 'id') conditions.push(`${sort} IS NOT NULL`)
  for (const filter of options.where ?? []) {
    conditions.push(condition(filter))
    values.push(typeof filter.value === 'boolean' ? Number(filter.value) : filter.value)
  }
  if (options.cursor !== undefined) {
    // By value and id, not by offset: what is written or removed meanwhile shifts nothing. The first condition says
    // nothing new, but SQLite finds its place in an expression's index by it only.
    const [value, id] = decodeCursor(options.cursor, positionSchema)
    const beyond = isDescending ? '<' : '>'
    conditions.push(`${sort} ${beyond}= ?`, `(${sort}, id) ${beyond} (?, ?)`)
    values.push(value, value, id)
  }
  const direction = isDescending ? 'DESC' : 'ASC'
  // `id, id` would lead SQLite away from a filter's index.
  const order = field === 'id' ? `id ${direction}` : `${sort} ${direction}, id ${direction}`
  const sql = `SELECT id, version, body, ${sort} AS sort FROM "${container.name}" WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ?`
  return { sql, values: [...values, options.limit + 1] }
}

/** The cursor after this row. */
export function cursorAfter(row: ListRow): string {
  return encodeCursor([row.sort, row.id])
}

/** A field as SQL: exactly the text of its expression index, or SQLite would not use the index. */
export function columnOf(field: string): string {
  return field === 'id' ? 'id' : `json_extract(body, '$.${field}')`
}

// SQLite compares numbers with text and true with 1; Cosmos DB compares within one type only.
function condition({ field, is, value }: Filter): string {
  const comparison = `${columnOf(field)} ${is} ?`
  if (field === 'id') return comparison
  const type = `json_type(body, '$.${field}')`
  switch (typeof value) {
    case 'string':
      return `${comparison} AND ${type} = 'text'`
    case 'number':
      return `${comparison} AND ${type} IN ('integer', 'real')`
    default:
      return `${comparison} AND ${type} IN ('true', 'false')`
  }
}
