import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Knowledge, lazyKnowledge } from '../../src/answers/knowledge'
import { dataDir } from '../../src/paths'
import { containers } from '../../src/records/containers'
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store'
import { loadTexts, type Texts } from '../../src/texts'
import { createFakeClock } from './fake-clock'

// Made once for all suites of a worker, since making it takes longer than most tests. It is only read.

/** What the environment (shared-environment.js) hands from one suite to the next; outside jest there is one program and nothing to hand on. */
const { keptForSuites = new Map() } = globalThis as { keptForSuites?: Map<string, unknown> }

/** Made part by part when a test first needs one. */
export const knowledge: Knowledge = kept('knowledge', () => lazyKnowledge(dataDir))

export const texts: Texts = kept('texts', () => loadTexts(dataDir))

/** A SQLite store as it is after its first opening: making its tables takes longer than most of what is then done with it. */
export function writeEmptyStore(file: string): void {
  writeFileSync(file, kept('empty store', makeEmptyStore), { mode: 0o600 })
}

function makeEmptyStore(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-empty-'))
  const file = join(folder, 'store.db')
  createSqliteStore({ file, clock: createFakeClock(), containers }).close()
  const made = readFileSync(file)
  rmSync(folder, { recursive: true })
  return made
}

function kept<T>(name: string, make: () => T): T {
  if (!keptForSuites.has(name)) keptForSuites.set(name, make())
  return keptForSuites.get(name) as T
}
