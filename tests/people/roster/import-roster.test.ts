import { updateLeader } from '../../../src/people/leader'
import { rememberPerson } from '../../../src/people/remember-person'
import { importRoster } from '../../../src/people/roster/import-roster'
import { chooseRoles, dropRoster } from '../../../src/people/roster/roster-draft'
import { undoRoster } from '../../../src/people/roster/undo-roster'
import { saveProfile, takeFormerRole } from '../../../src/people/save-profile'
import { audit } from '../../../src/records/audit'
import { type Leader, leaders } from '../../../src/records/leader'
import { awaitedLeaders } from '../../../src/records/roster'
import { everyDocument } from '../../../src/store/every-document'
import { importList, readList } from '../../support/import-list'
import { codeOf, createPlace, type Place } from '../../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

const hr = (municipality: string | null = null) => place.ctx({ leaderId: 'hr' }, { hrIds: ['hr'], municipality })
const id = (n: number) => `${n}0000000-0000-4000-8000-000000000000`
const none = { created: 0, changed: 0, unchanged: 0, kept: 0, leaving: 0 }
const stored = async (n: number) => (await place.store.get(leaders, 'tenant', id(n)))?.document
const awaited = () => everyDocument(place.store, awaitedLeaders, 'tenant')
const imported = async (text: string, municipality: string | null = null) =>
  (await importList(hr(municipality), text)).counts

test('makes records for leaders whom nobody has met, once', async () => {
  const text = `objectId;name;framework;role;unit;timeZone\n${id(1).toUpperCase()};Ea;odder;direktoer;Sundhed;America/Nuuk\n${id(2)};;;;;`
  expect(await imported(text)).toEqual({ ...none, created: 2 })
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
  expect(await imported(text)).toEqual({ ...none, unchanged: 2 })
})

describe('municipality and role', () => {
  const roster = (framework: string, role: string, n = 1) =>
    `objectId,name,framework,role,unit\n${id(n)},Ea,${framework},${role},Teknik`
  /** Of before it was noted who chose. */
  const old = (fields: Partial<Leader>) =>
    updateLeader(place.ctx({ leaderId: id(1), name: '' }), () => ({ framework: 'odder', role: 'stabschef', ...fields }))
  const conversation = { conversationId: 'a:1', serviceUrl: 'https://eu', botId: '28:bot' }

  test('that a leader has chosen stay, and are counted; the unit is HR’s to say', async () => {
    await saveProfile(place.ctx({ leaderId: id(1), name: 'Ea Holm' }), { framework: 'skanderborg', role: '' })
    expect(await imported(roster('odder', 'direktoer'))).toEqual({ ...none, changed: 1, kept: 1 })
    const chosen = { name: 'Ea Holm', framework: 'skanderborg', role: null, unit: 'Teknik' }
    expect(await stored(1)).toMatchObject(chosen)
    expect(await imported(roster('odder', 'direktoer'))).toEqual({ ...none, unchanged: 1, kept: 1 })
    expect(await imported(roster('skanderborg', ''))).toEqual({ ...none, unchanged: 1 })
    expect(await stored(1)).toMatchObject(chosen)
  })

  test('that the roster has said before, it corrects: somebody is promoted, or moves, whether they have met the bot or not', async () => {
    await imported(roster('skanderborg', 'kontraktholder'))
    expect(await imported(roster('skanderborg', 'leder-af-leder'))).toEqual({ ...none, changed: 1 })
    expect(await stored(1)).toMatchObject({ framework: 'skanderborg', role: 'leder-af-leder' })
    await rememberPerson(place.ctx({ leaderId: id(1) }), conversation)
    expect(await imported(roster('odder', 'direktoer'))).toEqual({ ...none, changed: 1 })
    expect(await stored(1)).toMatchObject({ framework: 'odder', role: 'direktoer' })
    await imported(roster('', ''))
    expect(await stored(1)).toMatchObject({ framework: null, role: null })
  })

  test('that it takes from somebody who has met Pejling is noted until it is told, comes back with undoing, and is not noted for a stranger', async () => {
    await imported(roster('skanderborg', 'kontraktholder'))
    await imported(roster('skanderborg', 'direktoer'))
    expect((await stored(1))?.formerRole).toBeUndefined()
    await updateLeader(place.ctx({ leaderId: id(1) }), () => ({ welcomedAt: '2026-03-01T08:00:00.000Z' }))
    const { draftId } = await importList(hr(), roster('skanderborg', 'leder-af-leder'))
    const formerRole = { framework: 'skanderborg', role: 'direktoer' }
    expect(await stored(1)).toMatchObject({ role: 'leder-af-leder', formerRole })
    // Told meanwhile, which undoing the list does not mind.
    await takeFormerRole(place.ctx({ leaderId: id(1) }))
    await undoRoster(hr(), { draftId })
    expect(await stored(1)).toMatchObject({ role: 'direktoer' })
    await imported(roster('skanderborg', 'kontraktholder'))
    await imported(roster('skanderborg', 'direktoer'))
    expect((await stored(1))?.formerRole).toBeUndefined()
  })

  test('that a leader confirms in the chat are theirs from then on', async () => {
    await imported(roster('odder', 'stabschef'))
    await saveProfile(place.ctx({ leaderId: id(1) }), { framework: 'odder', role: 'stabschef' })
    expect(await imported(roster('odder', 'direktoer'))).toEqual({ ...none, unchanged: 1, kept: 1 })
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
    await imported(roster('odder', 'direktoer'))
    expect((await stored(1))?.role).toBe(role)
  })
})

test('columns that the file has not stay as they are', async () => {
  const all = 'objectId;name;framework;role;unit;timeZone'
  await imported(`${all}\n${id(1)};Ea;odder;stabschef;Skole;America/Nuuk`)
  const before = await stored(1)
  expect(await imported(`objectId\n${id(1)}`)).toEqual({ ...none, unchanged: 1 })
  expect(await imported(`objectId;name\n${id(1)};Ea`)).toEqual({ ...none, unchanged: 1 })
  expect(await stored(1)).toEqual(before)
  await imported(`objectId;unit\n${id(1)};`)
  expect(await stored(1)).toEqual({ ...before, unit: null })
  await imported(`objectId;framework\n${id(1)};odder`)
  expect(await stored(1)).toMatchObject({ framework: 'odder', role: 'stabschef' })
  // A role belongs to its municipality.
  await imported(`objectId;framework\n${id(1)};kerteminde`)
  expect(await stored(1)).toMatchObject({ framework: 'kerteminde', role: null })
})

test('somebody who is erasing their data does not come back by it', async () => {
  await updateLeader(place.ctx({ leaderId: id(1) }), () => ({ erasing: 'e' }))
  const text = `objectId,name,unit\n${id(1)},Ea,Teknik`
  expect(await imported(text)).toEqual({ ...none, unchanged: 1 })
  expect(await stored(1)).toMatchObject({ unit: null })
})

describe('somebody who is known by an address only', () => {
  const text = 'Navn;E-mail;Titel;Enhed\nEa Holm;Ea.Holm@kommune.dk;Skoleleder;Skole'

  test('stands as somebody to be met, once, and is no leader yet', async () => {
    const { awaited: count, counts } = await importList(hr('skanderborg'), text)
    expect([count, counts]).toEqual([1, { ...none, created: 1 }])
    expect(await imported(text, 'skanderborg')).toEqual({ ...none, unchanged: 1 })
    expect(await awaited()).toMatchObject([
      {
        addresses: ['ea.holm@kommune.dk'],
        name: 'Ea Holm',
        framework: 'skanderborg',
        role: 'kontraktholder',
        unit: 'Skole',
      },
    ])
    expect(await everyDocument(place.store, leaders, 'tenant')).toEqual([])
  })

  test('is found by the address again when another list has brought the object id', async () => {
    await imported(`object id;mail\n${id(1)};EA.HOLM@kommune.dk`)
    expect(await imported(text, 'skanderborg')).toEqual({ ...none, changed: 1 })
    expect(await stored(1)).toMatchObject({ role: 'kontraktholder', unit: 'Skole', addresses: ['ea.holm@kommune.dk'] })
    expect(await awaited()).toEqual([])
  })

  test('is no longer expected where a later list says nobody of that address is left', async () => {
    await imported(text, 'skanderborg')
    const { leaving, counts, draftId } = await importList(hr(), 'email\nbo@kommune.dk', 'yes')
    expect([leaving.map(({ name }) => name), counts?.leaving]).toEqual([['Ea Holm'], 1])
    expect(await awaited()).toMatchObject([{ addresses: ['bo@kommune.dk'] }])
    await undoRoster(hr(), { draftId })
    expect(await awaited()).toMatchObject([{ addresses: ['ea.holm@kommune.dk'], unit: 'Skole' }])
  })
})

describe('a role that nobody knows', () => {
  const text = `objectId;titel\n${id(1)};Ceremonimester\n${id(2)};Ceremonimester\n${id(3)};kontraktholder`

  test('is told with how often it stands there, and leaves the role as it is', async () => {
    await imported(`objectId;rolle\n${id(1)};direktoer`, 'skanderborg')
    const { titles, counts } = await importList(hr('skanderborg'), text)
    expect(titles).toMatchObject([{ said: 'Ceremonimester', framework: 'skanderborg', role: null, count: 2 }])
    expect(counts).toMatchObject({ created: 2 })
    expect((await stored(1))?.role).toBe('direktoer')
    expect((await stored(2))?.role).toBeNull()
  })

  test.each<[string, string | null]>([
    ['kontraktholder', 'kontraktholder'],
    ['', null],
    ['keiser', 'direktoer'],
  ])('becomes what HR chooses for it: %p', async (choice, role) => {
    await imported(`objectId;rolle\n${id(1)};direktoer`, 'skanderborg')
    const { draft, titles } = await readList(hr('skanderborg'), text)
    const choices = Object.fromEntries(titles.map(({ key }) => [key, choice]))
    await chooseRoles(hr(), { draftId: draft.id, choices })
    await importRoster(hr(), { draftId: draft.id, leaving: 'no' })
    expect((await stored(1))?.role).toBe(role)
  })
})

describe('an import is undone', () => {
  test('as it was before, but for what leaders have chosen since', async () => {
    await imported(
      `objectId;name;framework;role;unit\n${id(1)};Ea;odder;stabschef;Skole\n${id(2)};Bo;odder;stabschef;Skole`,
    )
    const before = await stored(1)
    const text = `objectId;name;framework;role;unit\n${id(1)};Ea;odder;direktoer;Teknik\n${id(2)};Bo;odder;direktoer;Teknik\n${id(3)};Ib;odder;direktoer;Teknik\n${id(4)};Uli;odder;direktoer;Teknik`
    const { draftId } = await importList(hr(), text)
    await saveProfile(place.ctx({ leaderId: id(2) }), { framework: 'kerteminde', role: '' })
    await rememberPerson(place.ctx({ leaderId: id(4) }), {
      conversationId: 'a:4',
      serviceUrl: 'https://eu',
      botId: '28:b',
    })
    expect((await undoRoster(hr(), { draftId })).state).toBe('undone')
    expect({ ...(await stored(1)), updatedAt: '' }).toEqual({ ...before, updatedAt: '' })
    expect(await stored(2)).toMatchObject({ framework: 'kerteminde', role: null, unit: 'Teknik' })
    expect(await stored(3)).toBeUndefined()
    expect(await stored(4)).toMatchObject({ name: 'Ea', unit: 'Teknik' })
    expect((await everyDocument(place.store, audit, 'tenant')).map(({ what }) => what)).toContain('roster-undone')
  })

  test('only once, and a list that was undone or dropped is not imported by an older card', async () => {
    const { draftId } = await importList(hr(), `objectId;unit\n${id(1)};Skole`)
    await undoRoster(hr(), { draftId })
    expect(await codeOf(importRoster(hr(), { draftId, leaving: 'no' }))).toBe('conflict')
    const { draft } = await readList(hr(), `objectId;unit\n${id(1)};Skole`)
    await dropRoster(hr(), { draftId: draft.id })
    expect(await codeOf(importRoster(hr(), { draftId: draft.id, leaving: 'no' }))).toBe('conflict')
    expect(await stored(1)).toBeUndefined()
  })
})

describe('a long list', () => {
  const guid = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`
  const text = `objectId;unit\n${Array.from({ length: 900 }, (_, n) => `${guid(n)};Skole`).join('\n')}`

  test('is left half-way when the time is over, and gone on with where it was left', async () => {
    const { draft } = await readList(hr(), text)
    const input = { draftId: draft.id, leaving: 'no' } as const
    expect(await importRoster(hr(), input, 0)).toMatchObject({ state: 'importing', pagesDone: 0, pages: 3 })
    const done = await importRoster(hr(), input)
    expect(done).toMatchObject({ state: 'done', counts: { ...none, created: 900 } })
    expect(await everyDocument(place.store, leaders, 'tenant')).toHaveLength(900)
    expect(await importRoster(hr(), input)).toEqual(done)
  })

  test('that two presses import at once counts everybody once', async () => {
    const { draft } = await readList(hr(), text)
    const input = { draftId: draft.id, leaving: 'no' } as const
    await Promise.all([importRoster(hr(), input), importRoster(hr(), input)])
    expect(await everyDocument(place.store, leaders, 'tenant')).toHaveLength(900)
    const { counts } = await importRoster(hr(), input)
    expect((counts?.created ?? 0) + (counts?.unchanged ?? 0)).toBe(900)
    const lines = await everyDocument(place.store, audit, 'tenant')
    expect(lines.filter(({ what }) => what === 'roster-imported')).toHaveLength(1)
  })
})
