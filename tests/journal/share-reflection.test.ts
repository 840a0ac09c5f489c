import { saveReflection } from '../../src/journal/save-reflection'
import { findChannel, noteShare, shareReflection } from '../../src/journal/share-reflection'
import { newLeader } from '../../src/people/leader'
import { requestPrompt } from '../../src/prompts/request-prompt'
import { channelSchema, channels } from '../../src/records/channel'
import { codeOf, createPlace, type Place } from '../support/verbs'

let place: Place
let reflectionId: string
beforeEach(async () => {
  place = createPlace()
  reflectionId = (await requestPrompt(place.ctx(), newLeader(place.ctx()), { statementIds: [] }))?.id ?? ''
  await saveReflection(place.ctx(), { reflectionId, text: 'A', scale: 4 })
})
afterEach(() => place.dispose())

const channelId = '19:a'
const share = (attempt: number, revision = 1, leaderId = 'ea') =>
  shareReflection(place.ctx({ leaderId }), { reflectionId, channelId, revision, attempt }, 'Vest › Generelt')
const note = (outcome: Parameters<typeof noteShare>[2]) =>
  noteShare(place.ctx(), { reflectionId, channelId, revision: 1 }, outcome)

test('of presses that come twice, one after the other or at once, one is to post', async () => {
  const outcomes = await Promise.all([share(0), share(0), share(0)])
  expect(outcomes.filter(({ isToPost }) => isToPost)).toHaveLength(1)
  expect((await share(0)).isToPost).toBe(false)
  await note({ delivery: 'sent', cardId: 'c' })
  for (const attempt of [0, 1, 2]) expect((await share(attempt)).isToPost).toBe(false)
})

test.each(['failed', 'unknown'] as const)(
  'one that is %s is tried again by a press of its own only',
  async (delivery) => {
    await share(0)
    await note({ delivery })
    expect((await share(0)).isToPost).toBe(false)
    expect((await share(1)).isToPost).toBe(true)
    await note({ delivery })
    expect((await share(1)).isToPost).toBe(false)
  },
)

test('one that is on its way is left alone for a minute', async () => {
  await share(0)
  expect((await share(1)).isToPost).toBe(false)
  place.clock.advance(60_000)
  expect((await share(1)).isToPost).toBe(true)
})

test('an answer that was edited since the preview is not posted, and is another share once it is previewed', async () => {
  await share(0)
  await note({ delivery: 'sent', cardId: 'c' })
  await saveReflection(place.ctx(), { reflectionId, text: 'B', revision: 1 })
  expect((await share(0, 1)).isToPost).toBe(false)
  const { reflection, isToPost } = await share(0, 2)
  expect([isToPost, reflection.shared?.length]).toEqual([true, 2])
})

test('the record of it repeats no word and no number', async () => {
  const { reflection } = await share(0)
  expect(reflection.shared).toEqual([
    {
      channelId,
      name: 'Vest › Generelt',
      revision: 1,
      delivery: 'sending',
      at: '2026-03-10T08:00:00.000Z',
      attempts: 1,
      isTakenBack: false,
    },
  ])
})

test('what has no words, and what is another’s, is not shared', async () => {
  expect(await codeOf(share(0, 1, 'bo'))).toBe('not-found')
  await saveReflection(place.ctx(), { reflectionId, text: '', scale: 4 })
  expect((await share(0, 2)).isToPost).toBe(false)
})

test('a channel is found while Pejling is in it', async () => {
  const at = '2026-03-10T08:00:00.000Z'
  const conversation = { conversationId: channelId, serviceUrl: 'https://eu', botId: '28:bot' }
  const channel = { id: channelId, tenantId: 'tenant', teamId: '19:t', conversation, createdAt: at, updatedAt: at }
  await place.store.create(channels, channelSchema.parse(channel))
  await place.store.create(channels, channelSchema.parse({ ...channel, id: '19:b', removedAt: at }))
  expect(await findChannel(place.ctx(), channelId)).toMatchObject({ id: channelId })
  for (const id of ['19:b', '19:c']) expect(await codeOf(findChannel(place.ctx(), id))).toBe('not-found')
  expect(await codeOf(findChannel(place.ctx({ tenantId: 'other' }), channelId))).toBe('not-found')
})
