import type { Profile } from '../../../src/answers/profile'
import { ask, understand } from '../asking'

const leaders: Readonly<Record<string, Profile>> = {
  kontraktholder: { framework: 'skanderborg', role: 'kontraktholder' },
  'leder af leder': { framework: 'skanderborg', role: 'leder-af-leder' },
  'leder af medarbejder': { framework: 'skanderborg', role: 'leder-af-medarbejder' },
  chef: { framework: 'skanderborg', role: 'fag-og-stabschef' },
  direktør: { framework: 'skanderborg', role: 'direktoer' },
  'LAM i Sønderborg': { framework: 'sonderborg', role: 'leder-af-medarbejdere' },
  'chef i Sønderborg': { framework: 'sonderborg', role: 'chefer' },
}

test.each<[text: string, asker: string, role: string]>([
  ['hvad kan jeg forvente af min leder', 'kontraktholder', 'fag-og-stabschef'],
  ['hvad kan jeg forvente af min leder', 'leder af leder', 'kontraktholder'],
  ['hvad forventes der af min nærmeste leder', 'leder af medarbejder', 'leder-af-leder'],
  ['hvad forventes der af min chef', 'leder af leder', 'kontraktholder'],
  ['hvad er min chefs opgaver', 'kontraktholder', 'fag-og-stabschef'],
  ['hvilke faldgruber har min leder', 'leder af medarbejder', 'leder-af-leder'],
  ['hvad kan jeg forvente af min leder', 'LAM i Sønderborg', 'leder-af-ledere'],
  ['hvad forventes der af min leders leder', 'kontraktholder', 'direktoer'],
  ['hvad forventes der af min chefs chef', 'leder af medarbejder', 'kontraktholder'],
  ['hvad forventes der af min leders leder', 'LAM i Sønderborg', 'chefer'],
  ['hvad kan jeg forvente af mine ledere', 'kontraktholder', 'leder-af-leder'],
  ['hvad kan jeg forvente af mine ledere', 'chef', 'kontraktholder'],
  ['what can I expect from my manager', 'kontraktholder', 'fag-og-stabschef'],
])('“%s” of a %s is about %s, which is said to be taken for granted', (text, asker, role) => {
  const answer = ask(text, leaders[asker])
  expect([answer.roles, answer.isOwn]).toEqual([[role], false])
  expect(answer.notes.map(({ key }) => key)).toContain(text.includes('mine') ? 'note.myLeaders' : 'note.myLeader')
})

test.each<[text: string, asker: string, role: string]>([
  ['hvad kan jeg forvente af min direktør', 'kontraktholder', 'direktoer'],
  ['hvad kan jeg forvente af min direktør', 'leder af medarbejder', 'direktoer'],
  ['hvad kan jeg forvente af min direktør', 'LAM i Sønderborg', 'direktionen'],
  ['hvad forventes der af mine kontraktholdere', 'chef', 'kontraktholder'],
  ['hvad forventes der af min områdechef', 'leder af medarbejder', 'fag-og-stabschef'],
  ['hvad forventes der af mine medarbejdere', 'leder af medarbejder', 'medarbejder'],
  ['hvad må jeg forlange af mine pædagoger', 'leder af medarbejder', 'medarbejder'],
])('“%s” of a %s names the role: %s', (text, asker, role) => {
  const answer = ask(text, leaders[asker])
  expect(answer.roles).toEqual([role])
  expect(answer.notes.map(({ key }) => key)).not.toContain('note.myLeader')
})

test('the other roles that it may be are offered, the nearest first', () => {
  const { suggestions } = ask('hvad kan jeg forvente af min leder', leaders['leder af medarbejder'])
  expect(suggestions.map(({ key, params }) => [key, params.role])).toEqual([
    ['suggest.role', 'kontraktholder'],
    ['suggest.role', 'fag- og stabschef'],
    ['suggest.pitfallsOne', 'leder af leder'],
  ])
})

test.each([
  ['hvad kan jeg forvente af min leder', 'direktør', 'note.nobodyAbove'],
  ['hvad forventes der af min leders leder', 'chef i Sønderborg', 'note.nobodyAbove'],
  ['hvad kan jeg forvente af mine ledere', 'LAM i Sønderborg', 'note.nobodyBelow'],
])('“%s” of a %s, whom no document names, is said so', (text, asker, key) => {
  expect(ask(text, leaders[asker])).toMatchObject({ intent: 'absent', statements: [], notes: [{ key }] })
})

test.each([
  'hvad forventer min leder af mig',
  'hvad forventer direktøren af mig',
  'hvordan taler jeg med min leder om stress',
  'min leder lytter ikke til mig',
  'min direktør blander sig i alt',
  'hvad skal jeg gøre for mine medarbejdere',
])('one’s leader is somebody in the sentence, and the points are one’s own: %s', (text) => {
  expect(understand(text, leaders.kontraktholder).roles.map(({ as }) => as[0])).toEqual(['kontraktholder'])
})

test.each<[turns: string[], role: string]>([
  [['hvad forventes der af mig', 'og min leder?'], 'fag-og-stabschef'],
  [['hvad forventes der af mig', 'og min leder?', 'og mine ledere?'], 'leder-af-leder'],
  [['hvad kan jeg forvente af min leder', 'og min leders leder?'], 'direktoer'],
  [['hvad siger grundlaget om tillid', 'og min leder?'], 'fag-og-stabschef'],
])('of the turn before: %j', (turns, role) => {
  expect(understand(turns, leaders.kontraktholder).roles.map(({ as }) => as[0])).toEqual([role])
})
