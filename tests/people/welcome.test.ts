import { findLeader } from '../../src/people/leader'
import { rememberPerson } from '../../src/people/remember-person'
import { saveProfile } from '../../src/people/save-profile'
import { forgetConversation, welcomeOnce } from '../../src/people/welcome'
import { createPlace, type Place } from '../support/verbs'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

test('a leader is welcomed once, whatever number of activities an installation brings', async () => {
  expect(await welcomeOnce(place.ctx())).toBe(true)
  expect(await welcomeOnce(place.ctx())).toBe(false)
  expect(place.writes()).toBe(1)
})

test('of several activities at the same moment one brings the welcome', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => welcomeOnce(place.ctx())))
  expect(answers.filter(Boolean)).toHaveLength(1)
})

test('one who removes the app cannot be reached, keeps the profile, and is welcomed anew', async () => {
  const ctx = place.ctx()
  await welcomeOnce(ctx)
  await saveProfile(ctx, { framework: 'odder', role: 'stabschef' })
  await rememberPerson(ctx, { conversationId: 'a:1', serviceUrl: 'https://eu', botId: '28:bot' })
  await forgetConversation(ctx)
  expect(await findLeader(ctx)).toMatchObject({
    conversation: null,
    framework: 'odder',
    role: 'stabschef',
    unreachable: { why: 'uninstalled', at: new Date(place.clock.now()).toISOString() },
  })
  expect(await welcomeOnce(ctx)).toBe(true)
  await rememberPerson(ctx, { conversationId: 'a:1', serviceUrl: 'https://eu', botId: '28:bot' })
  expect(await findLeader(ctx)).toMatchObject({ conversation: { conversationId: 'a:1' }, unreachable: null })
})
