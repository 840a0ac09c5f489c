import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rosterCommand } from '../../src/cli/roster'
import { createCommandLine } from './command-line'

const line = createCommandLine()
afterAll(() => line.dispose())

const id = (n: number) => `${n}0000000-0000-4000-8000-000000000000`

test('those whom the file does not name are told, and with --leavers, by somebody named, get no more prompts', async () => {
  const file = join(line.folder, 'ledere.csv')
  writeFileSync(file, `objectId;name\n${id(1)};Ea\n${id(2)};Bo\n`)
  const run = async (...flags: string[]) => {
    line.printed()
    expect(await rosterCommand(line.env, [file, ...flags])).toBe(0)
    return line.printed()
  }
  expect(await run()).toBe('2 created, 0 updated, 0 as they were\n')
  writeFileSync(file, `objectId;name\n${id(1)};Ea\n`)
  expect(await run()).toMatch(/1 known to Pejling are not in the file; with --leavers .*\n2000.* Bo/)
  await expect(rosterCommand(line.env, [file, '--leavers'])).rejects.toMatchObject({ code: 'invalid' })
  expect(await run('--leavers', '--by', 'Drift')).toMatch(/not in the file; they get no more prompts.*\n2000.* Bo/)
  expect(await run()).toBe('0 created, 0 updated, 1 as they were\n')
})
