import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { auditList } from '../../src/cli/audit-list'
import { personCommands } from '../../src/cli/person'
import { rosterCommand } from '../../src/cli/roster'
import { storeBackup, storeRestore } from '../../src/cli/store-backup'
import { readConfig } from '../../src/config/config'
import { openStore } from '../../src/open-store'
import { reflections } from '../../src/records/reflection'
import { everyDocument } from '../../src/store/every-document'
import type { Store } from '../../src/store/store'
import { systemClock } from '../../src/time/clock'
import { createLogLines } from '../support/log-lines'
import { type CommandLine, createCommandLine } from './command-line'

let line: CommandLine
let backup: string
beforeEach(async () => {
  line = createCommandLine()
  backup = join(line.folder, 'backup.sqlite')
  const file = join(line.folder, 'ledere.csv')
  writeFileSync(file, `objectId;name\n${id(1)};Karoline Prøve\n${id(2)};Bo Prøve\n`)
  await rosterCommand(line.env, [file])
  await personCommands.erase?.(line.env, [id(2), '--by', 'Før kopien'])
  await storeBackup(line.env, backup)
})
afterEach(() => line.dispose())

async function inStore<T>(act: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(readConfig(line.env), systemClock, createLogLines().log)
  try {
    return await act(store)
  } finally {
    await store.close()
  }
}
const id = (n: number) => `${n}0000000-0000-4000-8000-000000000007`
async function restore(): Promise<string> {
  line.printed()
  expect(await storeRestore(line.env, backup)).toBe(0)
  return line.printed()
}

test('who has been erased since the backup is erased again, and the audit says so', async () => {
  await personCommands.erase?.(line.env, [id(1), '--by', 'Drift, NN'])
  expect(await restore()).toContain('Done again since the backup: erased 1.')
  await personCommands.list?.(line.env, [])
  expect(line.printed()).not.toContain('Karoline Prøve')
  await auditList(line.env)
  const printed = line.printed()
  expect(printed).toMatch(/erased\s+Drift, NN/)
  expect(printed).toMatch(/erased\s+store restore/)
  expect(printed).not.toContain(id(1))
})

test('who is held since the backup is held again, and who was released and erased since is gone', async () => {
  await personCommands.hold?.(line.env, [id(1), '--by', 'Drift', '--reason', 'sag 12'])
  expect(await restore()).toContain('Done again since the backup: held 1.')
  await storeBackup(line.env, join(line.folder, 'held.sqlite'))
  await personCommands.release?.(line.env, [id(1), '--by', 'Drift'])
  await personCommands.erase?.(line.env, [id(1), '--by', 'Drift'])
  line.printed()
  await storeRestore(line.env, join(line.folder, 'held.sqlite'))
  expect(line.printed()).toContain('erased 1')
  await personCommands.list?.(line.env, [])
  expect(line.printed()).not.toContain(id(1))
})

test('an answer that was deleted since stays deleted', async () => {
  const answer = {
    ...{
      id: 'q1:2026-01-05',
      leaderId: id(1),
      promptId: 'q1',
      statementIds: [],
      state: 'answered' as const,
      text: 'Fortrudt',
    },
    createdAt: new Date().toISOString(),
    shownAt: new Date().toISOString(),
  }
  await inStore((store) => store.create(reflections, answer))
  await storeBackup(line.env, join(line.folder, 'answered.sqlite'))
  await inStore(async (store) => {
    const found = await store.get(reflections, id(1), answer.id)
    const { text: _, ...rest } = answer
    await store.replace(reflections, { ...rest, state: 'withdrawn', revision: 1 }, found?.version ?? '')
  })
  line.printed()
  await storeRestore(line.env, join(line.folder, 'answered.sqlite'))
  expect(line.printed()).toContain('answers deleted 1')
  const stored = await inStore((store) => everyDocument(store, reflections, id(1)))
  expect(stored).toMatchObject([{ state: 'withdrawn' }])
  expect(JSON.stringify(stored)).not.toContain('Fortrudt')
})

test('a restore that undoes nothing says so, and one in place of nothing that it cannot know', async () => {
  expect(await restore()).toContain('Nothing had to be done again.')
  renameSync(join(line.folder, 'pejling.sqlite'), join(line.folder, 'lost.sqlite'))
  expect(await restore()).toContain('is not known')
})

test('a damaged store is replaced, stays beside it, and is said to tell nothing', async () => {
  writeFileSync(join(line.folder, 'pejling.sqlite'), 'nothing that SQLite knows')
  expect(await restore()).toContain('is not known')
  expect(existsSync(join(line.folder, 'pejling.sqlite.before-restore'))).toBe(true)
  await personCommands.list?.(line.env, [])
  expect(line.printed()).toContain('Karoline Prøve')
})

test('with another key it is told which acts must be done again by hand', async () => {
  await personCommands.erase?.(line.env, [id(1), '--by', 'Drift, NN'])
  rmSync(join(line.folder, 'pejling.sqlite.key'))
  expect(await restore()).toMatch(/does not tell whom.*\n.*erased {2}Drift, NN/)
})

test('the key is readable by its owner alone, and not in a backup', () => {
  const file = join(line.folder, 'pejling.sqlite.key')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(backup).includes(readFileSync(file, 'utf8').trim())).toBe(false)
})

test('a time that is none is refused', async () => {
  expect(() => auditList(line.env, ['--since', 'i går'])).toThrow('--since is a date')
})
