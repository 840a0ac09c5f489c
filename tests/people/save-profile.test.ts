import { findLeader } from '../../src/people/leader'
import { rememberPerson } from '../../src/people/remember-person'
import { saveProfile, setLocale } from '../../src/people/save-profile'
import { knowledge } from '../support/kept'
import { codeOf, createPlace, type Place } from '../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

test('every role of every framework can be chosen, and so can none', async () => {
  const ctx = place.ctx()
  for (const { slug: framework, roles } of knowledge.library.frameworks)
    for (const role of ['', ...roles.map(({ slug }) => slug)]) {
      await saveProfile(ctx, { framework, role })
      expect(await findLeader(ctx)).toMatchObject({ framework, role: role === '' ? null : role })
    }
})

test.each([
  ['a framework that is not here', { framework: 'aarhus', role: '' }],
  ['no framework', { framework: '', role: '' }],
  ['a role of another framework', { framework: 'odder', role: 'kontraktholder' }],
  ['the name every object has', { framework: '__proto__', role: 'constructor' }],
])('%s is refused, and nothing is written', async (_what, input) => {
  expect(await codeOf((async () => saveProfile(place.ctx(), input))())).toBe('invalid')
  expect(place.writes()).toBe(0)
})

test('changing the municipality does not keep the old role', async () => {
  const ctx = place.ctx()
  await saveProfile(ctx, { framework: 'skanderborg', role: 'kontraktholder' })
  expect(await saveProfile(ctx, { framework: 'odder', role: '' })).toMatchObject({ framework: 'odder', role: null })
})

test('a profile, a language and a conversation written at once all stand', async () => {
  const ctx = place.ctx()
  await Promise.all([
    saveProfile(ctx, { framework: 'odder', role: 'stabschef' }),
    setLocale(ctx, { locale: 'en' }),
    rememberPerson(ctx, { conversationId: 'a:1', serviceUrl: 'https://eu', botId: '28:bot' }),
  ])
  expect(await findLeader(ctx)).toMatchObject({
    framework: 'odder',
    role: 'stabschef',
    locale: 'en',
    conversation: { conversationId: 'a:1' },
  })
})

test('the instant of the change is kept, and that of the first meeting', async () => {
  const ctx = place.ctx()
  await setLocale(ctx, { locale: 'en' })
  place.clock.set('2026-04-01T10:00:00.000Z')
  expect(await setLocale(ctx, { locale: 'da' })).toMatchObject({
    locale: 'da',
    createdAt: '2026-03-10T08:00:00.000Z',
    updatedAt: '2026-04-01T10:00:00.000Z',
  })
})
