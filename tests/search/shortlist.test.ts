import { createStanding } from '../../src/search/rank-by-concept'
import { createShortlist } from '../../src/search/shortlist'

const trait = { boost: 1, proves: 'own' } as const
const textOf = (...terms: readonly string[]) => {
  const { standing, add } = createStanding()
  for (const term of terms) add(term, trait, true)
  return standing
}
const values = (...terms: readonly (readonly [string, number])[]) => new Map(terms)

it('finds the texts that hold what is worth most, the best first and equals in their order', () => {
  const { find } = createShortlist([textOf('tid'), textOf('mod', 'tid'), textOf('ro'), textOf('mod'), textOf('mod')])
  expect(find(values(['tid', 1], ['mod', 2]), [{ from: 0, to: 5 }])).toEqual([1, 3, 4, 0])
})

it('looks only in the stretches it is given', () => {
  const { find } = createShortlist([textOf('mod'), textOf('mod'), textOf('mod'), textOf('mod')])
  const mod = values(['mod', 1])
  expect(find(mod, [{ from: 1, to: 3 }])).toEqual([1, 2])
  expect(
    find(mod, [
      { from: 3, to: 4 },
      { from: 0, to: 1 },
    ]),
  ).toEqual([3, 0])
  expect(find(mod, [])).toEqual([])
})

it('does bounded work: of a word that stands everywhere it gives a hundred, and looks no further than the telling words bring', () => {
  const texts = Array.from({ length: 2_000 }, (_, i) => (i === 1_999 ? textOf('ledelse', 'mod') : textOf('ledelse')))
  const { find, frequency } = createShortlist(texts)
  expect(frequency('ledelse')).toBe(2_000)
  expect(frequency('uro')).toBeUndefined()
  const found = find(values(['ledelse', 0.1], ['mod', 3]), [{ from: 0, to: 2_000 }])
  expect(found).toHaveLength(100)
  expect(found[0]).toBe(1_999)
  const isLookedUp = find(values(['ledelse', 3], ['mod', 0.1]), [{ from: 0, to: 2_000 }])
  expect(isLookedUp).not.toContain(1_999)
})
