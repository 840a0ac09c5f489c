import { ask, profilesOf, understand } from '../asking'

const kontraktholder = { framework: 'skanderborg', role: 'kontraktholder' }

test('two questions in one message are both answered, each under its own heading', () => {
  const { intent, sections, statements } = ask(
    'hvad forventes der af mig, og hvilke faldgruber er der?',
    kontraktholder,
  )
  expect(intent).toBe('expectations')
  expect(sections.map(({ heading }) => heading)).toEqual(['points', 'group', 'pitfalls'])
  expect(statements.filter(({ kind }) => kind === 'pitfall')).toHaveLength(3)
})

test('what only one of them names is meant in both', () => {
  const answer = ask('Hvad skal en direktør i Skanderborg kunne? Og hvad er faldgruberne?')
  expect(new Set(profilesOf(answer).map((profile) => profile.split('/')[0]))).toEqual(new Set(['skanderborg']))
  expect(profilesOf(answer)).toContain('skanderborg/direktoer')
  expect(answer.statements.some(({ kind }) => kind === 'pitfall')).toBe(true)
})

test('of two nouns both are listed', () => {
  const { statements } = ask('krav og faldgruber for kontraktholder i Skanderborg')
  expect(new Set(statements.map(({ kind }) => kind))).toEqual(new Set(['behaviour', 'shared-task', 'pitfall']))
})

test('what is not found of one of them is said, and the other answered', () => {
  const { intent, statements, notes } = ask('hvad står der om raketter, og hvilke faldgruber har jeg?', kontraktholder)
  expect(intent).toBe('pitfalls')
  expect(statements.every(({ kind }) => kind === 'pitfall')).toBe(true)
  expect(statements).toHaveLength(3)
  expect(notes.map(({ key }) => key)).toEqual([])
})

test.each([
  'hvad er forskellen på en direktør og en kontraktholder i Skanderborg?',
  'hvad skal jeg til at kunne som kontraktholder, og hvad skal jeg slippe?',
  'hvad forventes der af ledere og medarbejdere i Skanderborg?',
  'hvilke faldgruber er der, og hvilke faldgruber er der?',
])('one question is one: %s', (question) => {
  expect(understand(question, { framework: 'skanderborg', role: 'leder-af-leder' }).also).toBeNull()
})

test('a turn after two questions edits the first of them', () => {
  const { also, roles } = understand(
    ['hvad forventes der af mig, og hvilke faldgruber er der?', 'og direktøren?'],
    kontraktholder,
  )
  expect(also).toBeNull()
  expect(roles.map(({ as }) => as)).toEqual([expect.arrayContaining(['direktoer'])])
})
