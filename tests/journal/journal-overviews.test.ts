import fc from 'fast-check'
import type { Profile } from '../../src/answers/profile'
import { createLibrary } from '../../src/framework/library'
import { idParts } from '../../src/framework/schema'
import { coverageOf } from '../../src/journal/reading/coverage'
import type { EntryPlace, JournalEntry, Place } from '../../src/journal/reading/journal-entry'
import { entryKey, isPlace } from '../../src/journal/reading/journal-entry'
import { lusContent } from '../../src/journal/reading/lus-content'
import { ownAreas } from '../../src/journal/reading/own-areas'
import { scaleOverTime } from '../../src/journal/reading/scale-over-time'
import { areaNamed } from '../../src/prompts/choosing/area-named'
import { fittingPrompts } from '../../src/prompts/choosing/fitting-prompts'
import { promptsOnTopic } from '../../src/prompts/choosing/topic-prompts'
import { dayMs } from '../support/fake-clock'
import { knowledge } from '../support/kept'

const { library } = knowledge
let count = 0
function entry(place: EntryPlace, more: Partial<JournalEntry> = {}): JournalEntry {
  count += 1
  return { id: `r${count}`, place, question: '', statementIds: [], text: 'x', at: '2026-03-10T08:00:00.000Z', ...more }
}
const here = (area: string): Place => ({ framework: 'odder', area })
const areaOf = (place: EntryPlace) => (isPlace(place) ? place.area : undefined)
const dayOf = (at: string) => at.slice(0, 10)

describe('coverage', () => {
  const odder = { framework: 'odder', role: 'direktoer' }
  const kontraktholder = { framework: 'skanderborg', role: 'kontraktholder' }
  const areasOf = (profile: Profile, entries: JournalEntry[] = []) =>
    coverageOf(library, profile, entries).areas.map(({ place }) => place.area)
  /** One answer to each prompt that fits. */
  const all = (profile: Profile) =>
    fittingPrompts(library, profile)
      .flat()
      .map(({ id, statements }) => entry(idParts(id), { statementIds: statements }))

  test('counts the leader’s own areas, HR’s questions, notes, talks and the rest apart, and they add up', () => {
    const entries = [
      entry(here('performance')),
      entry(here('performance')),
      entry(null),
      entry('notes'),
      entry('talks'),
      entry({ framework: 'soro', area: 'mod' }),
    ]
    const { areas, hrs, notes, talks, elsewhere, next } = coverageOf(library, odder, entries)
    expect(areas.map(({ count }) => count).reduce((a, b) => a + b)).toBe(2)
    expect([hrs, notes, talks, elsewhere]).toEqual([1, 1, 1, 1])
    expect(areas.find(({ place }) => place.area === 'performance')?.count).toBe(2)
    expect(next?.place.area).not.toBe('performance')
  })

  test('all visited: nothing waits; nothing visited: the first one waits', () => {
    expect(coverageOf(library, kontraktholder, all(kontraktholder)).next).toBeUndefined()
    expect(coverageOf(library, odder, []).next?.place.area).toBe('performance')
  })

  test('a pitfall counts in the area of the point that answers it best, and a list of pitfalls is no area', () => {
    const pitfall = library.select({ ...kontraktholder, kinds: ['pitfall'] })[0]
    const [prompt] = library.promptsFor(pitfall?.id ?? '')
    if (!prompt) throw new Error('no prompt')
    const coverage = coverageOf(library, kontraktholder, [
      entry(idParts(prompt.id), { statementIds: prompt.statements }),
    ])
    const visited = coverage.areas.filter(({ count }) => count > 0)
    expect(visited.map(({ place }) => place.area)).toEqual([idParts(pitfall?.answeredBy?.[0] ?? '').area])
    expect(areasOf(kontraktholder)).not.toContain('typiske-faldgruber')
    expect([coverage.elsewhere, coverage.hasPitfalls]).toEqual([0, true])
  })

  test('a pitfall that nothing answers stays where it stands', () => {
    const area = 'typiske-faldgruber'
    const count = library.prompts.filter(({ id }) => id.startsWith(`skanderborg/kontraktholder/${area}/`)).length
    const frameworks = library.frameworks.map((framework) => ({
      ...framework,
      statements: framework.statements.map(({ answeredBy, ...statement }) => statement),
    }))
    const unpaired = createLibrary(frameworks, library.prompts)
    const { areas } = coverageOf(unpaired, kontraktholder, all(kontraktholder))
    expect(areas.find(({ place }) => place.area === area)?.count).toBe(count)
  })

  test('a chapter such as a foreword is no area, and what was written on it is told beside them', () => {
    expect(areasOf(kontraktholder)).not.toContain('forord')
    expect(areasOf(odder)).toEqual(['performance', 'emergens', 'compliance', 'resiliens'])
    const { chapters, elsewhere } = coverageOf(library, odder, [entry(here('sammen-om-ledelse'))])
    expect([chapters.map(({ place, count }) => [place.area, count]), elsewhere]).toEqual([
      [['sammen-om-ledelse', 1]],
      0,
    ])
  })

  test('without a role the role is asked for where the framework tells them apart', () => {
    const asks = (framework: string, role: string | null) => coverageOf(library, { framework, role }, []).asksRole
    expect(['skanderborg', 'sonderborg', 'odder', 'soro', 'kerteminde'].filter((slug) => asks(slug, null))).toEqual([
      'skanderborg',
      'sonderborg',
    ])
    expect([asks('skanderborg', 'kontraktholder'), asks('skanderborg', 'fagchef')]).toEqual([false, true])
    expect(areasOf({ framework: 'skanderborg', role: null })).toEqual([])
    expect(areasOf({ framework: 'sonderborg', role: null })).toHaveLength(5)
  })

  test('whatever is written is counted once, for every role of every municipality', () => {
    for (const { slug, roles } of library.frameworks)
      for (const role of [null, ...roles.map((each) => each.slug)]) {
        const entries = [...all({ framework: slug, role }), entry(null), entry({ framework: 'x', area: 'y' })]
        const { areas, chapters, hrs, elsewhere } = coverageOf(library, { framework: slug, role }, entries)
        const counted = [...areas, ...chapters].reduce((sum, { count }) => sum + count, 0)
        expect([slug, role, counted + hrs + elsewhere, hrs, elsewhere]).toEqual([slug, role, entries.length, 1, 1])
      }
  })

  test('the name of an area that waits brings a question in it', () => {
    for (const { slug, roles } of library.frameworks)
      for (const role of [null, ...roles.map((each) => each.slug)])
        for (const { place } of coverageOf(library, { framework: slug, role }, []).areas) {
          const topic = library.areaTitle(slug, place.area)
          const on = promptsOnTopic(knowledge, {
            topic,
            profile: { framework: slug, role },
            locale: 'da',
            isGroup: false,
          })
          const [first] = on.status === 'found' ? on.prompts : []
          expect([slug, role, topic, idParts(first?.id ?? '').area]).toEqual([slug, role, topic, place.area])
        }
  })

  test('every role that is asked something has areas, each with points that a question is asked about', () => {
    for (const { slug, roles } of library.frameworks)
      for (const role of roles) {
        const areas = ownAreas(library, { framework: slug, role: role.slug })
        const isAsked = fittingPrompts(library, { framework: slug, role: role.slug }).flat().length > 0
        expect([role.slug, areas.length > 0]).toEqual([role.slug, isAsked])
        for (const { place, statementIds } of areas) {
          expect(place.framework).toBe(slug)
          expect(statementIds.flatMap((id) => library.promptsFor(id))).not.toEqual([])
        }
      }
  })
})

describe('the own scale over time', () => {
  const at = (...scales: [string, number?][]) =>
    scales.map(([at, scale]) => entry(null, { at, ...(scale !== undefined && { scale }) }))
  const given = (...scales: [string, number?][]) =>
    at(...scales.map(([day, scale]): [string, number?] => [`${day}T08:00:00.000Z`, scale]))
  const days = (count: number, from = '2026-03-01') =>
    Array.from({ length: count }, (_, i): [string, number] => [
      new Date(Date.parse(from) + i * dayMs).toISOString().slice(0, 10),
      (i % 5) + 1,
    ])
  /** Several on each of the first days, at an hour of its own each. */
  const hours = (count: number, perDay: number) =>
    Array.from({ length: count }, (_, i): [string, number] => [
      `2026-03-${String(Math.floor(i / perDay) + 1).padStart(2, '0')}T${String((i % perDay) + 8).padStart(2, '0')}:00:00.000Z`,
      (i % 5) + 1,
    ])

  test.each([
    ['nothing', given()],
    ['one answer', given(['2026-01-01', 3])],
    ['answers without a scale', given(['2026-01-01'], ['2026-01-02'], ['2026-01-03', 2])],
  ])('%s is nothing to compare', (_what, entries) => {
    expect(scaleOverTime(entries, dayOf).points).toEqual([])
  })

  test('a few are shown by date, oldest first', () => {
    const entries = given(['2026-03-02', 4], ['2026-01-05', 2], ['2026-02-01'])
    expect(scaleOverTime(entries, dayOf)).toEqual({
      by: 'date',
      points: [
        { when: '2026-01-05', value: 2, count: 1 },
        { when: '2026-03-02', value: 4, count: 1 },
      ],
    })
  })

  test('a few with several on one day are shown each with its time', () => {
    const entries = at(
      ['2026-03-10T09:30:00.000Z', 5],
      ['2026-03-10T08:00:00.000Z', 3],
      ['2026-03-09T08:00:00.000Z', 1],
    )
    expect(scaleOverTime(entries, dayOf)).toEqual({
      by: 'time',
      points: [
        { when: '2026-03-09T08:00:00.000Z', value: 1, count: 1 },
        { when: '2026-03-10T08:00:00.000Z', value: 3, count: 1 },
        { when: '2026-03-10T09:30:00.000Z', value: 5, count: 1 },
      ],
    })
  })

  test('many on few days are shown by day, as a mean that says of how many', () => {
    const { by, points } = scaleOverTime(at(...hours(15, 3)), dayOf)
    expect([by, points.length, points[0]]).toEqual(['date', 5, { when: '2026-03-01', value: 2, count: 3 }])
  })

  test('many on a single day are shown each with its time', () => {
    const { by, points } = scaleOverTime(at(...hours(14, 14)), dayOf)
    expect([by, points.length]).toEqual(['time', 14])
  })

  test('many days of a single month are shown by day: one month is nothing to compare', () => {
    const { by, points } = scaleOverTime(given(...days(20)), dayOf)
    expect([by, points.length]).toEqual(['date', 20])
  })

  test('many days of several months are shown by month, as a mean with one decimal', () => {
    const { by, points } = scaleOverTime(given(...days(70, '2026-01-10')), dayOf)
    expect([by, points.map(({ when }) => when)]).toEqual(['month', ['2026-01', '2026-02', '2026-03']])
    expect(points.reduce((sum, point) => sum + point.count, 0)).toBe(70)
    for (const { value } of points) expect(value).toBe(Math.round(value * 10) / 10)
  })

  test('more answers never show less than there is: at least two points, and every answer in one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 500 * 24 }), fc.integer({ min: 1, max: 5 })), { maxLength: 60 }),
        (answers) => {
          const entries = answers.map(([hour, scale]) =>
            entry(null, { at: new Date(Date.parse('2025-01-01') + hour * 3600_000).toISOString(), scale }),
          )
          const { points } = scaleOverTime(entries, dayOf)
          if (answers.length < 2) return points.length === 0
          const counted = points.reduce((sum, { count }) => sum + count, 0)
          return points.length >= 2 && counted === answers.length
        },
      ),
    )
  })
})

test.each([
  ['faglig ledelse', 'a'],
  ['Faglig  LEDELSE!', 'a'],
  ['opdyrk potentialer', 'b'],
  ['faglig', undefined],
  ['delegering i faglig ledelse', undefined],
  ['', undefined],
])('“%s” names the area %s', (text, expected) => {
  const titles = new Map([
    ['a', 'Faglig ledelse'],
    ['b', 'Opdyrk potentialer'],
  ])
  expect(areaNamed(titles, text)).toBe(expected)
})

test('the talk goes by the framework’s order of areas, oldest answer first, with each point once', () => {
  const [first, second] = ownAreas(library, { framework: 'sonderborg', role: 'leder-af-ledere' }).slice(-2)
  if (!first || !second) throw new Error('no areas')
  const ids = first.statementIds.slice(0, 2)
  const content = lusContent(library, [
    entry(second.place, { at: '2026-05-01T08:00:00.000Z' }),
    entry(null),
    entry(first.place, { statementIds: [...ids].reverse(), at: '2026-04-01T08:00:00.000Z', text: 'ny' }),
    entry(first.place, { statementIds: [...ids, 'gone'], at: '2026-01-01T08:00:00.000Z', text: 'gammel' }),
    entry({ framework: 'x', area: 'y' }),
  ])
  expect(content.areas.map(({ place }) => areaOf(place))).toEqual(
    [first.place.area, second.place.area, 'y', undefined].sort(byKnown),
  )
  const area = content.areas.find(({ place }) => areaOf(place) === first.place.area)
  expect(area?.points.map(({ id }) => id)).toEqual(ids)
  expect(area?.entries.map(({ text }) => text)).toEqual(['gammel', 'ny'])

  function byKnown(a: string | undefined, b: string | undefined): number {
    const rank = (area: string | undefined) =>
      area === undefined ? 3 : area === 'y' ? -1 : area === first?.place.area ? 0 : 1
    return rank(a) - rank(b)
  }
})

test('a key says nothing of what it stands for, and is always the same', () => {
  expect(entryKey('odder.direktoer.performance.q1:2026-03-10')).toMatch(/^[0-9a-f]{12}$/)
  expect(entryKey('a')).toBe(entryKey('a'))
  expect(entryKey('a')).not.toBe(entryKey('b'))
})
