import fc from 'fast-check'
import { tokenise } from '../../src/search/danish'
import { isAtLeast } from '../../src/search/rank-by-concept'
import type { SearchOptions } from '../../src/search/statement-index'
import { knowledge } from '../support/kept'

const { library, vocabulary, index } = knowledge
const search = (text: string, options: Partial<SearchOptions> = {}) =>
  index.search(vocabulary.concepts(vocabulary.correct(tokenise(text)), new Set()), { limit: 10, ...options })
const slugs = library.frameworks.map((framework) => framework.slug)

test('finds every point by each of its own content words, but for those that stand in every fourth point', () => {
  const lost: string[] = []
  for (const slug of slugs) {
    const points = library.select({ framework: slug })
    const holders = new Map<string, number>()
    for (const { text, signs = [], area } of points)
      for (const term of new Set(
        [text, ...signs, library.areaTitle(slug, area)].flatMap((said) =>
          vocabulary.terms(said).map(({ stem }) => stem),
        ),
      ))
        holders.set(term, (holders.get(term) ?? 0) + 1)
    for (const point of points) {
      const said = new Set(vocabulary.terms(point.text).map(({ stem }) => stem))
      for (const token of tokenise(point.text)) {
        // "Ud mod lokalsamfundet" holds no courage.
        if (!said.has(token.stem) || vocabulary.isStopword(token) || (holders.get(token.stem) ?? 0) > points.length / 4)
          continue
        const hits = index.search(vocabulary.concepts([token], new Set()), { frameworks: [slug], limit: 1_000 })
        if (!hits.some((hit) => hit.point.id === point.id)) lost.push(`${token.written}: ${point.id}`)
      }
    }
  }
  expect(lost).toEqual([])
})

test('finds every pitfall by how it sounds', () => {
  for (const point of library.points)
    for (const sign of point.signs ?? []) {
      const ids = search(sign, { frameworks: [point.framework], limit: 1_000 }).map((hit) => hit.point.id)
      if (vocabulary.concepts(tokenise(sign), new Set()).length > 0) expect(ids).toContain(point.id)
    }
})

test('finds a point by its own words first, in most cases', () => {
  const first = library.points.filter((point) => search(point.text)[0]?.point.text === point.text)
  expect(first.length / library.points.length).toBeGreaterThan(0.97)
})

const texts = fc.array(
  fc.constantFrom(
    'tillid',
    'feedback',
    'strategi',
    'økonomi',
    'delegere',
    'mod',
    'borgere',
    'politisk',
    'trust',
    'xyz',
    'leder',
  ),
  { minLength: 1, maxLength: 5 },
)

test('never gives a point of a framework that was not asked for', () => {
  fc.assert(
    fc.property(texts, fc.subarray(slugs, { minLength: 1 }), (words, frameworks) => {
      const found = search(words.join(' '), { frameworks, limit: 500 }).map(({ point }) => point.framework)
      expect(found.filter((framework) => !frameworks.includes(framework))).toEqual([])
    }),
  )
})

test('a framework gives the same points in the same order alone and among others', () => {
  fc.assert(
    fc.property(texts, fc.subarray(slugs, { minLength: 2, maxLength: 2 }), (words, frameworks) => {
      const together = search(words.join(' '), { frameworks, limit: 1_000 })
      for (const slug of frameworks) {
        const alone = search(words.join(' '), { frameworks: [slug], limit: 1_000 })
        expect(together.filter((hit) => hit.point.framework === slug)).toEqual(alone)
      }
    }),
  )
})

test('gives the best first, no point twice, coverage from 0 to 1, and the same each time', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 0, max: 40 }), (words, limit) => {
      const hits = search(words.join(' '), { limit })
      expect(hits.length).toBeLessThanOrEqual(limit)
      expect(new Set(hits.map((hit) => hit.point.id)).size).toBe(hits.length)
      expect([...hits].sort((a, b) => b.score - a.score)).toEqual(hits)
      expect(hits.filter(({ coverage }) => !(coverage >= 0 && coverage <= 1))).toEqual([])
      expect(search(words.join(' '), { limit })).toEqual(hits)
    }),
  )
})

test('a factor of nothing leaves a point out, and a large one brings it first', () => {
  const [best, second] = search('tillid')
  expect(best && second).toBeDefined()
  const factor = (id: string | undefined, value: number) => ({
    factor: (point: { id: string }) => (point.id === id ? value : 1),
  })
  expect(search('tillid', factor(best?.point.id, 0)).map((hit) => hit.point.id)).not.toContain(best?.point.id)
  expect(search('tillid', factor(second?.point.id, 100))[0]?.point.id).toBe(second?.point.id)
})

test.each(['', '😀', 'xyzzy', 'og det er'])('finds nothing for %j', (text) => {
  expect(search(text)).toEqual([])
})

test('a framework that is not there gives nothing', () => {
  expect(search('tillid', { frameworks: ['aarhus'] })).toEqual([])
})

describe('what leaders say of a point in everyday words', () => {
  const said = library.points.flatMap((point) =>
    library
      .phrasingsOf(point.id)
      .slice(0, 1)
      .map((line) => ({ point, line })),
  )

  test('finds the point for somebody who tells of a situation', () => {
    const found = said.filter(({ point, line }) =>
      search(line, { frameworks: [point.framework], everyday: 'told' }).some((hit) => hit.point.id === point.id),
    )
    expect(found.length / said.length).toBeGreaterThan(0.95)
  })

  test('changes nothing for somebody who asks, and is no more than the weakest evidence for a point', () => {
    for (const { point, line } of said.slice(0, 100)) {
      const asked = search(line, { frameworks: [point.framework], limit: 1_000 })
      expect(asked.map(({ evidence }) => evidence)).not.toContain('phrasing')
      const proven = new Map(asked.map((hit) => [hit.point.id, hit.evidence]))
      const told = search(line, { frameworks: [point.framework], limit: 1_000, everyday: 'told' })
      expect(told.filter((hit) => hit.evidence !== (proven.get(hit.point.id) ?? 'phrasing'))).toEqual([])
    }
  })
})

const grave = ['mobning', 'krænkelser', 'sexchikane', 'selvmord', 'sygefravær', 'vold', 'mobning i teamet', 'bullying']

test.each(grave)('whoever asks for %s is shown a point that speaks of it, or none', (text) => {
  const [asked = ''] = tokenise(text).map(({ stem }) => stem)
  for (const { point, evidence } of search(text, { limit: 1_000 })) {
    expect(isAtLeast(evidence, 'synonym')).toBe(true)
    expect(vocabulary.terms(point.text).map(({ stem }) => stem)).toContain(asked)
  }
})
