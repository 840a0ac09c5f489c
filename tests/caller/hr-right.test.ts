import { isHr, requireHr } from '../../src/caller/access'
import type { Caller, HrRight } from '../../src/caller/context'
import { hrRightOf, isHrAdministrator, mayManage, reachesUnit, requireHrAdministrator } from '../../src/caller/hr-right'
import { createPlace, type Place } from '../support/verbs'

let place: Place
beforeAll(() => {
  place = createPlace()
})
afterAll(() => place.dispose())

const schools: HrRight = { kind: 'units', units: ['Skoler', 'Dagtilbud'] }
const all: HrRight = { kind: 'everything' }
const none: HrRight = { kind: 'none' }
const reach = { units: [] as string[], people: [] as string[], channels: [] as string[] }

const config = { hrIds: ['bente'] }
test.each<[who: string, caller: Partial<Caller>, right: HrRight, isAdministrator: boolean]>([
  ['a leader', {}, none, false],
  ['who the configuration names', { leaderId: 'bente' }, all, true],
  ['who the configuration names, whatever is stored', { leaderId: 'bente', hrRight: schools }, all, true],
  ['the operator', { isOperator: true }, all, true],
  ['who was given everything', { hrRight: all }, all, false],
  ['who was given some units', { hrRight: schools }, schools, false],
])('%s', (_who, caller, right, isAdministrator) => {
  const ctx = place.ctx(caller, config)
  expect([hrRightOf(ctx), isHr(ctx), isHrAdministrator(ctx)]).toEqual([right, right !== none, isAdministrator])
})

test('who is refused is told their own id', () => {
  expect(() => requireHr(place.ctx({ leaderId: 'ea' }, config))).toThrow(
    expect.objectContaining({ code: 'forbidden', say: { key: 'error.notHr', params: { id: 'ea' } } }),
  )
  expect(() => requireHrAdministrator(place.ctx({ hrRight: all }, config))).toThrow(
    expect.objectContaining({ code: 'forbidden' }),
  )
})

test.each<[audience: string, reach: Partial<typeof reach>, ofSchools: boolean]>([
  ['everybody', {}, false],
  ['one of the units', { units: ['Skoler'] }, true],
  ['both', { units: ['Dagtilbud', 'Skoler'] }, true],
  ['one of them and another', { units: ['Skoler', 'Vej og Park'] }, false],
  ['one of them and a person by name', { units: ['Skoler'], people: ['bo'] }, false],
  ['one of them and a channel', { units: ['Skoler'], channels: ['19:a'] }, false],
  ['a channel alone', { channels: ['19:a'] }, false],
])('a campaign to %s', (_audience, more, ofSchools) => {
  const measured = { ...reach, ...more }
  expect([all, schools, none].map((right) => mayManage(right, measured))).toEqual([true, ofSchools, false])
})

test('a right reaches the leaders of its units, and who is in no known unit only where it is for all', () => {
  const units = ['Skoler', 'Vej og Park', null]
  expect(units.map((unit) => reachesUnit(schools, unit))).toEqual([true, false, false])
  expect(units.map((unit) => reachesUnit(all, unit))).toEqual([true, true, true])
  expect(units.map((unit) => reachesUnit(none, unit))).toEqual([false, false, false])
})
