import { answerList } from '../../../src/answers/answer-list'
import type { Question } from '../../../src/answers/question'
import { createLibrary } from '../../../src/framework/library'
import { locales } from '../../../src/texts'
import { knowledge } from '../../support/kept'
import { lintCard } from '../lint-card'
import { ask, everyAnswer, importedLibrary, library, manyFrameworks, renderAnswer, strings } from '../sample-cards'

const answers = everyAnswer()

describe.each(locales)('answers in %s', (locale) => {
  test('every framework, role and intent gives a card that Teams takes and a screen reader can read', () => {
    const faults = answers.flatMap(({ name, answer }) =>
      lintCard(renderAnswer(answer, locale).card, { isOurs: true }).map((fault) => `${name}: ${fault}`),
    )
    expect(faults).toEqual([])
  })

  test('every card has a line for the toast', () => {
    expect(answers.filter(({ answer }) => renderAnswer(answer, locale).summary.trim() === '')).toEqual([])
  })

  test('cards with the official wording beside our own fit as well', () => {
    const faults = answers.flatMap(({ name, answer }) => {
      const sections = answer.sections.map((section) => ({ ...section, points: section.points.map(imported) }))
      const statements = answer.statements.map(imported)
      const { card } = renderAnswer({ ...answer, sections, statements }, locale, importedLibrary)
      return lintCard(card, { isOurs: true }).map((fault) => `${name}: ${fault}`)
    })
    expect(faults).toEqual([])
  })
})

test('shows every point of a list, each once', () => {
  for (const { name, answer } of answers) {
    if (answer.intent !== 'expectations' && answer.intent !== 'pitfalls') continue
    const { card } = renderAnswer(answer, 'da')
    const shown = strings(card).map(({ text }) => text)
    if (shown.includes('Det er mange punkter på én gang. Vælg, hvor du vil begynde.')) continue
    for (const point of answer.statements) {
      const times = shown.filter((text) => text === point.text).length
      expect([name, point.id, times]).toEqual([
        name,
        point.id,
        answer.statements.filter(({ text }) => text === point.text).length,
      ])
    }
  }
})

test('a list too long for one message becomes a choice whose values are questions', () => {
  const { card } = renderAnswer(ask('expectations', { framework: 'skanderborg' }), 'da')
  const [choices] = JSON.stringify(card).match(/"choices":\[.*?\]/) ?? []
  expect(choices).toContain('Kontraktholder (38)')
  expect(choices).toContain('Hvad forventes der af mig som kontraktholder i Skanderborg?')
})

test('holds a hundred municipalities', () => {
  const many = createLibrary(manyFrameworks(20), [])
  const role = {
    said: 'chef',
    level: 'area',
    as: ['chefer', 'fag-og-stabschef'],
    use: 'general',
    whose: 'mine',
  } as const
  const question: Question = { ...knowledge.readQuestion(''), operation: 'list', roles: [role] }
  for (const found of [
    answerList(many, question),
    answerList(many, { ...question, roles: [] }),
    answerList(many, { ...question, kinds: ['pitfall'] }),
  ]) {
    const answer = { ...ask('expectations'), ...found }
    expect(lintCard(renderAnswer(answer, 'da', many).card)).toEqual([])
  }
})

test('a single list too long for one message is cut, and says so', () => {
  const [point] = library.select({ framework: 'skanderborg', role: 'kontraktholder' })
  if (!point) throw new Error('no point')
  const points = Array.from({ length: 400 }, (_, n) => ({ ...point, n, id: `${point.id}${n}`, of: 'own' as const }))
  const answer = ask('expectations', { framework: 'skanderborg', role: 'kontraktholder' })
  const sections = answer.sections.slice(0, 1).map((section) => ({ ...section, points }))
  const { card } = renderAnswer({ ...answer, sections, statements: points }, 'da')
  expect(lintCard(card, { isOurs: true })).toEqual([])
  expect(JSON.stringify(card)).toMatch(/Her er de første \d+ af 400 punkter/)
})

function imported<P extends { id: string }>(point: P): P {
  return { ...point, wording: importedLibrary.point(point.id)?.wording }
}
