import { answersTo, pairedPrompts, pitfallsOf } from '../../../src/prompts/choosing/point-pairs'
import { knowledge } from '../../support/kept'

const { library } = knowledge
const pitfalls = library.points.filter(({ answeredBy }) => answeredBy)

test('every pairing of the data is found from both sides', () => {
  expect(pitfalls.length).toBeGreaterThan(20)
  for (const pitfall of pitfalls) {
    const answers = answersTo(library, pitfall)
    expect(answers.map(({ id }) => id)).toEqual(pitfall.answeredBy)
    for (const answer of answers.filter(({ kind }) => kind !== 'pitfall'))
      expect(pitfallsOf(library, answer)).toContain(pitfall)
  }
})

test('of several pitfalls the one comes first that the point answers best', () => {
  for (const point of library.points) {
    const places = pitfallsOf(library, point).map(({ answeredBy = [] }) => answeredBy.indexOf(point.id))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  }
})

test('what goes with a prompt is of the other kind and the same role, and goes with it in turn', () => {
  const kindOf = (id: string) => (library.point(library.prompt(id)?.statements[0] ?? '')?.kind === 'pitfall' ? 1 : 0)
  const paired = library.prompts.filter(({ id }) => pairedPrompts(library, id).length > 0)
  expect(paired.length).toBeGreaterThan(20)
  for (const { id } of paired)
    for (const other of pairedPrompts(library, id)) {
      expect(other.split('/').slice(0, 2)).toEqual(id.split('/').slice(0, 2))
      if (library.prompt(id)?.statements.length === 1 && library.prompt(other)?.statements.length === 1)
        expect([kindOf(other), pairedPrompts(library, other).includes(id)]).toEqual([1 - kindOf(id), true])
    }
  expect(pairedPrompts(library, 'gone/role/area/q1')).toEqual([])
})
