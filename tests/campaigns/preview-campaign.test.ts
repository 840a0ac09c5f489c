import { previewCampaign } from '../../src/campaigns/preview-campaign'
import { saveCampaign } from '../../src/campaigns/save-campaign'
import { occasions } from '../../src/store/campaign-containers'
import { channels, deliveries, deliverySchema } from '../../src/store/delivery-containers'
import { occasion } from '../cards/sample-campaigns'
import { createPlace, knowledge, type Place } from '../support/verbs'
import { addLeaders, type Form, operator, weekly } from './place'

let place: Place
beforeEach(async () => {
  place = createPlace()
  place.clock.set('2026-12-01T08:00:00.000Z')
  const at = new Date(place.clock.now()).toISOString()
  await place.store.create(channels, {
    ...{ id: '19:x', tenantId: 'tenant', teamId: 't', teamName: 'Ledere', name: 'Fælles', removedAt: null, shown: [] },
    conversation: { conversationId: '19:x', serviceUrl: 'https://example.org', botId: 'b' },
    ...{ createdAt: at, updatedAt: at },
  })
})
afterEach(() => place.dispose())

/** The prompt that the preview shows as an example. */
async function sampleOf(form: Partial<Form>) {
  const { id } = await saveCampaign(operator(place), { ...weekly, ...form })
  const { sample } = await previewCampaign(operator(place), { campaignId: id })
  return knowledge().library.prompt(sample?.promptId ?? '')
}

const pitfalls: Partial<Form> = { prompts: { kind: 'areas', areas: ['typiske-faldgruber'] } }

test('the sample of a campaign to a channel is none that is for one leader alone', async () => {
  const audience = { frameworks: ['skanderborg'], channels: ['19:x'] }
  const sample = await sampleOf({ ...pitfalls, audience })
  expect(sample).toMatchObject({ id: expect.stringContaining('/typiske-faldgruber/'), private: false })
})

test('the sample of a campaign to leaders may be', async () => {
  await addLeaders(place, ['ea'], { framework: 'skanderborg', role: 'direktoer' })
  expect(await sampleOf({ ...pitfalls, audience: { isEveryLeader: true } })).toMatchObject({ private: true })
})

describe('who is not reached', () => {
  const at = '2026-11-30T08:00:00.000Z'
  const conversation = { conversationId: 'a:1', serviceUrl: 'https://example.org', botId: 'b' }
  const unreachableOf = async (campaignId: string) => {
    const { newcomers, unreachable } = await previewCampaign(operator(place), { campaignId })
    return { newcomers, unreachable: unreachable.map(({ id, why }) => `${id} ${why}`) }
  }

  test('is told with the reason, for as long as it stands; who has not met Pejling yet is none of them', async () => {
    const role = { framework: 'odder', role: 'stabschef' }
    for (const why of ['uninstalled', 'blocked', 'not-installed', 'no-conversation'] as const)
      await addLeaders(place, [why], { ...role, unreachable: { why, at } })
    await addLeaders(place, ['met'], { ...role, conversation })
    await addLeaders(place, ['new-1', 'new-2'], role)
    const { id } = await saveCampaign(operator(place), weekly)
    expect(await unreachableOf(id)).toEqual({
      newcomers: 2,
      unreachable: [
        'blocked blocked',
        'no-conversation no-conversation',
        'not-installed not-installed',
        'uninstalled uninstalled',
      ],
    })
  })

  test('is known of named people without a record from the last time it was tried', async () => {
    const people = ['never-tried', 'no-app', 'no-chat', 'paused-then']
    const { id } = await saveCampaign(operator(place), { ...weekly, audience: { people } })
    expect(await unreachableOf(id)).toEqual({ newcomers: 4, unreachable: [] })
    const occasionId = `${id}:2026-12-01`
    await place.store.create(occasions, occasion('2026-12-01', { id: occasionId, campaignId: id, dueAt: at }))
    const next = { id: `${id}:2026-12-08`, campaignId: id, dueAt: '2026-12-08T08:00:00.000Z' }
    await place.store.create(occasions, occasion('2026-12-08', next))
    for (const [recipientId, reason] of [
      ['no-app', 'not-installed'],
      ['no-chat', 'no-conversation'],
      ['paused-then', 'paused'],
    ] as const) {
      const delivery = {
        ...{ id: `${occasionId}:${recipientId}`, occasionId, campaignId: id, tenantId: 'tenant', recipientId },
        ...{ recipientKind: 'leader', state: 'unreachable', reason, promptId: '', claimedAt: at, claimedBy: 'one' },
      }
      await place.store.create(deliveries, deliverySchema.parse({ ...delivery, createdAt: at }))
    }
    expect(await unreachableOf(id)).toEqual({
      newcomers: 2,
      unreachable: ['no-app not-installed', 'no-chat no-conversation'],
    })
  })
})

test('what HR chose for a channel is shown as HR chose it', async () => {
  const promptId = knowledge().library.prompts.find((prompt) => prompt.private)?.id ?? ''
  const sample = await sampleOf({
    audience: { channels: ['19:x'] },
    prompts: { kind: 'chosen', promptIds: [promptId] },
  })
  expect(sample?.id).toBe(promptId)
})
