import { idParts } from '../../../src/framework/schema'
import {
  commonPrompts,
  fittingChannelPrompts,
  fittingPrompts,
  otherPrompts,
  promptsOn,
  promptsToDiscuss,
} from '../../../src/prompts/choosing/fitting-prompts'
import { knowledge } from '../../support/kept'

const { library } = knowledge
const allOver = library.frameworks.map(({ slug }) => `${slug}/alle-ledere`).sort()
const rolesOf = (prompts: readonly { id: string }[]) =>
  [...new Set(prompts.map(({ id }) => id.split('/').slice(0, 2).join('/')))].sort()

test.each<[framework: string | null, role: string | null, expected: string[][], why: string]>([
  ['skanderborg', 'kontraktholder', [['skanderborg/kontraktholder'], ['skanderborg/alle-ledere']], 'its own first'],
  ['odder', 'virksomhedsleder', [['odder/alle-ledere']], 'one profile for all'],
  ['soro', 'alle-ledere', [['soro/alle-ledere']], 'one profile for all'],
  ['kerteminde', 'ledere', [['kerteminde/alle-ledere']], 'one profile for all'],
  ['odder', null, [['odder/alle-ledere']], 'no role known, and none needed'],
  ['skanderborg', 'fagchef', [['skanderborg/alle-ledere']], 'a role that is gone'],
  ['skanderborg', 'medarbejder', [['skanderborg/medarbejder'], ['skanderborg/personalegrupper']], 'no leader’s'],
  ['skanderborg', 'personalegrupper', [['skanderborg/personalegrupper'], ['skanderborg/medarbejder']], 'no leader’s'],
  [null, null, [allOver], 'nothing known: what any leader can take up'],
  ['aarhus', 'chef', [allOver], 'a framework that is gone'],
])('a leader of %s, %s gets those of %j: %s', (framework, role, expected) => {
  expect(fittingPrompts(library, { framework, role }).map(rolesOf)).toEqual(expected)
})

test('whatever the role of a leader, there are some, and for nobody one of another municipality', () => {
  for (const framework of library.frameworks)
    for (const role of [null, ...framework.roles.map(({ slug }) => slug)]) {
      const prompts = fittingPrompts(library, { framework: framework.slug, role }).flat()
      const isEmployee = library.role(framework.slug, role ?? '')?.level === 'employee'
      expect([role, isEmployee || prompts.length > 0]).toEqual([role, true])
      for (const { id } of prompts) expect(id).toMatch(new RegExp(`^${framework.slug}/`))
    }
})

test('an employee is asked nothing that is for leaders, nor a leader what is for employees', () => {
  const isForEmployees = (id: string) => library.role(idParts(id).framework, idParts(id).role)?.level === 'employee'
  for (const { slug: framework, roles } of library.frameworks)
    for (const { slug: role, level } of roles) {
      const profile = { framework, role }
      const all = [...fittingPrompts(library, profile), ...otherPrompts(library, profile)].flat()
      expect(all.filter(({ id }) => isForEmployees(id) !== (level === 'employee'))).toEqual([])
    }
})

test('what any leader can take up is what is said to every leader, of the frameworks asked for', () => {
  expect(rolesOf(commonPrompts(library, []))).toEqual(allOver)
  expect(rolesOf(commonPrompts(library, ['soro', 'odder']))).toEqual(['odder/alle-ledere', 'soro/alle-ledere'])
})

test('a channel’s are first those for every leader, then those of groups of leaders, then those of single roles', () => {
  expect(fittingChannelPrompts(library, ['skanderborg']).map(rolesOf)).toEqual([
    ['skanderborg/alle-ledere'],
    ['direktion', 'faglige-faellesskaber', 'koncernledelsen', 'ledergrupper', 'ledergrupper-i-enhed'].map(
      (slug) => `skanderborg/${slug}`,
    ),
    ['direktoer', 'fag-og-stabschef', 'kontraktholder', 'leder-af-leder', 'leder-af-medarbejder'].map(
      (slug) => `skanderborg/${slug}`,
    ),
  ])
  expect(fittingChannelPrompts(library, ['soro']).map(rolesOf)).toEqual([['soro/alle-ledere'], [], []])
  const all = fittingChannelPrompts(library, []).flat()
  expect(new Set(all).size).toBe(all.length)
})

test('those on statements come in the statements’ order, each once', () => {
  const statements = ['sonderborg/direktionen/saet-retning/3', 'sonderborg/direktionen/saet-retning/2']
  const prompts = promptsOn(library, [...statements, ...statements])
  expect(prompts.flatMap((prompt) => prompt.statements[0])).toEqual(statements)
  expect(promptsOn(library, ['hav/leder/mod/1'])).toEqual([])
})

test('a leader alone is asked what is private, a channel everything but that', () => {
  const own = fittingPrompts(library, { framework: 'skanderborg', role: 'kontraktholder' }).flat()
  const channels = fittingChannelPrompts(library, ['skanderborg']).flat()
  expect(own.filter((prompt) => prompt.private).length).toBeGreaterThan(10)
  expect(channels.filter((prompt) => prompt.private)).toEqual([])
  expect(channels).toEqual(expect.arrayContaining(own.filter((prompt) => !prompt.private)))
})

test('to discuss are those on the points asked for, else those for every leader, never one that is private', () => {
  const own = library.prompts.filter((prompt) => prompt.private)
  const open = library.prompts.filter((prompt) => !prompt.private)
  const pointsOf = (prompts: typeof open) => prompts.flatMap(({ statements }) => statements)
  const isOnlyPrivate = (id: string) => library.promptsFor(id).every((prompt) => prompt.private)
  const onlyPrivate = pointsOf(own).filter(isOnlyPrivate)
  expect(onlyPrivate.length).toBeGreaterThan(10)
  const common = commonPrompts(library, ['soro']).filter((prompt) => !prompt.private)
  expect(promptsToDiscuss(library, onlyPrivate, ['soro'])).toEqual(common)
  expect(promptsToDiscuss(library, [], ['soro'])).toEqual(common)
  expect([...promptsToDiscuss(library, [...pointsOf(own), ...pointsOf(open)], [])].sort(byId)).toEqual(
    [...open].sort(byId),
  )
})

function byId(one: { id: string }, other: { id: string }): number {
  return one.id.localeCompare(other.id)
}
