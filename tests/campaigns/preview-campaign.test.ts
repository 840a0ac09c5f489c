import { previewCampaign } from '../../src/campaigns/preview-campaign'
import { saveCampaign } from '../../src/campaigns/save-campaign'
import { channels } from '../../src/store/delivery-containers'
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

test('what HR chose for a channel is shown as HR chose it', async () => {
  const promptId = knowledge().library.prompts.find((prompt) => prompt.private)?.id ?? ''
  const sample = await sampleOf({
    audience: { channels: ['19:x'] },
    prompts: { kind: 'chosen', promptIds: [promptId] },
  })
  expect(sample?.id).toBe(promptId)
})
