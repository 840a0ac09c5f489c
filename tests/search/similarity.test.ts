import fc from 'fast-check'
import { knowledge } from '../support/kept'

const { library, similarity } = knowledge
const point = fc.constantFrom(...library.points)
const at = (id: string) => {
  const found = library.point(id)
  if (!found) throw new Error(`no point ${id}`)
  return found
}

test('is the same both ways and lies between nothing and one', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      const likeness = similarity(a, b)
      expect(likeness).toBeGreaterThanOrEqual(0)
      expect(likeness).toBeLessThanOrEqual(1 + 1e-9)
      expect(similarity(b, a)).toBeCloseTo(likeness, 12)
    }),
  )
})

test('nothing is liker a point than itself', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      expect(similarity(a, a)).toBeCloseTo(1, 9)
      expect(similarity(a, b)).toBeLessThanOrEqual(similarity(a, a) + 1e-9)
    }),
  )
})

test('the same demand on two roles is liker than another demand on the same role', () => {
  const politicalSense = at('skanderborg/direktoer/folkestyre-sporet/1')
  const sameElsewhere = at('skanderborg/fag-og-stabschef/folkestyre-sporet/1')
  const other = at('skanderborg/direktoer/typiske-faldgruber/1')
  expect(similarity(politicalSense, sameElsewhere)).toBeGreaterThan(0.45)
  expect(similarity(politicalSense, sameElsewhere)).toBeGreaterThan(similarity(politicalSense, other))
})

test('a point that the library does not have is like nothing, and does not throw', () => {
  const [known] = library.points
  if (!known) throw new Error('no points')
  expect(similarity(known, { ...known, id: 'hav/leder/mod/1' })).toBe(0)
})
