import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { intentOf } from '../../src/answers/intent-of'
import { noteText } from '../../src/cards/answer/note-text'
import { isOneLeader, roleInSentence } from '../../src/cards/answer/role-phrase'
import { sourceOf, sourceWithName } from '../../src/cards/answer/source-line'
import { suggestionText } from '../../src/cards/answer/suggestion-text'
import type { Point } from '../../src/framework/library'
import { locales } from '../../src/texts'
import { knowledge, texts } from '../support/kept'
import { library } from './sample-cards'

const root = join(__dirname, '..', '..')
const folder = join(root, 'data', 'texts')
const entries = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) =>
    Object.entries(parse(readFileSync(join(folder, name), 'utf8')) as Record<string, { da: string; en: string }>),
  )
const answerSources = readdirSync(join(root, 'src', 'answers'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'src', 'answers', name), 'utf8'))
  .join('\n')
const frameworksKeys = entries.map(([key]) => key).filter((key) => key.endsWith('.many') && key.startsWith('note.'))

test('a text asks for the same parameters in both languages', () => {
  const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name?.replace(/Of$/, '')).sort()
  expect(entries.filter(([, { da, en }]) => new Set(holes(da)).size !== new Set(holes(en)).size)).toEqual([])
})

test('every note and suggestion of an answer has its text', () => {
  const written = [...answerSources.matchAll(/'((?:note|suggest)\.\w+)'/g)].map(([, key]) => key)
  const keys = new Set(entries.map(([key]) => key))
  expect(written.length).toBeGreaterThan(5)
  expect(written.filter((key) => !keys.has(key ?? ''))).toEqual([])
})

test.each(locales)('a note says one municipality or several, in %s', (locale) => {
  for (const key of frameworksKeys.map((many) => many.replace('.many', ''))) {
    const params = { name: 'Aarhus' }
    const one = noteText(texts, locale, { key, params: { ...params, frameworks: 'Odder' } })
    const many = noteText(texts, locale, { key, params: { ...params, frameworks: 'Odder|Sorø|Aarhus' } })
    expect(one).toMatch(/Odder/)
    expect(many).toMatch(locale === 'da' ? /Odder, Sorø og Aarhus/ : /Odder, Sorø and Aarhus/)
    expect(one + many).not.toMatch(/[{}|]/)
  }
})

test.each([
  ['Leder af ledere', 'leder af ledere', true],
  ['Fag- og stabschef', 'fag- og stabschef', true],
  ['Chefer', 'chefer', false],
  ['Direktionen', 'direktionen', false],
  ['HR-chef', 'HR-chef', true],
])('%s inside a sentence is “%s”', (title, said, isOne) => {
  expect([roleInSentence(title), isOneLeader({ title, group: false })]).toEqual([said, isOne])
})

test('sources that stand together are said once', () => {
  const point = (source: string) => ({ source }) as Point
  const all = ['A › B, punkt 1', 'A › B, punkt 2', 'A › B, punkt 3', 'A › B, punkt 5', 'C, punkt 2', 'Forord'].map(
    point,
  )
  expect(sourceOf(all, { texts, locale: 'da' })).toBe('A › B, punkt 1–3 og 5; C, punkt 2; Forord')
  expect(sourceOf(all, { texts, locale: 'en' })).toBe('A › B, points 1–3 and 5; C, point 2; Forord')
})

describe.each(locales)('what a button asks in %s', (locale) => {
  const leaders = library.frameworks.flatMap((framework) =>
    framework.roles
      .filter(
        (role) => !role.group && role.level !== null && role.level !== 'employee' && framework.profile === 'roles',
      )
      .map((role) => ({ framework, role })),
  )

  test.each(['expectations', 'pitfalls'] as const)('%s: the bot understands it', (wanted) => {
    for (const { framework, role } of leaders) {
      const params = { framework: framework.name, role: roleInSentence(role.title) }
      const question = suggestionText(texts, locale, { key: `suggest.${wanted}`, params })
      const query = knowledge.readQuestion(question)
      expect([question, intentOf(query), query.frameworks]).toEqual([question, wanted, [framework.slug]])
      expect([question, query.roles.some(({ as }) => as.includes(role.slug))]).toEqual([question, true])
    }
    for (const framework of library.frameworks) {
      const question = suggestionText(texts, locale, {
        key: `suggest.${wanted}Common`,
        params: { framework: framework.name, role: '' },
      })
      const query = knowledge.readQuestion(question)
      expect([question, intentOf(query), query.frameworks]).toEqual([question, wanted, [framework.slug]])
    }
  })

  test.each(['expectations', 'pitfalls', 'situation'] as const)('the example of %s is one', (intent) => {
    expect(intentOf(knowledge.readQuestion(texts(locale, `example.${intent}`)))).toBe(intent)
  })

  test('the profile’s question is about expectations', () => {
    expect(intentOf(knowledge.readQuestion(texts(locale, 'profile.ask')))).toBe('expectations')
  })
})

test('in English nothing of a source but its titles is Danish, whatever card shows it', () => {
  for (const point of library.points) {
    const source = sourceWithName('Sorø', point, { texts, locale: 'en' })
    expect(source).not.toMatch(/, punkt \d| og \d/)
    expect(sourceWithName('Sorø', point, { texts, locale: 'da' })).toBe(`Sorø › ${point.source}`)
  }
})

test('the number beside an answer is asked for in the same words everywhere', () => {
  for (const locale of locales) {
    const asked = texts(locale, 'prompt.scale.label')
    for (const key of ['journal.scale', 'scale.text', 'scale.tooFew']) expect(texts(locale, key)).toContain(asked)
  }
})
