import type { Profile } from '../../../src/answers/profile'
import { ask } from '../asking'

test.each<[said: string, profile: Profile | undefined, role: string | null]>([
  [
    'jeg er lige blevet kontraktholder i Skanderborg, hvad forventes der af mig?',
    undefined,
    'skanderborg/kontraktholder',
  ],
  ['Jeg er lige blevet daglig leder i Odder. Hvad skal jeg kunne?', undefined, 'odder/leder-af-medarbejdere'],
  ['som leder af leder, hvad er mine faldgruber', { framework: 'skanderborg' }, 'skanderborg/leder-af-leder'],
  ['I am a team leader in Sønderborg, what is expected of me?', undefined, 'sonderborg/leder-af-medarbejdere'],
  // What is known already, cannot be told, or is no leader's.
  ['som kontraktholder, hvad forventes der?', { framework: 'skanderborg', role: 'kontraktholder' }, null],
  ['jeg er kontraktholder, hvad forventes der af mig?', undefined, null],
  ['hvad forventes der af en kontraktholder i Skanderborg?', undefined, null],
  ['jeg er pædagog i Skanderborg, hvad forventes der af mig?', undefined, null],
])('“%s” tells a role to remember', (said, profile, role) => {
  const { offeredRole } = ask(said, profile)
  expect(offeredRole && `${offeredRole.framework}/${offeredRole.role}`).toBe(role)
})
