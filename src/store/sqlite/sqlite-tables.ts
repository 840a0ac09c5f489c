import { AppError } from '../../errors'
import type { ContainerShape } from '../store'
import type { SqliteFile } from './sqlite-file'
import { columnOf } from './sqlite-list'

/** Makes the tables and indexes that are missing, all with one wait for the disk; where all stand the file is only read. */
export function createTables(database: SqliteFile, containers: readonly ContainerShape[]): void {
  const present = database.all("SELECT name FROM sqlite_schema WHERE type IN ('table', 'index')") as { name: string }[]
  const names = new Set(present.map(({ name }) => name))
  const missing = containers.flatMap(statementsOf).filter(([name]) => !names.has(name))
  if (missing.length === 0) return
  database.together(() => database.exec(missing.map(([, sql]) => sql).join(';\n')))
}

/** What is made for a container, each by its name. */
function statementsOf({ name, indexed }: ContainerShape): (readonly [name: string, sql: string])[] {
  // Names come into SQL as text.
  for (const word of [name, ...indexed]) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(word))
      throw new AppError('internal', `${word} is no name for a container or field.`)
  }
  const table = `CREATE TABLE IF NOT EXISTS "${name}" (
    partition TEXT NOT NULL, id TEXT NOT NULL, version TEXT NOT NULL, expires_at INTEGER, body TEXT NOT NULL,
    PRIMARY KEY (partition, id)) STRICT`
  const expiry = `CREATE INDEX IF NOT EXISTS "${name}_by_expiry" ON "${name}" (expires_at) WHERE expires_at IS NOT NULL`
  return [
    [name, table],
    [`${name}_by_expiry`, expiry],
    ...indexed.map(
      // The partition first and the id last: a page is one walk along the index, whatever the size of the table.
      (field) =>
        [
          `${name}_by_${field}`,
          `CREATE INDEX IF NOT EXISTS "${name}_by_${field}" ON "${name}" (partition, ${columnOf(field)}, id)`,
        ] as const,
    ),
  ]
}
