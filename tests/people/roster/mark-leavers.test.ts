import { countAddressed } from '../../../src/campaigns/audience/audience'
import { keptAway } from '../../../src/dates/pause-of'
import { resumePrompts } from '../../../src/people/resume-prompts'
import { importRoster } from '../../../src/people/roster/import-roster'
import { markLeavers } from '../../../src/people/roster/mark-leavers'
import { audit } from '../../../src/records/audit'
import { audienceSchema } from '../../../src/records/campaign'
import { leaders } from '../../../src/records/leader'
import { everyDocument } from '../../../src/store/every-document'
import { codeOf, createPlace, type Place } from '../../support/verbs'

let place: Place
beforeEach(async () => {
  place = createPlace()
  await importRoster(hr(), { text: both })
})
afterEach(() => place.dispose())

const hr = () => place.ctx({ leaderId: 'hr' }, { hrIds: ['hr'] })
const id = (n: number) => `${n}0000000-0000-4000-8000-000000000000`
const both = `objectId;name\n${id(1)};Ea\n${id(2)};Bo`
const one = `objectId;name\n${id(1)};Ea`
const everybody = () => countAddressed(hr(), audienceSchema.parse({ isEveryLeader: true }))
const stored = async () => (await place.store.get(leaders, 'tenant', id(2)))?.document
const mark = async (isDryRun: boolean) => (await markLeavers(hr(), { text: one, isDryRun })).map(({ name }) => name)

test('a dry run names those who are missing, and changes nothing', async () => {
  const before = place.writes()
  expect(await mark(true)).toEqual(['Bo'])
  expect(place.writes()).toBe(before)
})

test('whoever is leaving gets no prompts, is named once, and the audit tells how many', async () => {
  expect(await everybody()).toBe(2)
  expect(await mark(false)).toEqual(['Bo'])
  expect(await everybody()).toBe(1)
  expect(await stored().then((bo) => bo && keptAway(bo, '2027-01-05'))).toBe('leaving')
  expect(await mark(false)).toEqual([])
  const lines = await everyDocument(place.store, audit, 'tenant')
  expect(lines.filter(({ what }) => what === 'leavers-marked')).toMatchObject([{ counts: { leavers: 1 } }])
})

test('a roster that names them again, or their own wish, brings the prompts back', async () => {
  await mark(false)
  expect(await importRoster(hr(), { text: both })).toMatchObject({ updated: 1 })
  expect(await everybody()).toBe(2)
  await mark(false)
  await resumePrompts(place.ctx({ leaderId: id(2) }))
  expect((await stored())?.leavingSince).toBeUndefined()
})

test('a faulty file marks nobody', async () => {
  expect(await codeOf(markLeavers(hr(), { text: 'objectId\nx', isDryRun: false }))).toBe('invalid')
  expect(await everybody()).toBe(2)
})
