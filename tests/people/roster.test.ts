import type { AppError } from '../../src/errors'
import { dataDir } from '../../src/paths'
import { updateLeader } from '../../src/people/leader'
import { readCsv } from '../../src/people/read-csv'
import { importRoster } from '../../src/people/roster'
import { saveProfile } from '../../src/people/save-profile'
import { leaders } from '../../src/store/containers'
import { loadTexts, told } from '../../src/texts'
import { createPlace, type Place } from '../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

const hr = () => place.ctx({ leaderId: 'hr' }, { hrIds: ['hr'] })
const id = (n: number) => `${n}0000000-0000-4000-8000-000000000000`
const stored = async (n: number) => (await place.store.get(leaders, 'tenant', id(n)))?.document

test('reads what a Danish spreadsheet writes: a byte order mark, semicolons, quotes and blank lines', () => {
  const text = '\uFEFFa;b\r\n"Åse ""Å"" Ø";"Børn; unge\r\nog familie"\r\n;\r\n\r\nBo;"x"'
  expect(readCsv(text)).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['Åse "Å" Ø', 'Børn; unge\r\nog familie'] },
    { line: 6, cells: ['Bo', 'x'] },
  ])
  expect(readCsv('a,b\n1,"2,5"\n')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['1', '2,5'] },
  ])
})

test('makes records for leaders whom nobody has met, once', async () => {
  const text = `objectId;name;framework;role;unit;timeZone\n${id(1).toUpperCase()};Ea;odder;direktoer;Sundhed;America/Nuuk\n${id(2)};;;;;`
  expect(await importRoster(hr(), { text })).toEqual({ created: 2, updated: 0, unchanged: 0 })
  expect(await stored(1)).toMatchObject({
    ...{ name: 'Ea', framework: 'odder', role: 'direktoer', unit: 'Sundhed', timeZone: 'America/Nuuk' },
    ...{ conversation: null, welcomedAt: null },
  })
  expect(await stored(2)).toMatchObject({ framework: null, role: null, unit: null, timeZone: 'Europe/Copenhagen' })
  expect(await importRoster(hr(), { text })).toEqual({ created: 0, updated: 0, unchanged: 2 })
})

test('what a leader has chosen stays; the unit is HR’s to say', async () => {
  await saveProfile(place.ctx({ leaderId: id(1), name: 'Ea Holm' }), { framework: 'skanderborg', role: '' })
  const text = `objectId,name,framework,role,unit\n${id(1)},Ea,odder,direktoer,Teknik`
  expect(await importRoster(hr(), { text })).toEqual({ created: 0, updated: 1, unchanged: 0 })
  expect(await stored(1)).toMatchObject({ name: 'Ea Holm', framework: 'skanderborg', role: null, unit: 'Teknik' })
})

test('somebody who is erasing their data does not come back by it', async () => {
  await updateLeader(place.ctx({ leaderId: id(1) }), () => ({ erasing: 'e' }))
  const text = `objectId,name,unit\n${id(1)},Ea,Teknik`
  expect(await importRoster(hr(), { text })).toEqual({ created: 0, updated: 0, unchanged: 1 })
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
    ],
  ])
  for (const locale of ['da', 'en'] as const)
    expect(told(loadTexts(dataDir), locale, say)).not.toMatch(/[{}]|undefined/)
  expect(place.writes()).toBe(before)
})

test.each(['', 'navn;rolle\nEa;leder', 'objectId;name'])('a file without leaders is refused: %p', async (text) => {
  await expect(importRoster(hr(), { text })).rejects.toMatchObject({ code: 'invalid' })
})
