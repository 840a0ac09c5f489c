import { tokenise } from '../../src/search/danish'
import { createStatementIndex } from '../../src/search/statement-index'
import { library } from '../answers/asking'
import { knowledge } from '../support/kept'

/** What a leader is held to, and hence tells of. */
const told = new Set(['behaviour', 'pitfall', 'requirement', 'shared-task'])
const points = library.points.filter(({ kind }) => told.has(kind))
const lines = library.points.flatMap(({ id }) => library.phrasingsOf(id).map((line) => ({ id, line })))

test('each point that a leader is held to is said in everyday words by at least six lines', () => {
  expect(points.length).toBeGreaterThan(400)
  expect(points.filter(({ id }) => library.phrasingsOf(id).length < 6).map(({ id }) => id)).toEqual([])
})

test('no line stands at two points', () => {
  const ids = new Map<string, Set<string>>()
  for (const { id, line } of lines) {
    const said = line.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '')
    ids.set(said, (ids.get(said) ?? new Set()).add(id))
  }
  expect([...ids].filter(([, at]) => at.size > 1).map(([said]) => said)).toEqual([])
})

test('nobody is named: what is written large within a line is a place, a day or a thing', () => {
  const places = library.frameworks.map(({ municipality }) => municipality)
  const things =
    /^(Facebook|LinkedIn|Linked|Netto|Teams|København|Arbejdstilsynet|Ankestyrelsen|Kommunen|Leadership|Pipeline|Christmas|Easter|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October|November|December|Hoved|Ny|Syntese|Det|Fælles|Vi)$/
  const large = lines.flatMap(({ line }) => line.match(/(?<=[a-zæøå,] )\p{Lu}\p{Ll}+/gu) ?? [])
  expect(large.filter((word) => !things.test(word) && !places.some((place) => place.startsWith(word)))).toEqual([])
})

test('a line leads to its own point: with every tenth left out, most of these find theirs among three of its role', () => {
  const isLeftOut = (line: string) => leftOut.has(line)
  const leftOut = new Set(lines.filter((_, i) => i % 10 === 0).map(({ line }) => line))
  const index = createStatementIndex(
    { ...library, phrasingsOf: (id) => library.phrasingsOf(id).filter((line) => !isLeftOut(line)) },
    knowledge.vocabulary,
  )
  const asked = points.flatMap((point) =>
    library
      .phrasingsOf(point.id)
      .filter(isLeftOut)
      .map((line) => ({ point, line })),
  )
  const found = asked.filter(({ point, line }) => {
    const factor = ({ role }: { role: string }) => (role === point.role ? 1 : 0)
    const concepts = knowledge.vocabulary.concepts(tokenise(line), new Set())
    const hits = index.search(concepts, { frameworks: [point.framework], factor, limit: 3, everyday: 'told' })
    return hits.some((hit) => hit.point.id === point.id)
  })
  expect(asked.length).toBeGreaterThan(500)
  expect(found.length / asked.length).toBeGreaterThanOrEqual(0.6)
})
