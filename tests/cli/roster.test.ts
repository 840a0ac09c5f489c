import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { listCommand } from '../../src/cli/lists'
import { rosterCommand } from '../../src/cli/roster'
import { writeWorkbook } from '../../src/documents/write-workbook'
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

describe('a list as HR has it', () => {
  const file = () => join(line.folder, 'hr.xlsx')
  const env = () => ({ ...line.env, PEJLING_MUNICIPALITY: 'skanderborg' })
  const run = async (...flags: string[]) => {
    line.printed()
    await rosterCommand(env(), [file(), ...flags])
    return line.printed()
  }
  const write = (...rows: string[][]) =>
    writeFileSync(file(), writeWorkbook([{ name: 'A', head: ['Navn', 'E-mail', 'Titel', 'Løn'], rows }]))

  test('in Excel is tried first, and its titles are said to be roles', async () => {
    write(['Åse', 'aase@k.dk', 'Ceremonimester', '1'], ['Bo', 'bo@k.dk', 'Skoleleder', '2'])
    const tried = await run('--dry-run')
    for (const part of ['columns not used: Løn', 'Ceremonimester', 'Nothing was changed. It would be: 2 created'])
      expect(tried).toContain(part)
    expect(await run('--role', 'ceremonimester=direktoer')).toMatch(/Ceremonimester +direktoer[\s\S]*2 created/)
    expect(await run('--dry-run', '--role', 'Ceremonimester=direktoer')).toContain('2 as they were')
    await expect(run('--role', 'Ceremonimester=keiser')).rejects.toMatchObject({ code: 'invalid' })
    await expect(run('--role', 'Ceremonimester')).rejects.toMatchObject({ code: 'invalid' })
  })

  test('with faulty rows is imported without them only where that is said', async () => {
    write(['Åse', 'aase', '', ''], ['Uli', 'uli@k.dk', '', ''])
    await expect(run()).rejects.toMatchObject({
      message: expect.stringMatching(/^row 2 \(Åse\): .*\nNothing was changed/),
    })
    expect(await run('--skip-faults')).toContain('1 created')
  })

  test('brings what a campaign can name into the lists', async () => {
    const listed = async (what: string, ...args: string[]) => {
      line.printed()
      await listCommand(env(), what, args)
      return line.printed()
    }
    expect(await listed('roles')).toMatch(/skanderborg +kontraktholder +Kontraktholder/)
    expect(await listed('roles', 'Odder')).not.toContain('skanderborg')
    expect(await listed('people')).toMatch(/uli@k\.dk +Uli .*not yet/)
    expect(await listed('prompts')).toContain('skanderborg/')
    expect(await listed('units')).toMatch(/^unit/)
    expect(await listed('channels')).toMatch(/^id/)
    await expect(listed('roles', 'narnia')).rejects.toMatchObject({ message: expect.stringContaining('skanderborg') })
  })
})
