import type { Profile } from '../../src/answers/profile'
import { ask, understand } from './asking'

const profiles: readonly (Profile | undefined)[] = [
  undefined,
  { framework: 'skanderborg', role: 'kontraktholder' },
  { framework: 'skanderborg', role: 'fag-og-stabschef' },
]

describe.each([
  'jeg er lige blevet fagchef. Før var jeg kontraktholder. Hvad er anderledes nu?',
  'jeg er blevet fagchef, var kontraktholder før. Hvad er nyt?',
  'hvad er nyt når man går fra kontraktholder til fagchef',
  'til fagchef fra kontraktholder - hvad er nyt',
  'jeg er kontraktholder og bliver fagchef, hvad er nyt for mig',
  'jeg er kontraktholder i Skanderborg og skal være fagchef. Hvad ændrer sig?',
  'fra at være kontraktholder til at være fagchef, hvad er nyt',
  'I was a contract holder and am now head of department in Skanderborg. What is new?',
])('“%s”', (text) => {
  test.each(profiles)('goes from the one to the other, whatever the profile says: %o', (profile) => {
    const question = understand(text, profile)
    expect(question.operation).toBe('change')
    expect(ask(text, profile).roles).toEqual(['kontraktholder', 'fag-og-stabschef'])
  })
})

test.each<[text: string, roles: string[]]>([
  ['jeg kommer fra en stilling som kontraktholder. Hvad er nyt?', ['kontraktholder', 'fag-og-stabschef']],
  ['jeg var kontraktholder før, hvad er nyt for mig nu', ['kontraktholder', 'fag-og-stabschef']],
  ['hvad er nyt for mig når jeg bliver direktør', ['fag-og-stabschef', 'direktoer']],
  ['hvad falder væk når jeg går fra fagchef til kontraktholder', ['fag-og-stabschef', 'kontraktholder']],
])('one side is the profile’s: %s', (text, roles) => {
  expect(ask(text, profiles[2])).toMatchObject({ intent: 'transition', roles })
})

test('what one may become is not what one is', () => {
  expect(ask('hvad er nyt for mig når jeg bliver direktør', profiles[2]).offeredRole).toBeNull()
  expect(ask('jeg er blevet direktør, hvad er nyt', profiles[2]).offeredRole).toEqual({
    framework: 'skanderborg',
    role: 'direktoer',
  })
})

test('from what a framework does not describe, all of the other role is new', () => {
  const answer = ask('Jeg var pædagog og er nu leder af medarbejdere. Hvad er nyt?', {
    framework: 'sonderborg',
    role: 'leder-af-medarbejdere',
  })
  expect([answer.intent, answer.roles]).toEqual(['expectations', ['leder-af-medarbejdere']])
  expect(ask('Jeg skal til at være chef i Sønderborg. Hvad er nyt?').roles).toEqual(['chefer'])
})
