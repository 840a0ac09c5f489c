import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { updateCampaign } from '../../src/campaigns/kept/campaign-record'
import { asOperator } from '../../src/cli/as-operator'
import { zonedMinute } from '../../src/cli/local-minute'
import { rosterCommand } from '../../src/cli/roster'
import { readTable } from '../../src/documents/read-table'
import { saveProfile } from '../../src/people/save-profile'
import { occasions } from '../../src/records/campaign'
import { deliveries, deliverySchema } from '../../src/records/delivery'
import { occasion } from '../cards/campaign/sample-campaigns'
import { knowledge } from '../support/kept'
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
  const { prompt, point } = knowledge.library
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

test('a ready-made series becomes a draft, with what is wrong named', async () => {
  const when = ['--time', '09:00', '--first', '2085-01-09', '--every', 'week', '--weekday', 'TU']
  const flags = ['--name', 'Nye kontraktholdere', '--framework', 'skanderborg', ...when]
  const roles = ['--from', 'leder-af-medarbejder', '--to=kontraktholder']
  const made = JSON.parse(await run('series', 'new-in-role', ...flags, ...roles, '--json'))
  expect(made).toMatchObject({
    state: 'draft',
    audience: { frameworks: ['skanderborg'], roles: ['kontraktholder'] },
    prompts: { kind: 'chosen' },
    recurrence: { first: '2085-01-09', last: '2085-04-02' },
  })
  expect(made.prompts.promptIds).toHaveLength(12)
  for (const [args, why] of [
    [['new-in-role', ...flags], /--to ROLE/],
    [['nothing', ...flags], /new-in-role, pitfalls, one-area, two-sides/],
    [['new-in-role', ...flags, '--to', 'keiser'], /no role keiser/],
    [['two-sides', ...flags, '--from', 'kontraktholder', '--to', 'kontraktholder'], /too little/],
    [['pitfalls', ...flags, '--question', 'Hvad nu?'], /brings its prompts/],
    [['pitfalls', '--name', 'x', '--everybody', ...when], /--framework/],
  ] as const)
    await fails('series', ...args).toMatchObject({ code: 'invalid', message: expect.stringMatching(why) })
})

test('the half year ahead is a table, lines for programs, a calendar and a page to print', async () => {
  expect(await run('season')).toBe('There are no dates in the next half year.\n')
  const first = new Date(Date.now() + 8 * 24 * 3600_000).toISOString().slice(0, 10)
  const flags = ['--framework', 'skanderborg', '--time', '09:00', '--first', first, '--every', 'week', '--count', '2']
  const open = ['--send-on-holidays', '--send-on-weekends', '--send-on-customary-days']
  const { id } = JSON.parse(await run('create', '--name', 'Ugens spørgsmål', ...flags, ...open, '--json'))
  expect(await run('season')).toMatch(new RegExp(`^${first} .* ${id} +draft +Ugens spørgsmål`, 'm'))
  const role = ['--role', 'skanderborg/kontraktholder']
  const [line1 = '', line2] = (await run('season', ...role, '--json')).split('\n')
  expect(JSON.parse(line1)).toMatchObject({ date: first, campaign: { id }, question: expect.stringContaining('?') })
  expect(JSON.parse(line2 ?? '').date > first).toBe(true)
  const [ics, page] = [join(line.folder, 'år.ics'), join(line.folder, 'år.docx')]
  expect(await run('season', '--ics', ics, '--page', page)).toBe(`${ics}, ${page}: 2 dates\n`)
  expect(readFileSync(ics, 'utf8').match(/^SUMMARY:Ugens spørgsmål$/gm)).toHaveLength(2)
  expect(readFileSync(page).subarray(0, 2).toString()).toBe('PK')
  await fails('season', '--role', 'skanderborg/keiser').toMatchObject({ message: expect.stringMatching(/no role/) })
  expect(await run('season', '--month', '2084-01')).toBe('There are no dates in 2084-01.\n')
  for (const wrong of [
    ['--role', 'kontraktholder'],
    ['--month', 'marts'],
  ])
    await fails('season', ...wrong).toMatchObject({ code: 'invalid' })
})

test('who was not reached is told by name, and lies in an Excel file', async () => {
  await roster('objectId;navn\n10000000-0000-4000-8000-000000000000;=Åse\n')
  const { id, tenantId } = JSON.parse(await run('create', ...weekly, '--json'))
  const occasionId = `${id}:2084-01-04`
  expect(await run('create', ...weekly, '--name', 'Anden')).toContain('draft')
  await asOperator(line.env, async ({ store }) => {
    const at = '2084-01-04T08:00:00.000Z'
    await store.create(occasions, { ...occasion('2084-01-04', { campaignId: id, tenantId }), id: occasionId })
    const own = { occasionId, campaignId: id, tenantId, recipientKind: 'leader', promptId: 'x', claimedBy: 'i' }
    const fate = { state: 'unreachable', reason: 'not-installed', claimedAt: at, createdAt: at }
    const recipientId = '10000000-0000-4000-8000-000000000000'
    await store.create(deliveries, deliverySchema.parse({ ...own, ...fate, id: `${occasionId}:r`, recipientId }))
  })
  expect(await run('unreached', occasionId)).toMatch(/10000000-\S+ +=Åse +unreachable +\S.*\nfewer than 5 have paused/)
  const [first = ''] = (await run('unreached', occasionId, '--json')).split('\n')
  expect(JSON.parse(first)).toMatchObject({ name: '=Åse', reason: 'not-installed' })
  const file = join(line.folder, 'ikke-nået.xlsx')
  expect(await run('unreached', occasionId, '--xlsx', file)).toBe(`${file}: 1 rows\n`)
  const cells = (await readTable(readFileSync(file))).map((row) => row.cells)
  expect(cells[1]?.slice(0, 2)).toEqual(['Ugens spørgsmål', '2084-01-04'])
  expect(cells[1]?.[2]).toContain('=Åse')
  await fails('unreached', 'c1:2084-01-04').toMatchObject({ code: 'not-found' })
})

test('questions that HR wrote are approved of by whoever says who they are, and never those of an operator', async () => {
  line.env.PEJLING_APPROVE_QUESTIONS = 'yes'
  const own = ['--question', 'Hvad lykkedes?']
  const { id } = JSON.parse(await run('create', ...weekly, ...own, '--json'))
  expect(await run('status')).toContain('draft, to be approved')
  await fails('start', id, '--confirm').toMatchObject({ code: expect.stringMatching(/conflict|invalid/) })
  await fails('approve', id).toMatchObject({ message: expect.stringContaining('--by') })
  await fails('approve', id, '--by', 'Drift').toMatchObject({ code: 'conflict' })
  await asOperator(line.env, (ctx) =>
    updateCampaign(ctx, id, () => ({ ownBy: '10000000-0000-4000-8000-000000000009' })),
  )
  expect(await run('approve', id, '--by', 'Drift')).toContain('draft')
  expect(await run('status')).not.toContain('to be approved')
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
