import { ask, understand } from './asking'

const skanderborg = { framework: 'skanderborg', role: 'kontraktholder' }
const sonderborg = { framework: 'sonderborg', role: 'leder-af-medarbejdere' }

test.each([
  'hvad forventes der af koncernledelsen',
  'hvad er ledergruppens fælles opgaver',
  'hvad forventes der af vores ledergruppe',
  'hvad skal vi i ledergruppen løse sammen',
  'hvad forventes der af personalegruppen',
])('a framework without groups says so: %s', (text) => {
  const answer = ask(text, sonderborg)
  expect(answer).toMatchObject({ intent: 'absent', statements: [] })
  expect(answer.notes.map(({ key }) => key)).toEqual(['note.noGroups'])
  expect(answer.suggestions.length).toBeGreaterThan(1)
})

test.each<[text: string, group: string]>([
  ['hvad forventes der af koncernledelsen', 'koncernledelsen'],
  ['hvad er ledergruppens fælles opgaver', 'ledergrupper'],
  ['hvad forventes der af direktionen', 'direktion'],
  ['hvad forventes der af personalegruppen', 'personalegrupper'],
])('a framework with groups gives the group’s tasks: %s', (text, group) => {
  expect([...new Set(ask(text, skanderborg).statements.map(({ role }) => role))]).toEqual([group])
})

test.each(['hvilke fælles opgaver har vi', 'hvad er den fælles opgave'])(
  'what is shared is one’s own group’s: %s',
  (text) => {
    const { statements } = ask(text, skanderborg)
    expect([...new Set(statements.map(({ role, of }) => `${role} ${of}`))]).toEqual(['faglige-faellesskaber own'])
  },
)

test('one board is a role in the one and a group in the other', () => {
  expect(ask('hvad forventes der af direktionen', sonderborg).roles).toEqual(['direktionen'])
  expect(ask('hvad forventes der af chefgruppen', sonderborg).roles).toEqual(['chefer'])
})

test.each(['jeg har ingen grupper', 'vi har ingen ledergruppe', 'min TR modarbejder mig'])(
  'who tells of it is told no list: %s',
  (text) => expect(understand(text, skanderborg)).toMatchObject({ operation: 'find', told: true }),
)

test.each(['en TR', 'min TR', 'AMR', 'min tillidsrepræsentant', 'MED-udvalget'])(
  'whom one works with has no list, and that is said with what there is: %s',
  (whom) => {
    const answer = ask(`hvad forventes der af ${whom}`, skanderborg)
    expect(answer.intent).toBe('topic')
    const said = whom.replace(/^(en|min) /, '')
    expect(answer.notes).toEqual([{ key: 'note.counterpart', params: { said } }])
  },
)

test('a thing is searched for without such a note', () => {
  expect(ask('hvad forventes der af et godt samarbejde', skanderborg).notes).toEqual([])
})

test('an area of another framework is a topic in one’s own', () => {
  const answer = ask('hvad forventes der af mig inden for resiliens', sonderborg)
  expect(answer).toMatchObject({ intent: 'absent' })
  expect(understand('hvad forventes der af mig i faglig ledelse', skanderborg)).toMatchObject({
    operation: 'list',
    area: 'faglig-ledelse',
  })
})

test('the aftaleholder gets the kontraktholder’s points, and a way to the development agreements', () => {
  const answer = ask('hvad forventes der af en aftaleholder', skanderborg)
  expect([answer.roles, answer.notes.map(({ key }) => key)]).toEqual([['kontraktholder'], ['note.aftaleholder']])
  expect(answer.suggestions[0]).toEqual({
    key: 'suggest.topic',
    params: { framework: 'Skanderborg', subject: 'udviklingsaftaler' },
  })
})

test.each(['fag- og stabschef', 'Fag- og stabschefen', 'børne- og ungechef', 'leder af leder'])(
  'a role is said back as it was written: %s',
  (said) => expect(understand(`hvad forventes der af en ${said} i Skanderborg`).roles[0]?.said).toBe(said),
)
