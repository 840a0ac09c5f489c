import { isNewInOwnRole, tellsOfNewRole } from '../../../src/answers/reading/new-in-role'

test.each([
  ['Jeg er ny i rollen.', true],
  ['ny i min rolle', true],
  ['Jeg er helt ny i jobbet', true],
  ['I am new in the role', true],
  ['jeg er lige blevet kontraktholder', true],
  ['jeg er lige blevet far', false],
  ['jeg er kontraktholder', false],
  ['min kollega er ny i rollen', false],
  ['jeg er ny i rollen og synes, det er svært at slippe opgaverne', false],
  ['hvad er nyt i rollen?', false],
])('“%s” says that somebody is new in their own role: %s', (text, expected) => {
  expect(isNewInOwnRole(text, 'Kontraktholder')).toBe(expected)
})

test.each([
  ['jeg er lige blevet kontraktholder i Skanderborg', true],
  ['jeg er begyndt som direktør', true],
  ['jeg er kontraktholder i Skanderborg', false],
  ['jeg har været kontraktholder i ti år', false],
])('“%s” tells of a role that is new: %s', (text, expected) => {
  expect(tellsOfNewRole(text)).toBe(expected)
})
