import type { Campaign } from '../../src/records/campaign'
import { type CommandLine, createCommandLine, weekly } from './command-line'

let line: CommandLine
beforeEach(() => {
  line = createCommandLine()
})
afterEach(() => line.dispose())

const narrow = [
  ...['--name', 'x', '--framework', 'skanderborg', '--role', 'kontraktholder', '--time', '09:00'],
  ...['--first', '2085-01-09', '--every', 'week'],
]
const json = async (...args: [string, ...string[]]) => JSON.parse(await line.run(...args, '--json')) as Campaign
/** A campaign made and then changed. */
async function changed(made: readonly string[], ...change: string[]): Promise<Campaign> {
  const { id } = await json('create', ...made)
  return json('change', id, ...change)
}

test.each<[string, string[], string[], object]>([
  [
    'a unit',
    [],
    ['--unit', 'Skole'],
    { audience: { frameworks: ['skanderborg'], roles: ['kontraktholder'], units: ['Skole'] } },
  ],
  ['no unit', ['--unit', 'Skole'], ['--unit', 'none'], { audience: { roles: ['kontraktholder'], units: [] } }],
  [
    'all leaders',
    [],
    ['--everybody', '--framework', 'none', '--role', 'none'],
    { audience: { isEveryLeader: true, frameworks: [], roles: [] } },
  ],
  [
    'only named people',
    ['--person', 'Bo'],
    ['--framework', 'none', '--role', 'none'],
    { audience: { people: ['bo'], roles: [] } },
  ],
  [
    'other days before a reminder',
    ['--reminders', '2', '--after', '3'],
    ['--after', '4'],
    { reminder: { most: 2, afterDays: 4 } },
  ],
  [
    'fewer reminders',
    ['--reminders', '2', '--after', '3'],
    ['--reminders', '1'],
    { reminder: { most: 1, afterDays: 3 } },
  ],
  ['no reminders', ['--reminders', '2'], ['--reminders', 'none'], { reminder: { most: 0 } }],
  ['another weekday', [], ['--weekday', 'we'], { recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=WE' } }],
  [
    'no end',
    ['--last', '2085-06-26', '--count', '9'],
    ['--last', 'none', '--count', 'none'],
    { recurrence: { last: null, count: null } },
  ],
  ['one zone for all', ['--leaders-zone'], ['--no-leaders-zone'], { recurrence: { isLeadersZone: false } }],
  [
    'the usual closed days',
    ['--send-on-weekends', '--skip-july', '--closed', '2085-05-04'],
    ['--no-send-on-weekends', '--no-skip-july', '--closed', 'none'],
    { closedDays: { weekends: true, july: false, dates: [] } },
  ],
  ['no quiet hours', ['--quiet', '18:00-07:00'], ['--quiet', 'none'], { quietHours: null }],
  [
    'prompts by the framework',
    ['--question', 'Hvad lykkedes?'],
    ['--question', 'none'],
    { prompts: { kind: 'automatic' } },
  ],
])('a campaign is changed to %s, and nothing else of it', async (_what, made, change, expected) => {
  const { revision, ...rest } = await changed([...narrow, ...made], ...change)
  expect({ revision, ...rest }).toMatchObject({ revision: 2, name: 'x', ...expected })
})

test.each<[string, string[], string[], RegExp]>([
  ['a week of the month for every week', [], ['--nth', '2'], /^--every {2}Recurrence: /],
  ['a rule and a weekday', [], ['--rrule', 'FREQ=WEEKLY', '--weekday', 'FR'], /^--rrule {2}Recurrence: /],
  ['all leaders, where some are chosen', [], ['--everybody'], /^--everybody {2}.*skanderborg, kontraktholder/],
  ['days before a reminder where there is none', [], ['--after', '3'], /^--reminders {2}Reminder: /],
  ['nothing', [], [], /^Missing: what to change/],
  ['another id', [], ['--id', 'cabcdefghij12'], /^--id /],
  ['a unit and none', [], ['--unit', 'none', '--unit', 'Skole'], /^--unit none stands alone/],
])('a change that would do nothing is refused: %s', async (_what, made, change, message) => {
  const { id } = await json('create', ...narrow, ...made)
  await line.fails('change', id, ...change).toMatchObject({ code: 'invalid', message: expect.stringMatching(message) })
  expect((await json('status', id)) as unknown).toMatchObject({ campaign: { revision: 1 } })
})

test.each<[string[], RegExp]>([
  [['--rrule', 'FREQ=WEEKLY'], /^--rrule {2}Recurrence: /],
  [['--month-day', '3'], /^--every {2}Recurrence: /],
  [['--after', '3'], /^--after /],
])('so is a flag of a new campaign: %p', async (flags, message) => {
  await line.fails('create', ...weekly, ...flags).toMatchObject({
    code: 'invalid',
    message: expect.stringMatching(message),
  })
})

test('a rule is taken as it was copied', async () => {
  const made = [...narrow.slice(0, -2), '--rrule', 'RRULE:freq=monthly;byday=1tu;']
  expect((await json('create', ...made)).recurrence.rrule).toBe('FREQ=MONTHLY;BYDAY=1TU')
})
