import type { AppError } from '../../../src/errors'
import { dataDir } from '../../../src/paths'
import { updateLeader } from '../../../src/people/leader'
import { rememberPerson } from '../../../src/people/remember-person'
import { importRoster } from '../../../src/people/roster/import-roster'
import { readCsv } from '../../../src/people/roster/read-csv'
import { saveProfile } from '../../../src/people/save-profile'
import { type Leader, leaders } from '../../../src/records/leader'
import { loadTexts, told } from '../../../src/texts'
import { createPlace, type Place } from '../../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

const hr = () => place.ctx({ leaderId: 'hr' }, { hrIds: ['hr'] })
const id = (n: number) => `${n}0000000-0000-4000-8000-000000000000`
const none = { created: 0, updated: 0, unchanged: 0, kept: 0 }
const stored = async (n: number) => (await place.store.get(leaders, 'tenant', id(n)))?.document

test('reads what a Danish spreadsheet writes: a byte order mark, semicolons, quotes and blank lines', () => {
  const text = '\uFEFFa;b\r\n"Åse ""Å"" Ø";"Børn; unge\r\nog familie"\r\n;\r\n\r\nBo;"x"'
  expect(readCsv(text)).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['Åse "Å" Ø', 'Børn; unge\r\nog familie'] },
    { line: 6, cells: ['Bo', 'x'] },
  ])
  expect(readCsv('a,b\n1, "2,5" ,""\n')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1', '2,5', ''] },
  ])
})

test.each([
  ['Excel’s word on the separator', 'sep=;\r\na;b\r\n1;2', 2],
  ['the same in quotes', '"sep=,"\na,b\n1,2', 2],
  ['blank lines', '\n;;\n \na;b\n1;2', 4],
  ['blank lines and then that word', '\n\nsep=;\na;b\n1;2', 4],
  ['nothing, with tabs between', 'a\tb\n1\t2', 1],
  ['nothing, with the line ends of an old Mac', 'a;b\r1;2', 1],
])('a table that begins with %s is read', (_what, text, line) => {
  expect(readCsv(text)).toEqual([
    { line, cells: ['a', 'b'] },
    { line: line + 1, cells: ['1', '2'] },
  ])
})

test.each([
  ['a column that is there twice', `objectId;unit;unit\n${id(1)};Teknik;Sundhed`, 'roster.fault.columnTwice'],
  ['letters of another code', `objectId;name\n${id(1)};JÃ¸rgen`, 'roster.fault.letters'],
  ['letters that nobody knows', `objectId;unit\n${id(1)};B\uFFFDrn`, 'roster.fault.letters'],
  ['a unit that would be cut', `objectId;unit\n${id(1)};${'x'.repeat(201)}`, 'roster.fault.long'],
])('%s is refused, and nothing of the file is taken', async (_what, text, key) => {
  const texts = loadTexts(dataDir)
  const thrown = (await importRoster(hr(), { text }).catch((error: unknown) => error)) as AppError
  expect(thrown).toMatchObject({ code: 'invalid' })
  expect(JSON.stringify(thrown.say ?? thrown.message)).toContain(key)
  expect(texts('da', key, { line: 2, value: 'x', column: 'unit', most: 200 })).not.toBe('')
  expect(await stored(1)).toBeUndefined()
})

test('“Børn” is one unit, in whatever way its letters were typed', async () => {
  await importRoster(hr(), { text: `objectId;unit\n${id(1)};Bo\u0308rn\n${id(2)};B\u00F6rn` })
  expect((await stored(1))?.unit).toBe((await stored(2))?.unit)
})

test.each([
  ['is never closed', 'a;b\nx;1\ny;"Carl;2\nz;3', [3]],
  ['is closed by that of a later field', 'a;b\ny;"Carl\nz;"Dorthe"\nw;"Erik"', [2]],
  ['is closed in the middle of a field', 'a;b\ny;"Carl" Holm\nz;"Bo"', [2]],
  ['is never closed in the first line', '"a;b\nx;1', [1]],
])('tells the line of a quotation mark that %s', (_what, text, lines) => {
  expect(readCsv(text).flatMap(({ misquoted }) => misquoted ?? [])).toEqual(lines)
})

test('makes records for leaders whom nobody has met, once', async () => {
  const text = `objectId;name;framework;role;unit;timeZone\n${id(1).toUpperCase()};Ea;odder;direktoer;Sundhed;America/Nuuk\n${id(2)};;;;;`
  expect(await importRoster(hr(), { text })).toEqual({ ...none, created: 2 })
  expect(await stored(1)).toMatchObject({
    name: 'Ea',
    framework: 'odder',
    role: 'direktoer',
    unit: 'Sundhed',
    timeZone: 'America/Nuuk',
    conversation: null,
    welcomedAt: null,
  })
  expect(await stored(2)).toMatchObject({ framework: null, role: null, unit: null, timeZone: 'Europe/Copenhagen' })
  expect(await importRoster(hr(), { text })).toEqual({ ...none, unchanged: 2 })
})

describe('municipality and role', () => {
  const roster = (framework: string, role: string, n = 1) => ({
    text: `objectId,name,framework,role,unit\n${id(n)},Ea,${framework},${role},Teknik`,
  })
  /** Of before it was noted who chose. */
  const old = (fields: Partial<Leader>) =>
    updateLeader(place.ctx({ leaderId: id(1), name: '' }), () => ({ framework: 'odder', role: 'stabschef', ...fields }))
  const conversation = { conversationId: 'a:1', serviceUrl: 'https://eu', botId: '28:bot' }

  test('that a leader has chosen stay, and are counted; the unit is HR’s to say', async () => {
    await saveProfile(place.ctx({ leaderId: id(1), name: 'Ea Holm' }), { framework: 'skanderborg', role: '' })
    expect(await importRoster(hr(), roster('odder', 'direktoer'))).toEqual({ ...none, updated: 1, kept: 1 })
    const chosen = { name: 'Ea Holm', framework: 'skanderborg', role: null, unit: 'Teknik' }
    expect(await stored(1)).toMatchObject(chosen)
    expect(await importRoster(hr(), roster('odder', 'direktoer'))).toEqual({ ...none, unchanged: 1, kept: 1 })
    expect(await importRoster(hr(), roster('skanderborg', ''))).toEqual({ ...none, unchanged: 1 })
    expect(await stored(1)).toMatchObject(chosen)
  })

  test('that the roster has said before, it corrects: somebody is promoted, or moves, whether they have met the bot or not', async () => {
    await importRoster(hr(), roster('skanderborg', 'kontraktholder'))
    expect(await importRoster(hr(), roster('skanderborg', 'leder-af-leder'))).toEqual({ ...none, updated: 1 })
    expect(await stored(1)).toMatchObject({ framework: 'skanderborg', role: 'leder-af-leder' })
    await rememberPerson(place.ctx({ leaderId: id(1) }), conversation)
    expect(await importRoster(hr(), roster('odder', 'direktoer'))).toEqual({ ...none, updated: 1 })
    expect(await stored(1)).toMatchObject({ framework: 'odder', role: 'direktoer' })
    await importRoster(hr(), roster('', ''))
    expect(await stored(1)).toMatchObject({ framework: null, role: null })
  })

  test('that a leader confirms in the chat are theirs from then on', async () => {
    await importRoster(hr(), roster('odder', 'stabschef'))
    await saveProfile(place.ctx({ leaderId: id(1) }), { framework: 'odder', role: 'stabschef' })
    expect(await importRoster(hr(), roster('odder', 'direktoer'))).toEqual({ ...none, unchanged: 1, kept: 1 })
  })

  test.each<[string, Partial<Leader>, string | null]>([
    ['somebody who has a chat', { conversation }, 'stabschef'],
    ['somebody who was welcomed', { welcomedAt: '2026-03-01T08:00:00.000Z' }, 'stabschef'],
    [
      'somebody who removed the app',
      { unreachable: { why: 'uninstalled', at: '2026-03-01T08:00:00.000Z' } },
      'stabschef',
    ],
    ['somebody whom nobody has met', {}, 'direktoer'],
    ['somebody who has chosen none', { conversation, framework: null, role: null }, 'direktoer'],
  ])('in a record of before, of %s', async (_who, fields, role) => {
    await old(fields)
    await importRoster(hr(), roster('odder', 'direktoer'))
    expect((await stored(1))?.role).toBe(role)
  })
})

test('columns that the file has not stay as they are', async () => {
  const all = 'objectId;name;framework;role;unit;timeZone'
  await importRoster(hr(), { text: `${all}\n${id(1)};Ea;odder;stabschef;Skole;America/Nuuk` })
  const before = await stored(1)
  expect(await importRoster(hr(), { text: `objectId\n${id(1)}` })).toEqual({ ...none, unchanged: 1 })
  expect(await importRoster(hr(), { text: `objectId;name\n${id(1)};Ea` })).toEqual({ ...none, unchanged: 1 })
  expect(await stored(1)).toEqual(before)
  await importRoster(hr(), { text: `objectId;unit\n${id(1)};` })
  expect(await stored(1)).toEqual({ ...before, unit: null })
  await importRoster(hr(), { text: `objectId;framework\n${id(1)};odder` })
  expect(await stored(1)).toMatchObject({ framework: 'odder', role: 'stabschef' })
  // A role belongs to its municipality.
  await importRoster(hr(), { text: `objectId;framework\n${id(1)};kerteminde` })
  expect(await stored(1)).toMatchObject({ framework: 'kerteminde', role: null })
})

test('somebody who is erasing their data does not come back by it', async () => {
  await updateLeader(place.ctx({ leaderId: id(1) }), () => ({ erasing: 'e' }))
  const text = `objectId,name,unit\n${id(1)},Ea,Teknik`
  expect(await importRoster(hr(), { text })).toEqual({ ...none, unchanged: 1 })
  expect(await stored(1)).toMatchObject({ unit: null })
})

test('every faulty line is told at once, and nothing is kept', async () => {
  const lines = [
    'objectId;name;framework;role;unit;timeZone;Løn',
    `${id(1)};Ea;odder;direktoer;Sundhed;`,
    'ea@odder.dk;Ea;;;;',
    `${id(2)};Bo;narnia;;;`,
    `${id(3)};Bo;odder;pave;;`,
    `${id(4)};Bo;;direktoer;;`,
    `${id(5)};Bo;;;;Kbh`,
    `${id(1)};Ea;;;;`,
    `${id(6)};Bo;;;;;;Ja`,
    `${id(7)};"Carl;;;;`,
    `${id(8)};Dorthe;;;;`,
  ]
  const before = place.writes()
  const thrown: AppError = await importRoster(hr(), { text: lines.join('\n') }).then(
    () => Promise.reject(new Error('nothing was thrown')),
    (error) => error,
  )
  expect(thrown.code).toBe('invalid')
  const say = thrown.say
  if (!say) throw new Error('the fault has nothing to say')
  const what = [say, ...(say.and ?? [])].map(({ key, params }) => [key.replace('roster.fault.', ''), params?.line ?? 1])
  expect(what).toEqual([
    ...[
      ['column', 1],
      ['objectId', 3],
      ['framework', 4],
      ['role', 5],
      ['roleAlone', 6],
      ['timeZone', 7],
      ['twice', 8],
      ['cells', 9],
      ['quote', 10],
    ],
  ])
  for (const locale of ['da', 'en'] as const)
    expect(told(loadTexts(dataDir), locale, say)).not.toMatch(/[{}]|undefined/)
  expect(place.writes()).toBe(before)
})

test.each([
  [
    'a quotation mark that is not closed',
    `objectId;name;unit\n${id(1)};"Carl;Skole\n${id(2)};Dorthe;Skole\n`,
    'quote',
    2,
  ],
  ['more fields than the first line has', `objectId;name\n${id(1)};Ea;odder`, 'cells', 2],
  ['a field under a column without a name', `objectId;name;\n${id(1)};Ea;odder`, 'cells', 2],
])('a file with %s loses nobody: it is refused, and nothing is kept', async (_what, text, key, line) => {
  await expect(importRoster(hr(), { text })).rejects.toMatchObject({
    say: { key: `roster.fault.${key}`, params: { line }, and: [] },
  })
  expect(place.writes()).toBe(0)
})

test('empty fields behind the last column lose nothing', async () => {
  const text = `objectId;name;;\n${id(1)};Ea;;;;`
  expect(await importRoster(hr(), { text })).toEqual({ ...none, created: 1 })
})

test.each(['', 'navn;rolle\nEa;leder', 'objectId;name'])('a file without leaders is refused: %p', async (text) => {
  await expect(importRoster(hr(), { text })).rejects.toMatchObject({ code: 'invalid' })
})
