import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Profile } from '../../../src/answers/profile'
import { askedPoints, promptPlace } from '../../../src/framework/asked-points'
import { fittingPrompts } from '../../../src/prompts/choosing/fitting-prompts'
import { type Asked, promptsOnTopic } from '../../../src/prompts/choosing/topic-prompts'
import { knowledge } from '../../support/kept'

interface Row {
  readonly leader: string
  readonly own: Record<string, string>
  readonly other?: Record<string, string>
  readonly none: string[]
}
const table = parse(readFileSync(join(__dirname, 'prompt-topics.yaml'), 'utf8')) as Row[]

const kontraktholder: Profile = { framework: 'skanderborg', role: 'kontraktholder' }
const ask = (topic: string, profile: Profile = kontraktholder, more: Partial<Asked> = {}) =>
  promptsOnTopic(knowledge, { topic, profile, locale: 'da', isGroup: false, ...more })
const idsOn = (...asked: Parameters<typeof ask>) => {
  const on = ask(...asked)
  return on.status === 'found' ? on.prompts.map(({ id }) => id) : []
}

describe.each(table)('$leader', ({ leader, own, other = {}, none }) => {
  const [framework = '', role = ''] = leader.split('/')
  const profile = { framework, role: role || null }
  const fitting = new Set(fittingPrompts(knowledge.library, profile).flat())

  test.each([
    ...Object.entries(own).map(([topic, said]) => [topic, 'own', said] as const),
    ...Object.entries(other).map(([topic, said]) => [topic, 'other', said] as const),
  ])('“%s” is found: %s, with %s', (topic, whose, said) => {
    const on = ask(topic, profile)
    const [first] = on.status === 'found' ? on.prompts : []
    if (!first) throw new Error('none found')
    const point = knowledge.library.point(first.statements[0] ?? '')
    expect(`${first.text} ${point?.text}`).toMatch(new RegExp(said, 'i'))
    expect(fitting.has(first) ? 'own' : 'other').toBe(whose)
  })

  test.each(none)('“%s” is nowhere', (topic) => expect(ask(topic, profile)).toMatchObject({ status: 'none' }))
})

test('the table has topics enough, half of them absent', () => {
  const count = (of: (row: Row) => readonly unknown[]) => table.flatMap(of).length
  const absent = count(({ none }) => none)
  const present = count(({ own, other = {} }) => [...Object.keys(own), ...Object.keys(other)])
  expect(Math.min(absent, present)).toBeGreaterThan(40)
})

test('an area that is named is that area in the own role, all of it, before it is anything else', () => {
  const { library } = knowledge
  for (const area of ['faglig-ledelse', 'strategisk-ledelse', 'personligt-lederskab', 'folkestyre-sporet']) {
    const fitting = fittingPrompts(library, kontraktholder).flat()
    const all = fitting.filter((each) => promptPlace(each.id, askedPoints(each, 'kontraktholder')).area === area)
    expect(all.some(({ id }) => id.startsWith('skanderborg/kontraktholder/'))).toBe(true)
    const found = idsOn(library.areaTitle('skanderborg', area).toUpperCase())
    expect([...found].sort()).toEqual(all.map(({ id }) => id).sort())
  }
  expect(new Set(idsOn('mod', { framework: 'soro' }).map((id) => id.split('/')[2]))).toEqual(new Set(['mod']))
})

test('a synonym of it will do, of one’s own role before what is said to everybody', () => {
  const ids = idsOn('at sætte retning', { framework: 'sonderborg', role: 'leder-af-medarbejdere' })
  const roles = ids.map((id) => id.split('/')[1])
  expect(roles.indexOf('alle-ledere')).toBeGreaterThan(roles.lastIndexOf('leder-af-medarbejdere'))
  expect(roles).toContain('leder-af-medarbejdere')
})

test('of other roles’ the task of the group that one works in comes first', () => {
  expect(idsOn('den fælles opgave')[0]).toMatch(/^skanderborg\/faglige-faellesskaber\//)
})

test('nobody gets another municipality’s, unless it is asked for or there is none of one’s own', () => {
  for (const topic of ['tillid', 'mod', 'feedback', 'strategisk ledelse', 'kvalitet', 'borgerne'])
    for (const id of idsOn(topic, { framework: 'odder' })) expect(id).toMatch(/^odder\//)
  expect(idsOn('tillid i Sorø')[0]).toMatch(/^soro\//)
  expect(idsOn('uddelegering', {})[0]).toMatch(/^kerteminde\//)
})

test('a group is asked what its members share, of whatever role, and nothing that is private', () => {
  const group = { isGroup: true }
  const ids = ['tillid', 'feedback', 'faglig ledelse', 'strategi'].flatMap((topic) =>
    idsOn(topic, kontraktholder, group),
  )
  expect(new Set(ids.map((id) => id.split('/')[1])).size).toBeGreaterThan(1)
  expect(ids.filter((id) => knowledge.library.prompt(id)?.private)).toEqual([])
  expect(ask('fodbold', kontraktholder, group)).toEqual({ status: 'none', near: [] })
})

test.each(['ledelse', 'lederskab', '👍', '', 'mig og os'])('“%s” says nothing to choose by', (topic) => {
  expect(ask(topic)).toEqual({ status: 'any' })
})

test.each<[string, Asked['locale'], string[]]>([
  ['stress', 'da', ['arbejdsmiljø', 'prioritering']],
  ['stress', 'en', ['well-being', 'work environment']],
  ['konflikter', 'da', ['dialog', 'relation']],
  ['samarbejde med fagforeninger', 'da', ['samarbejde', 'fællesskab']],
  ['fodbold', 'da', []],
])('near “%s” in %s are %j, each of which has a question', (topic, locale, near) => {
  expect(ask(topic, kontraktholder, { locale })).toEqual({ status: 'none', near })
  for (const name of near) expect(idsOn(name).length).toBeGreaterThan(0)
})
