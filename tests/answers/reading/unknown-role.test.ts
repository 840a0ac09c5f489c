import { ask, idsOf, library, note, understand } from '../asking'

const leaders = [
  { framework: 'skanderborg', role: 'kontraktholder' },
  { framework: 'sonderborg', role: 'leder-af-medarbejdere' },
  { framework: 'odder', role: 'virksomhedsleder' },
  { framework: 'kerteminde', role: 'ledere' },
  { framework: 'soro', role: 'alle-ledere' },
]

describe.each([
  'hvad forventes der af en astronaut',
  'hvad forventes der egentlig af en smart astronaut i hverdagen',
  'hvilke krav stilles der til en frisør',
  'hvad er faldgruberne for en tryllekunstner',
  'hvad skal en kaptajn kunne',
  'hvad forventes der af en hjælper',
  'faldgruber for hjælper',
  'hvad laver en kaptajn',
  'hvilke opgaver har en kaptajn',
  'hvad forventes der af mig som fisker',
  'what is expected of a plumber',
  'hvad forventes der af Mette Hansen',
  'Hvad forventes der af Jens fra økonomi?',
  'hvad siger grundlaget om Mette Hansen',
])('whom no framework describes: “%s”', (text) => {
  test.each(leaders)('is told so, and gets nobody’s list: %o', (profile) => {
    const answer = ask(text, profile)
    expect([answer.intent, answer.statements]).toEqual(['absent', []])
    expect(answer.notes).toHaveLength(1)
  })

  test('is told so without a profile', () => {
    expect(ask(text)).toMatchObject({ intent: 'absent', statements: [] })
  })
})

test('a role that is not known is said back, and the nearest are offered to choose from', () => {
  const answer = ask('hvad forventes der af en astronaut', leaders[0])
  expect(answer.notes).toEqual([{ key: 'note.unknownRole', params: { said: 'astronaut', frameworks: 'Skanderborg' } }])
  expect(answer.suggestions.map(({ key, params }) => [key, params.role])).toEqual([
    ['suggest.role', 'leder af medarbejder'],
    ['suggest.role', 'kontraktholder'],
    ['suggest.role', 'leder af leder'],
  ])
})

test('what somebody is called is not said back', () => {
  const answer = ask('hvad forventes der af Mette Hansen', leaders[0])
  expect(answer.notes.map(({ key }) => key)).toEqual(['note.person'])
  expect(note(answer)).not.toMatch(/Mette|Hansen/)
})

test('a title that ends as a leader’s shows the nearest role and offers the others', () => {
  const answer = ask('hvad forventes der af en operationsleder', leaders[0])
  expect(answer.notes.map(({ key }) => key)).toEqual(['note.nearestRole'])
  expect(answer.roles).toEqual(['leder-af-medarbejder'])
  expect(answer.suggestions.map(({ params }) => params.role)).toEqual(['kontraktholder', 'leder af leder'])
})

describe('is no role but', () => {
  const profile = { framework: 'skanderborg', role: 'kontraktholder' }

  test.each([
    'hvad forventes der af mig',
    'hvad forventes der af os',
    'hvad forventes der af dig som leder',
    'hvad forventes der af en god leder',
    'hvad forventes der af ledere her',
    'hvad er krav og forventninger til mig',
    'Hej, jeg hedder Mette. Hvad forventes der af mig?',
  ])('the asker: %s', (text) => {
    expect(ask(text, profile)).toMatchObject({ intent: 'expectations', roles: ['kontraktholder'], isOwn: true })
  })

  test.each([
    ['hvad forventes der af min kommunikation', 'kommunikation'],
    ['hvad forventes der af et godt samarbejde', 'samarbejde'],
    ['hvad forventes der af teamet', 'teamet'],
    ['krav til en god samtale', 'samtale'],
    ['hvilke krav stilles der til en smed', 'smed'],
    ['hvad forventes der af en robot', 'robot'],
  ])('a thing to search for: %s', (text, topic) => {
    const { operation, concepts, roles } = understand(text, profile)
    expect([operation, concepts.map(({ written }) => written)]).toEqual(['find', [topic]])
    expect(roles.map(({ whose }) => whose)).toEqual(['mine'])
  })

  test('somebody in a sentence about something else', () => {
    const { roles, concepts } = understand('hvad siger Mette om tillid', profile)
    expect(roles.map(({ whose }) => whose)).toEqual(['mine'])
    expect(concepts.map(({ written }) => written)).toEqual(['tillid'])
  })

  test('a profession, which is read as the employee', () => {
    const pedagogue = ask('hvad forventes der af en rengøringsassistent', profile)
    expect([pedagogue.roles, pedagogue.notes.map(({ key }) => key)]).toEqual([['medarbejder'], ['note.notALeader']])
    const elsewhere = ask('hvad forventes der af en rengøringsassistent', leaders[1])
    expect([elsewhere.intent, elsewhere.notes.map(({ key }) => key)]).toEqual(['absent', ['note.noEmployees']])
  })

  test.each([
    'hvad forventes der af politikerne',
    'hvad forventes der af borgmesteren',
    'hvad forventes der af byrådet',
    'hvilke opgaver har kommunalbestyrelsen',
  ])('whom people elect, of whom one framework speaks: %s', (text) => {
    expect(ask(text, profile)).toMatchObject({ intent: 'absent', statements: [], suggestions: [] })
    const told = ask(text, leaders[3])
    expect(idsOf(told.statements)).toEqual(idsOf(library.select({ framework: 'kerteminde', role: 'politikere' })))
    expect(understand('hvad siger grundlaget om byrådet', profile).operation).toBe('find')
  })
})

test('whatever ends like a title is read, also where its word says nothing elsewhere', () => {
  const said = library.points.flatMap(({ id, text }) => [text, ...library.phrasingsOf(id)]).join(' ')
  const words = [...new Set(said.match(/\p{Ll}+(?:er|or|ist|mand|leder)(?!\p{L})/gu))]
  expect(words.length).toBeGreaterThan(300)
  for (const word of words) expect(understand(`hvad forventes der af en ${word}`).intent).toBeDefined()
})
