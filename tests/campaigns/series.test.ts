import { makeSeries, type Series, type SeriesInput } from '../../src/campaigns/form/series'
import { knowledge } from '../support/kept'

const { library } = knowledge
const made = (input: Partial<SeriesInput> & Pick<SeriesInput, 'name'>): Series | undefined =>
  makeSeries(knowledge, { framework: 'skanderborg', from: null, to: null, ...input })
const idsOf = (series: Series | undefined) => (series?.plan.kind === 'chosen' ? series.plan.promptIds : [])
const isPitfall = (id: string) => library.point(library.prompt(id)?.statements[0] ?? '')?.kind === 'pitfall'
const count = (ids: readonly string[], id: string) => ids.filter((each) => each === id).length

describe('“Ny i rollen”', () => {
  const ids = idsOf(made({ name: 'newInRole', from: 'leder-af-medarbejder', to: 'kontraktholder' }))

  test('lasts twelve weeks, is for the new role only, and asks nothing of the old one', () => {
    const series = made({ name: 'newInRole', from: 'leder-af-medarbejder', to: 'kontraktholder' })
    expect(series).toMatchObject({ weeks: 12, roles: ['kontraktholder'] })
    expect(ids).toHaveLength(12)
    expect(ids.filter((id) => !/^skanderborg\/(kontraktholder|alle-ledere)\//.test(id))).toEqual([])
  })

  test('brings pitfalls twice each and some of what is new once more, weeks later', () => {
    const pitfalls = [...new Set(ids.filter(isPitfall))]
    expect(pitfalls.map((id) => count(ids, id))).toEqual([2, 2])
    const again = [...new Set(ids)].filter((id) => !isPitfall(id) && count(ids, id) > 1)
    expect(again).toHaveLength(2)
    for (const id of [...again, ...pitfalls]) expect(ids.lastIndexOf(id) - ids.indexOf(id)).toBeGreaterThanOrEqual(5)
  })

  test('depends on where one comes from', () => {
    expect(idsOf(made({ name: 'newInRole', from: 'direktoer', to: 'kontraktholder' }))).not.toEqual(ids)
    expect(idsOf(made({ name: 'newInRole', to: 'kontraktholder' }))).toHaveLength(12)
  })
})

test('“Ny i rollen” asks the same in no framework and no two roles within four weeks, and at most twice', () => {
  const pairs = library.frameworks.flatMap(({ slug: framework, roles }) =>
    roles.flatMap(({ slug: to }) => [null, ...roles.map(({ slug }) => slug)].map((from) => ({ framework, from, to }))),
  )
  const lengths: number[] = []
  const tooOften = pairs.flatMap((pair) => {
    const texts = idsOf(made({ name: 'newInRole', ...pair })).map((id) => library.prompt(id)?.text ?? '')
    if (texts.length > 0) lengths.push(texts.length)
    const isTooOften = texts.some(
      (text, week) => texts.slice(Math.max(0, week - 3), week).includes(text) || count(texts, text) > 2,
    )
    return isTooOften ? [{ ...pair, texts }] : []
  })
  expect(tooOften).toEqual([])
  expect(lengths.length).toBeGreaterThan(100)
  expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([8, 12])
})

test('where one profile is for all leaders, a new one goes through it from the beginning, wherever they come from', () => {
  const ids = idsOf(made({ name: 'newInRole', framework: 'odder', to: 'virksomhedsleder' }))
  expect(ids).toHaveLength(12)
  expect(ids.filter((id) => !id.startsWith('odder/alle-ledere/'))).toEqual([])
  const from = { name: 'newInRole', framework: 'odder', from: 'direktoer', to: 'virksomhedsleder' } as const
  expect(idsOf(made(from))).toEqual(ids)
})

test('“Ét område ad gangen” gives each area of the framework two weeks', () => {
  const series = made({ name: 'oneArea' })
  if (series?.plan.kind !== 'areas') throw new Error('no areas')
  expect(series.plan.occasionsEach).toBe(2)
  expect(series.weeks).toBe(2 * series.plan.areas.length)
  expect(series.plan.areas).toContain('strategisk-ledelse')
})

test('“Faldgruber” lasts six weeks, and after a review HR chooses the areas', () => {
  expect(made({ name: 'pitfalls' })).toEqual({ plan: { kind: 'pitfalls' }, weeks: 6, roles: [] })
  expect(made({ name: 'afterReview' })).toMatchObject({ plan: { kind: 'areas', areas: [] }, weeks: 8 })
})

test('“To sider af samme sag” asks both roles in the same week, each about their own side', () => {
  const series = made({ name: 'twoSides', from: 'kontraktholder', to: 'leder-af-medarbejder' })
  if (series?.plan.kind !== 'byRole') throw new Error('no turns')
  expect(series.roles).toEqual(['kontraktholder', 'leder-af-medarbejder'])
  expect(series.plan.turns.length).toBeGreaterThanOrEqual(3)
  for (const turn of series.plan.turns) {
    expect(Object.keys(turn).sort()).toEqual([...series.roles].sort())
    for (const id of Object.values(turn)) expect(library.prompt(id)).toBeDefined()
  }
  const firsts = series.plan.turns.map(({ kontraktholder }) => kontraktholder)
  expect(new Set(firsts).size).toBe(firsts.length)
})

test('where there is too little, or one role only, there is no series', () => {
  expect(made({ name: 'twoSides', from: 'kontraktholder', to: 'kontraktholder' })).toBeUndefined()
  expect(made({ name: 'newInRole' })).toBeUndefined()
  expect(made({ name: 'newInRole', to: 'findes-ikke' })).toBeUndefined()
  expect(made({ name: 'oneArea', framework: 'findes-ikke' })).toBeUndefined()
})
