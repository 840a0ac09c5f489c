import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store'
import type { Store } from '../../src/store/store'
import { noteContainers } from './notes'

/** A folder of its own for a database file, and a clock that a test sets. */
export interface SqlitePlace {
  readonly folder: string
  file: string
  /** The present, in milliseconds. */
  now: number
  open(options?: { maxBytes?: number }): Store
  reopen(store: Store): Promise<Store>
  /** Everything in the folder as bytes: what a thief of the disk would read. */
  bytesOnDisk(): string
  dispose(): Promise<void>
}

export function sqlitePlace(): SqlitePlace {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-sqlite-'))
  const opened: Store[] = []
  const place: SqlitePlace = {
    folder,
    file: join(folder, 'store.db'),
    now: Date.UTC(2026, 0, 5, 9),
    open(options = {}) {
      const clock = { now: () => place.now }
      const store = createSqliteStore({ file: place.file, clock, containers: noteContainers, ...options })
      opened.push(store)
      return store
    },
    async reopen(store) {
      await store.close()
      return place.open()
    },
    bytesOnDisk: () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join(),
    async dispose() {
      for (const store of opened) await store.close()
      rmSync(folder, { recursive: true })
    },
  }
  return place
}
