import type { Question } from '../../../src/answers/question'
import { understand } from '../asking'

const profile = { framework: 'skanderborg', role: 'kontraktholder' }
const firsts = {
  list: 'hvad forventes der af mig',
  find: 'hvad siger grundlaget om tillid',
  compare: 'sammenlign kontraktholder og leder af leder',
  change: 'hvad er nyt når jeg går fra leder af medarbejder til leder af leder',
  define: 'hvad betyder følgeskab i Sønderborg',
  across: 'sammenlign Skanderborg og Sønderborg om tillid',
} as const

interface Wanted {
  readonly operation: Question['operation']
  readonly roles?: readonly string[]
  readonly frameworks?: readonly string[]
  readonly kinds?: readonly string[]
  readonly area?: string
  readonly topic?: readonly string[]
}

test.each<[first: keyof typeof firsts, turn: string, wanted: Wanted]>([
  ['list', 'og i Sønderborg?', { operation: 'list', frameworks: ['sonderborg'] }],
  ['list', 'og teamlederne', { operation: 'list', roles: ['leder-af-medarbejdere'] }],
  ['list', 'og faldgruberne?', { operation: 'list', kinds: ['pitfall'] }],
  ['list', 'kun det om faglig ledelse', { operation: 'list', area: 'faglig-ledelse' }],
  ['list', 'og om økonomi?', { operation: 'find', topic: ['økonomi'] }],
  ['list', 'hvad er forskellen til en direktør', { operation: 'compare', roles: ['kontraktholder', 'direktoer'] }],
  ['list', 'hvad er nyt hvis jeg bliver chef', { operation: 'change', roles: ['kontraktholder', 'chefer'] }],
  ['find', 'og i Sønderborg?', { operation: 'find', frameworks: ['sonderborg'], topic: ['tillid'] }],
  ['find', 'og direktøren?', { operation: 'find', roles: ['direktoer'], topic: ['tillid'] }],
  ['find', 'og faldgruberne?', { operation: 'find', kinds: ['pitfall'], topic: ['tillid'] }],
  ['find', 'kun det om personligt lederskab', { operation: 'find', area: 'personligt-lederskab', topic: ['tillid'] }],
  ['find', 'og økonomi?', { operation: 'find', topic: ['økonomi'] }],
  ['find', 'sammenlign med en direktør', { operation: 'compare', topic: ['tillid'] }],
  ['compare', 'og i Sønderborg?', { operation: 'compare', frameworks: ['sonderborg'] }],
  ['compare', 'og direktøren?', { operation: 'compare', roles: ['kontraktholder', 'direktoer'] }],
  [
    'compare',
    'og faldgruberne?',
    { operation: 'list', kinds: ['pitfall'], roles: ['kontraktholder', 'leder-af-ledere'] },
  ],
  ['compare', 'kun om personaleudvikling', { operation: 'compare', area: 'ledelse-af-personaleudvikling' }],
  ['compare', 'og om økonomi?', { operation: 'compare', topic: ['økonomi'] }],
  ['compare', 'hvad er nyt', { operation: 'change', roles: ['kontraktholder', 'leder-af-ledere'] }],
  ['change', 'og i Sønderborg?', { operation: 'change', frameworks: ['sonderborg'] }],
  ['change', 'og til kontraktholder?', { operation: 'change', roles: ['leder-af-medarbejdere', 'kontraktholder'] }],
  ['change', 'og faldgruberne?', { operation: 'list', kinds: ['pitfall'], roles: ['leder-af-ledere'] }],
  ['change', 'kun det om faglig ledelse', { operation: 'change', area: 'faglig-ledelse' }],
  ['change', 'og om økonomi?', { operation: 'change', topic: ['økonomi'] }],
  ['change', 'sammenlign de to', { operation: 'compare', roles: ['leder-af-medarbejdere', 'leder-af-ledere'] }],
  ['change', 'hvad skal jeg så gøre', { operation: 'list', roles: ['leder-af-ledere'] }],
  ['define', 'og i Odder?', { operation: 'define', frameworks: ['odder'] }],
  ['define', 'og handlekraft?', { operation: 'define', frameworks: ['sonderborg'], area: 'udvis-handlekraft' }],
  ['define', 'og for en chef?', { operation: 'define', roles: ['chefer'], area: 'faa-foelgeskab' }],
  ['across', 'og om økonomi?', { operation: 'compare', frameworks: ['skanderborg', 'sonderborg'], topic: ['økonomi'] }],
  ['across', 'og Odder?', { operation: 'compare', frameworks: ['skanderborg', 'odder'], topic: ['tillid'] }],
])('after %s, “%s” changes one thing', (first, turn, { operation, roles, frameworks, kinds, area, topic }) => {
  const asked = understand([firsts[first], turn], profile)
  expect(asked.operation).toBe(operation)
  if (roles) expect(asked.roles.map(({ as }) => as[0])).toEqual(roles)
  if (frameworks) expect(asked.frameworks).toEqual(frameworks)
  if (kinds) expect(asked.kinds).toEqual(kinds)
  if (area) expect(asked.area).toBe(area)
  if (topic) expect(asked.concepts.map(({ written }) => written)).toEqual(topic)
})

test('what municipalities say of a topic is compared whole, unless a role is named', () => {
  expect(understand(firsts.across, profile).roles).toEqual([])
  expect(understand('sammenlign Skanderborg og Sønderborg om tillid for en chef', profile).roles).toHaveLength(1)
  expect(understand('hvad er forskellen på Odder og Sorø om mod', profile)).toMatchObject({ area: null })
  expect(understand('hvordan taler Sorø og Kerteminde om mod')).toMatchObject({ area: 'mod' })
})
