import { AppError } from '../../errors'
import type { ContainerShape } from '../store'
import type { SqliteFile } from './sqlite-file'
import { columnOf } from './sqlite-list'

/** Prepares the table and the indexes of a container; nothing happens where they stand already. */
export function createTable(database: SqliteFile, container: ContainerShape): void {
  const { name, indexed } = container
  // Names come into SQL as text.
  for (const word of [name, ...indexed]) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(word))
      throw new AppError('internal', `${word} is no name for a container or field.`)
  }
  const indexes = indexed.map(
    // The partition first and the id last: a page is one walk along the index, whatever the size of the table.
    (field) => `CREATE INDEX IF NOT EXISTS "${name}_by_${field}" ON "${name}" (partition, ${columnOf(field)}, id)`,
  )
  database.exec(
    [
      `CREATE TABLE IF NOT EXISTS "${name}" (
        partition TEXT NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL, expires_at INTEGER, body TEXT NOT NULL,
        PRIMARY KEY (partition, id)) STRICT`,
      `CREATE INDEX IF NOT EXISTS "${name}_by_expiry" ON "${name}" (expires_at) WHERE expires_at IS NOT NULL`,
      ...indexes,
    ].join(';\n'),
  )
}
