import { isMeant } from '../../../src/campaigns/audience/is-meant'
import { library } from '../../cards/sample-cards'

const everybody = { isEveryLeader: true, frameworks: [], roles: [], levels: [], units: [] }
const nobody = { ...everybody, isEveryLeader: false }
const leader = { framework: 'skanderborg', role: 'kontraktholder', unit: 'Skole' }

test.each<[string, object, object, boolean]>([
  ['every leader', {}, {}, true],
  ['every leader, without a profile', {}, { framework: null, role: null, unit: null }, true],
  ['a municipality', { frameworks: ['skanderborg'] }, {}, true],
  ['another municipality', { frameworks: ['odder'] }, {}, false],
  ['a role', { roles: ['kontraktholder'] }, {}, true],
  ['another role', { roles: ['direktoer'] }, {}, false],
  ['a level', { levels: ['leaders'] }, {}, true],
  ['a level, without a role', { levels: ['leaders'] }, { role: null }, false],
  ['a role in a unit', { roles: ['kontraktholder'], units: ['Skole'] }, {}, true],
  ['a role in another unit', { roles: ['kontraktholder'], units: ['Park'] }, {}, false],
  ['every leader: no employee', {}, { role: 'medarbejder' }, false],
  ['a municipality: no employee', { frameworks: ['skanderborg'] }, { role: 'medarbejder' }, false],
  ['employees by their role', { roles: ['medarbejder'] }, { role: 'medarbejder' }, true],
  ['employees by their level', { levels: ['employee'] }, { role: 'medarbejder' }, true],
])('%s', (_what, audience, who, expected) => {
  expect(isMeant(library, { ...everybody, ...audience }, { ...leader, ...who })).toBe(expected)
})

test('with nothing that names leaders, none is meant', () => {
  expect(isMeant(library, nobody, leader)).toBe(false)
  expect(isMeant(library, { ...nobody, roles: ['kontraktholder'] }, leader)).toBe(true)
})
