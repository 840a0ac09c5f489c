import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { auditList } from '../../src/cli/audit-list'
import { personCommands } from '../../src/cli/person'
import { rosterImport } from '../../src/cli/roster'
import { storeBackup, storeRestore } from '../../src/cli/store-backup'
import { type CommandLine, createCommandLine } from './command-line'

let line: CommandLine
let backup: string
beforeEach(async () => {
  line = createCommandLine()
  backup = join(line.folder, 'backup.sqlite')
  const file = join(line.folder, 'ledere.csv')
  writeFileSync(file, `objectId;name\n${id(1)};Karoline Prøve\n${id(2)};Bo Prøve\n`)
  await rosterImport(line.env, file)
  await personCommands.erase?.(line.env, [id(2), '--by', 'Før kopien'])
  await storeBackup(line.env, backup)
})
afterEach(() => line.dispose())

const id = (n: number) => `${n}0000000-0000-4000-8000-000000000007`
async function restore(): Promise<string> {
  line.printed()
  expect(await storeRestore(line.env, backup)).toBe(0)
  return line.printed()
}

test('a restore tells which erasures it has undone, and the audit goes on telling of them', async () => {
  await personCommands.erase?.(line.env, [id(1), '--by', 'Drift, NN'])
  const told = await restore()
  expect(told).toMatch(/which it has undone: 1\n {2}\S+Z {2}Drift, NN\n/)
  const since = /audit list --since (\S+)/.exec(told)?.[1] ?? ''
  await auditList(line.env, ['--since', since])
  const printed = line.printed()
  expect(printed).toContain('Drift, NN')
  expect(printed).not.toContain('Før kopien')
  await personCommands.list?.(line.env, [])
  expect(line.printed()).toContain('Karoline Prøve')
})

test('a restore that undoes no erasure says so, and one in place of nothing that it cannot know', async () => {
  expect(await restore()).toContain('No erasure was made since the backup.')
  renameSync(join(line.folder, 'pejling.sqlite'), join(line.folder, 'lost.sqlite'))
  expect(await restore()).toContain('No store stood there')
})

test('a time that is none is refused', async () => {
  expect(() => auditList(line.env, ['--since', 'i går'])).toThrow('--since is a date')
})
