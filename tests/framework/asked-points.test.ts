import { askedPoints, promptPlace } from '../../src/framework/asked-points'

const toAll = {
  id: 'by/alle-ledere/forord/q1',
  statements: ['by/alle-ledere/forord/1', 'by/chef/mod/2', 'by/direktoer/kurs/1', 'by/direktoer/kurs/3'],
}

test.each<[role: string | null | undefined, expected: string[], why: string]>([
  ['chef', ['by/chef/mod/2'], 'theirs alone'],
  ['direktoer', ['by/direktoer/kurs/1', 'by/direktoer/kurs/3'], 'all that are theirs'],
  ['leder', ['by/alle-ledere/forord/1'], 'none is theirs: what everybody is asked about'],
  [null, ['by/alle-ledere/forord/1'], 'their role is not known'],
  [undefined, ['by/alle-ledere/forord/1'], 'nobody in particular'],
])('a question to every leader asks a %s about %j: %s', (role, expected) => {
  expect(askedPoints(toAll, role)).toEqual(expected)
})

test('a question to every leader that names no point for all asks about those it names', () => {
  const ofOne = { id: 'by/alle-ledere/roller/q1', statements: ['by/ledere/roller/1'] }
  expect(askedPoints(ofOne, null)).toEqual(ofOne.statements)
})

test('another role’s question stays about its own points', () => {
  const ofChef = { id: 'by/chef/mod/q1', statements: ['by/chef/mod/1', 'by/chef/kurs/2'] }
  expect(askedPoints(ofChef, 'direktoer')).toEqual(ofChef.statements)
})

test('a question belongs to the area of its id, but one to every leader to that of the point it was asked about', () => {
  expect(promptPlace('by/chef/mod/q1', ['by/chef/kurs/2'])).toEqual({ framework: 'by', area: 'mod' })
  expect(promptPlace(toAll.id, ['by/chef/mod/2'])).toEqual({ framework: 'by', area: 'mod' })
  expect(promptPlace(toAll.id, [])).toEqual({ framework: 'by', area: 'forord' })
})
