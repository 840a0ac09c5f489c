import { atHome, frameworksAtHome } from '../../src/framework/at-home'

test('who has chosen no municipality belongs to the one that everybody works for, and what was chosen stands', () => {
  const nobody = { id: 'a', framework: null }
  expect(atHome(nobody, 'skanderborg')).toEqual({ id: 'a', framework: 'skanderborg' })
  expect(atHome(nobody, null)).toBe(nobody)
  const elsewhere = { id: 'b', framework: 'odder' }
  expect(atHome(elsewhere, 'skanderborg')).toBe(elsewhere)
})

test('a plan that names no municipality means the one there is, else all', () => {
  expect(frameworksAtHome([], 'skanderborg')).toEqual(['skanderborg'])
  expect(frameworksAtHome([], null)).toEqual([])
  expect(frameworksAtHome(['odder'], 'skanderborg')).toEqual(['odder'])
})
