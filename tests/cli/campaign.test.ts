import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asOperator } from '../../src/cli/as-operator'
import { zonedMinute } from '../../src/cli/local-minute'
import { rosterCommand } from '../../src/cli/roster'
import { loadLibrary } from '../../src/framework/load-library'
import { dataDir } from '../../src/paths'
import { saveProfile } from '../../src/people/save-profile'
import { occasions } from '../../src/records/campaign'
import { occasion } from '../cards/campaign/sample-campaigns'
import { type CommandLine, createCommandLine, weekly } from './command-line'

let line: CommandLine
beforeEach(() => {
  line = createCommandLine()
})
afterEach(() => line.dispose())

const run: CommandLine['run'] = (...args) => line.run(...args)
const fails: CommandLine['fails'] = (...args) => line.fails(...args)
const roster = (text: string | Buffer) => {
  const file = join(line.folder, 'ledere.csv')
  writeFileSync(file, text)
  return rosterCommand(line.env, [file])
}

test('a campaign goes from draft to its end', async () => {
  expect(await roster('\uFEFFobjectId;name\n10000000-0000-4000-8000-000000000000;Åse\n')).toBe(0)
  expect(line.printed()).toBe('1 created, 0 updated, 0 as they were\n')

  const { id } = JSON.parse(await run('create', ...weekly, '--reminders', '1', '--json'))
  expect(await run('preview', id)).toMatch(/2085-01-09 +sent +Tue 2085-01-09 09:00\n[\s\S]*1 leaders, 0 channels/)
  await run('change', id, '--time', '10:00', '--skip-july')
  expect(JSON.parse(await run('start', id, '--json'))).toMatchObject({
    state: 'running',
    revision: 2,
    recurrence: { time: '10:00' },
    closedDays: { july: true },
    reminder: { most: 1, afterDays: 2 },
  })
  expect(await run('status')).toMatch(
    /running +FREQ=WEEKLY;BYDAY=TU +Tue 2085-01-09 10:00 \(Europe\/Copenhagen\) +- +- +Ugens spørgsmål/,
  )
  expect(await run('pause', id)).toMatch(/paused/)
  expect(await run('resume', id)).toMatch(/running/)
  expect(await run('cancel', id)).toMatch(/cancelled/)
  expect(await run('status', id)).toMatch(/Nothing has been sent yet/)
  await fails('deliveries', `${id}:2085-01-09`).toMatchObject({ code: 'not-found' })
  await fails('delete', id).toMatchObject({ message: expect.stringContaining('--by') })
  expect(await run('delete', id, '--by', 'Drift')).toBe('deleted, with 0 occasions and 0 deliveries\n')
  await fails('status', id).toMatchObject({ code: 'not-found' })
})

test('a preview shows local times with their zone, and the sample as a leader reads it', async () => {
  await roster('objectId;framework;role\n10000000-0000-4000-8000-000000000000;skanderborg;kontraktholder\n')
  let named = 0
  const made = async (...flags: string[]) =>
    JSON.parse(await run('create', ...weekly, '--name', `Hold ${++named}`, ...flags, '--json')).id as string
  const id = await made('--zone', 'America/Nuuk')
  const preview = await run('preview', id)
  expect(preview).toMatch(/^date +at \(America\/Nuuk\) +because$/m)
  expect(preview).toMatch(/^2085-01-09 +sent +Tue 2085-01-09 09:00$/m)
  const { sample, dates } = JSON.parse(await run('preview', id, '--json'))
  expect(dates[0].at).toBe('2085-01-09T11:00:00.000Z')
  const { prompt, point } = loadLibrary(dataDir)
  const asked = prompt(sample.promptId)
  const about = point(asked?.statements[0] ?? '')
  expect(preview).toContain(
    `Sample prompt (${sample.promptId}):\n  ${asked?.text}\n    ${about?.text}\n    Source: Skanderborg › ${about?.source}\n`,
  )
  expect(await run('preview', await made('--leaders-zone'))).toMatch(/^date +at \(where each leader is\) +because$/m)
  expect(await run('preview', await made('--question', 'Hvad lykkedes?'))).toContain(
    'Sample prompt:\n  Hvad lykkedes?\n',
  )
})

test('the status shows local times with their zone; for programs they stay instants', async () => {
  await roster('objectId\n10000000-0000-4000-8000-000000000000\n')
  const { id } = JSON.parse(await run('create', ...weekly, '--time', '23:30', '--zone', 'America/Nuuk', '--json'))
  await run('start', id)
  expect(await run('status')).toContain('Tue 2085-01-09 23:30 (America/Nuuk)')
  expect(JSON.parse(await run('status', id, '--json')).nextSendAt).toBe('2085-01-10T01:30:00.000Z')
  await asOperator(line.env, (ctx) =>
    ctx.store.create(
      occasions,
      occasion('2084-01-04', { campaignId: id, dueAt: '2084-01-05T01:30:00.000Z', timeZone: 'America/Nuuk' }),
    ),
  )
  expect(await run('status', id)).toMatch(/Tue 2084-01-04 23:30 \(America\/Nuuk\)/)
})

test.each([
  ['2027-01-05T08:00:00.000Z', 'Europe/Copenhagen', 'Tue 2027-01-05 09:00 (Europe/Copenhagen)'],
  ['2027-06-30T22:00:00.000Z', 'Europe/Copenhagen', 'Thu 2027-07-01 00:00 (Europe/Copenhagen)'],
])('the instant %s in %s is %s', (instant, timeZone, expected) => {
  expect(zonedMinute(instant, timeZone)).toBe(expected)
})

test('a fault names its flag', async () => {
  const faulty = [
    ...['--name', 'x', '--everybody', '--time', '02:30', '--zone', 'Europe/Kbh'],
    ...['--first', '2085-01-09', '--rrule', 'FREQ=DAILY', '--id', 'Uge'],
  ]
  await fails('create', ...faulty).toMatchObject({
    code: 'invalid',
    message: expect.stringMatching(/^--id {2}.*\n--time {2}.*\n--zone {2}.*\n--rrule {2}.*$/),
  })
  await fails('create', '--name', 'x').toMatchObject({ message: 'Missing: --time, --first' })
  for (const [flag, value] of [
    ...([
      ['count', 'ten'],
      ['every', 'day'],
      ['month-day', 'x'],
      ['nth', '9'],
      ['grace', 'none'],
      ['every', 'none'],
    ] as const),
    ...([
      ['unit', ''],
      ['person', ''],
      ['channel', '19:nowhere'],
      ['level', 'boss'],
      ['closed', 'none at all'],
    ] as const),
    ...([
      ['name', 'x'.repeat(501)],
      ['question', 'x'.repeat(5001)],
      ['time', '9'.repeat(61)],
    ] as const),
  ]) {
    await fails('create', ...weekly, `--${flag}`, value).toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(new RegExp(`^--${flag} `)),
    })
  }
  await fails('create', ...weekly, 'spørgsmål').toMatchObject({ message: expect.stringContaining('"spørgsmål"') })
  await fails('create', ...weekly, '--nmae', 'x').toMatchObject({ code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' })
  await fails('resend', 'c1:2085-01-09').toMatchObject({ message: expect.stringContaining('--unknown') })
  await fails('pause').toMatchObject({ code: 'invalid' })
  await fails('pause', 'cnone').toMatchObject({ code: 'not-found' })
})

test('an import says how many keep what they chose themselves, and a faulty file names the line', async () => {
  const leaderId = '10000000-0000-4000-8000-000000000000'
  await asOperator(line.env, (ctx) =>
    saveProfile({ ...ctx, caller: { ...ctx.caller, leaderId } }, { framework: 'odder', role: '' }),
  )
  expect(await roster(`objectId;framework;role\n${leaderId};soro;\n`)).toBe(0)
  expect(line.printed()).toBe(
    '0 created, 0 updated, 1 as they were; municipality or role left as the leader chose it: 1\n',
  )
  await expect(
    roster(`objectId;name\n${leaderId};"Carl\n${leaderId.replace('1', '2')};Dorthe\n`),
  ).rejects.toMatchObject({ message: expect.stringContaining('row 2 (Carl): ') })
})

test('a file that is no list, or is not there, is refused', async () => {
  await expect(roster(Buffer.from('89504e470000000d', 'hex'))).rejects.toMatchObject({
    message: expect.stringContaining('.xlsx'),
  })
  await expect(rosterCommand(line.env, [join(line.folder, 'none.csv')])).rejects.toMatchObject({ code: 'not-found' })
  await expect(rosterCommand(line.env, [])).rejects.toMatchObject({ code: 'invalid' })
})
