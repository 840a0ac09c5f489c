import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asOperator } from '../../src/cli/as-operator'
import { campaignCommands } from '../../src/cli/campaign'
import { rosterImport } from '../../src/cli/roster'
import { saveProfile } from '../../src/people/save-profile'

let folder: string
let env: NodeJS.ProcessEnv
let printed: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-cli-'))
  env = { PEJLING_LOCAL: 'yes', PEJLING_SQLITE_FILE: join(folder, 'pejling.sqlite') }
  printed = ''
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
})
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(folder, { recursive: true })
})

/** What a command prints. */
async function run(verb: string, ...args: string[]): Promise<string> {
  printed = ''
  const command = campaignCommands[verb]
  expect(await command?.(env, args)).toBe(0)
  return printed
}
const fails = (verb: string, ...args: string[]) => expect(campaignCommands[verb]?.(env, args)).rejects

const weekly = [
  '--name',
  'Ugens spørgsmål',
  '--everybody',
  '--time',
  '09:00',
  '--first',
  '2085-01-09',
  '--every',
  'week',
]

test('a campaign goes from draft to its end', async () => {
  const roster = join(folder, 'ledere.csv')
  writeFileSync(roster, '\uFEFFobjectId;name\n10000000-0000-4000-8000-000000000000;Åse\n')
  expect(await rosterImport(env, roster)).toBe(0)
  expect(printed).toBe('1 created, 0 updated, 0 as they were\n')

  const { id } = JSON.parse(await run('create', ...weekly, '--reminders', '1', '--json'))
  expect(await run('preview', id)).toMatch(/2085-01-09 +sent +2085-01-09 08:00\n[\s\S]*1 leaders, 0 channels/)
  await run('change', id, '--time', '10:00', '--skip-july')
  expect(JSON.parse(await run('start', id, '--json'))).toMatchObject({
    ...{ state: 'running', revision: 2, recurrence: { time: '10:00' }, closedDays: { july: true } },
    reminder: { most: 1, afterDays: 2 },
  })
  expect(await run('status')).toMatch(/running +FREQ=WEEKLY;BYDAY=TU +2085-01-09 09:00 +- +- +Ugens spørgsmål/)
  expect(await run('pause', id)).toMatch(/paused/)
  expect(await run('resume', id)).toMatch(/running/)
  expect(await run('cancel', id)).toMatch(/cancelled/)
  expect(await run('status', id)).toMatch(/Nothing has been sent yet/)
  await fails('deliveries', `${id}:2085-01-09`).toMatchObject({ code: 'not-found' })
})

test('a fault names its flag', async () => {
  const faulty = [
    '--name',
    'x',
    '--everybody',
    '--time',
    '02:30',
    '--zone',
    'Europe/Kbh',
    '--first',
    '2085-01-09',
    '--rrule',
    'FREQ=DAILY',
  ]
  await fails('create', ...faulty).toMatchObject({
    code: 'invalid',
    message: expect.stringMatching(/^--time {2}.*\n--zone {2}.*\n--rrule {2}.*$/),
  })
  await fails('create', '--name', 'x').toMatchObject({ message: 'Missing: --time, --first' })
  await fails('create', ...weekly, '--count', 'ten').toMatchObject({ message: expect.stringContaining('--count') })
  await fails('create', ...weekly, '--every', 'day').toMatchObject({ message: expect.stringContaining('--every') })
  await fails('create', ...weekly, 'spørgsmål').toMatchObject({ message: expect.stringContaining('"spørgsmål"') })
  await fails('create', ...weekly, '--nmae', 'x').toMatchObject({ code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' })
  await fails('resend', 'c1:2085-01-09').toMatchObject({ message: expect.stringContaining('--unknown') })
  await fails('pause').toMatchObject({ code: 'invalid' })
  await fails('pause', 'cnone').toMatchObject({ code: 'not-found' })
})

test('an import says how many keep what they chose themselves, and a faulty file names the line', async () => {
  const leaderId = '10000000-0000-4000-8000-000000000000'
  await asOperator(env, (ctx) =>
    saveProfile({ ...ctx, caller: { ...ctx.caller, leaderId } }, { framework: 'odder', role: '' }),
  )
  const roster = join(folder, 'ledere.csv')
  writeFileSync(roster, `objectId;framework;role\n${leaderId};soro;\n`)
  expect(await rosterImport(env, roster)).toBe(0)
  expect(printed).toBe(
    '0 created, 0 updated, 1 as they were; 1 keep the municipality or role that they chose themselves\n',
  )
  writeFileSync(roster, `objectId;name\n${leaderId};"Carl\n${leaderId.replace('1', '2')};Dorthe\n`)
  await expect(rosterImport(env, roster)).rejects.toMatchObject({ message: expect.stringContaining('Line 2: ') })
})

test('a file that is not UTF-8, or is not there, is refused', async () => {
  const latin = join(folder, 'latin.csv')
  writeFileSync(latin, Buffer.from('objectId;name\nx;Åse\n', 'latin1'))
  await expect(rosterImport(env, latin)).rejects.toMatchObject({ message: expect.stringContaining('UTF-8') })
  await expect(rosterImport(env, join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'not-found' })
  await expect(rosterImport(env, undefined)).rejects.toMatchObject({ code: 'invalid' })
})
