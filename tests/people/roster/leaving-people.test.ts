import { countAddressed } from '../../../src/campaigns/audience/audience'
import { keptAway } from '../../../src/dates/pause-of'
import { resumePrompts } from '../../../src/people/resume-prompts'
import { audit } from '../../../src/records/audit'
import { audienceSchema } from '../../../src/records/campaign'
import { leaders } from '../../../src/records/leader'
import { everyDocument } from '../../../src/store/every-document'
import { importList, readList } from '../../support/import-list'
import { codeOf, createPlace, type Place } from '../../support/verbs'

let place: Place
beforeEach(async () => {
  place = createPlace()
  await importList(hr(), both)
})
afterEach(() => place.dispose())

const hr = () => place.ctx({ leaderId: 'hr' }, { hrIds: ['hr'] })
const id = (n: number) => `${n}0000000-0000-4000-8000-000000000000`
const both = `objectId;name\n${id(1)};Ea\n${id(2)};Bo`
const one = `objectId;name\n${id(1)};Ea`
const everybody = () => countAddressed(hr(), audienceSchema.parse({ isEveryLeader: true }))
const stored = async () => (await place.store.get(leaders, 'tenant', id(2)))?.document
const look = async (text = one) => (await readList(hr(), text)).leaving.map(({ name }) => name)
const mark = async () => (await importList(hr(), one, 'yes')).leaving.map(({ name }) => name)

test('a dry run names those who are missing, and changes nothing', async () => {
  const before = await stored()
  expect(await look()).toEqual(['Bo'])
  expect(await stored()).toEqual(before)
})

test('whoever is leaving gets no prompts, is named once, and the audit tells how many', async () => {
  expect(await everybody()).toBe(2)
  expect(await mark()).toEqual(['Bo'])
  expect(await everybody()).toBe(1)
  expect(await stored().then((bo) => bo && keptAway(bo, '2027-01-05'))).toBe('leaving')
  expect(await mark()).toEqual([])
  const lines = await everyDocument(place.store, audit, 'tenant')
  expect(
    lines
      .filter(({ what }) => what === 'roster-imported')
      .map(({ counts }) => counts.leaving)
      .sort(),
  ).toEqual([0, 0, 1])
})

test('a roster that names them again, or their own wish, brings the prompts back', async () => {
  await mark()
  expect((await importList(hr(), both)).counts).toMatchObject({ changed: 1 })
  expect(await everybody()).toBe(2)
  await mark()
  await resumePrompts(place.ctx({ leaderId: id(2) }))
  expect((await stored())?.leavingSince).toBeUndefined()
})

test.each<[string, string]>([
  ['a row that is faulty and names them', `objectId;name;timeZone\n${id(1)};Ea;\n${id(2)};;Kbh`],
  ['a faulty row with their name', `objectId;name\n${id(1)};Ea\nx;Bo`],
  ['a list that goes by addresses, where none of theirs is known', 'email\nea@kommune.dk'],
])('%s counts nobody as leaving', async (_what, text) => {
  expect(await look(text)).toEqual([])
})

test('a file that cannot be used marks nobody', async () => {
  expect(await codeOf(importList(hr(), 'navn\nEa', 'yes'))).toBe('invalid')
  expect(await everybody()).toBe(2)
})
