import { lazily } from '../../src/async/lazily'

interface Parts {
  readonly base: number
  readonly double: number
}

function createParts() {
  const made: string[] = []
  const parts: Parts = lazily<Parts>({
    base() {
      made.push('base')
      return 2
    },
    double() {
      made.push('double')
      return parts.base * 2
    },
  })
  return { parts, made }
}

test('a part is made when it is first asked for, with those it is made of, and once', () => {
  const { parts, made } = createParts()
  expect(made).toEqual([])
  expect([parts.double, parts.double, parts.base]).toEqual([4, 4, 2])
  expect(made).toEqual(['double', 'base'])
})

test('a copy holds every part, made', () => {
  const { parts, made } = createParts()
  expect({ ...parts }).toEqual({ base: 2, double: 4 })
  expect(made).toEqual(['base', 'double'])
})
