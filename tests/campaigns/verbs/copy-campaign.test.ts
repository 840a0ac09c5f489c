import type { Ctx } from '../../../src/caller/context'
import { cancelCampaign } from '../../../src/campaigns/verbs/cancel-campaign'
import { changeCampaign } from '../../../src/campaigns/verbs/change-campaign'
import { copyCampaign } from '../../../src/campaigns/verbs/copy-campaign'
import { saveCampaign } from '../../../src/campaigns/verbs/save-campaign'
import { createPlace, type Place } from '../../support/verbs'
import { operator, weekly } from '../place'

let place: Place
let ctx: Ctx
beforeEach(() => {
  place = createPlace()
  place.clock.set('2026-12-01T08:00:00.000Z')
  ctx = operator(place)
})
afterEach(() => place.dispose())

const named = (name: string) => saveCampaign(ctx, { ...weekly, name })
const taken = {
  say: { key: 'campaign.fault.nameTaken', params: { name: expect.any(String), free: expect.any(String) } },
}

test('a name that another campaign has is refused, however it is written, with one that is free', async () => {
  await named('Ugens spørgsmål')
  await named('Ugens spørgsmål 2')
  for (const name of ['Ugens spørgsmål', 'UGENS  spørgsmål', ' ugens spørgsmål '])
    await expect(named(name)).rejects.toMatchObject(taken)
  await expect(named('Ugens spørgsmål')).rejects.toMatchObject({ say: { params: { free: 'Ugens spørgsmål 3' } } })
})

test('a campaign keeps its own name when it is changed, and may not take another’s', async () => {
  const one = await named('Ugens spørgsmål')
  const other = await named('Månedens')
  const change = { campaignId: other.id, reminder: { most: 1 } }
  expect((await changeCampaign(ctx, change)).name).toBe('Månedens')
  expect((await changeCampaign(ctx, { campaignId: one.id, name: 'UGENS SPØRGSMÅL' })).name).toBe('UGENS SPØRGSMÅL')
  await expect(changeCampaign(ctx, { ...change, name: 'Ugens spørgsmål' })).rejects.toMatchObject(taken)
})

test('a draft that was thrown away has given its name back', async () => {
  const { id } = await named('Ugens spørgsmål')
  await cancelCampaign(ctx, { campaignId: id })
  expect((await named('Ugens spørgsmål')).state).toBe('draft')
})

test('a copy is a draft with everything of the other, a name of its own, and dates to come on the same weekday', async () => {
  const prompts = { kind: 'own' as const, question: 'Hvad nu?', more: [{ question: 'Og nu?' }] }
  const recurrence = { ...weekly.recurrence, first: '2026-09-01', last: '2026-11-24', every: '2weeks' as const }
  const source = await saveCampaign(ctx, { ...weekly, prompts, recurrence, reminder: { most: 2, afterDays: 3 } })
  const copy = await copyCampaign(ctx, { campaignId: source.id })
  const { audience, closedDays, reminder } = source
  expect(copy).toMatchObject({ name: 'Ugens spørgsmål 2', state: 'draft', revision: 1, audience, closedDays, reminder })
  expect(copy.prompts).toEqual(source.prompts)
  expect(copy.recurrence).toMatchObject({ rrule: source.recurrence.rrule, first: '2026-12-08', last: '2027-03-02' })
})

test('a copy of what lies ahead keeps its dates; a first date and a name can be chosen', async () => {
  const source = await saveCampaign(ctx, { ...weekly, recurrence: { ...weekly.recurrence, last: '2027-03-30' } })
  expect((await copyCampaign(ctx, { campaignId: source.id })).recurrence).toEqual(source.recurrence)
  const later = await copyCampaign(ctx, { campaignId: source.id, name: 'Forår', first: '2027-04-06' })
  expect(later).toMatchObject({ name: 'Forår', recurrence: { first: '2027-04-06', last: '2027-06-29' } })
  await expect(copyCampaign(ctx, { campaignId: source.id, first: 'snart' })).rejects.toMatchObject({
    say: { key: 'campaign.fault.first' },
  })
})
