import type { HrRight } from '../../src/caller/context'
import { campaignStatus, listCampaigns } from '../../src/campaigns/verbs/campaign-report'
import { cancelCampaign } from '../../src/campaigns/verbs/cancel-campaign'
import { changeCampaign } from '../../src/campaigns/verbs/change-campaign'
import { previewCampaign } from '../../src/campaigns/verbs/preview-campaign'
import { saveCampaign } from '../../src/campaigns/verbs/save-campaign'
import { startCampaign } from '../../src/campaigns/verbs/start-campaign'
import { AppError } from '../../src/errors'
import { importList } from '../support/import-list'
import { codeOf, createPlace, type Place } from '../support/verbs'
import { addLeaders, anotherName, operator, weekly } from './place'

let place: Place
beforeEach(async () => {
  place = createPlace()
  await addLeaders(place, ['ea', 'bo'], { unit: 'Skoler' })
  await addLeaders(place, ['ib'], { unit: 'Vej og Park' })
})
afterEach(() => place.dispose())

const right: HrRight = { kind: 'units', units: ['Skoler', 'Dagtilbud'] }
const hr = (hrRight: HrRight = right) => place.ctx({ leaderId: 'lis', hrRight })

/** What a refused form says against itself. */
async function faultsOf(promise: Promise<unknown>): Promise<unknown[]> {
  const error: unknown = await promise.catch((thrown: unknown) => thrown)
  const { say } = error instanceof AppError ? error : {}
  return [say?.key, ...(say?.and ?? []).map(({ key }) => key)]
}

test('to who plans for some units, all leaders are those of these units', async () => {
  const { id, audience } = await saveCampaign(hr(), weekly)
  expect(audience).toMatchObject({ isEveryLeader: false, units: ['Skoler', 'Dagtilbud'] })
  expect(await previewCampaign(hr(), { campaignId: id })).toMatchObject({ leaders: 2 })
  expect(await startCampaign(hr(), { campaignId: id })).toMatchObject({ state: 'running' })
})

test('another unit, a person by name and a channel are refused, each with its sentence', async () => {
  const audience = { units: ['Skoler', 'Vej og Park'], people: ['ib'], channels: ['19:a@thread.tacv2'] }
  expect(await faultsOf(saveCampaign(hr(), { ...weekly, audience }))).toEqual([
    'campaign.fault.channel',
    'campaign.fault.otherUnit',
    'campaign.fault.peopleOutside',
    'campaign.fault.channelOutside',
  ])
})

test('a campaign of others is neither listed nor shown nor changed, and nothing of it is written', async () => {
  const mine = await saveCampaign(hr(), { ...weekly, audience: { units: ['Skoler'] } })
  const others = await saveCampaign(operator(place), { ...weekly, name: anotherName() })
  expect((await listCampaigns(hr())).map(({ campaign }) => campaign.id)).toEqual([mine.id])
  const before = place.writes()
  for (const verb of [campaignStatus, previewCampaign, startCampaign, cancelCampaign])
    expect(await codeOf(verb(hr(), { campaignId: others.id }))).toBe('forbidden')
  const changed = { campaignId: others.id, audience: { isEveryLeader: false, units: ['Skoler'] } }
  expect(await codeOf(changeCampaign(hr(), changed))).toBe('forbidden')
  expect(place.writes()).toBe(before)
  expect(await listCampaigns(operator(place))).toHaveLength(2)
})

test('a change cannot take a campaign beyond the units, and a right that shrinks lets go of it', async () => {
  const { id } = await saveCampaign(hr(), { ...weekly, audience: { units: ['Dagtilbud'] } })
  expect(await faultsOf(changeCampaign(hr(), { campaignId: id, audience: { units: ['Vej og Park'] } }))).toEqual([
    'campaign.fault.otherUnit',
  ])
  const smaller = hr({ kind: 'units', units: ['Skoler'] })
  expect(await codeOf(campaignStatus(smaller, { campaignId: id }))).toBe('forbidden')
  expect(await codeOf(campaignStatus(hr({ kind: 'none' }), { campaignId: id }))).toBe('forbidden')
})

test('the list of leaders is for who plans for everybody', async () => {
  const text = 'objectId\n11111111-1111-4111-8111-111111111111'
  expect(await codeOf(importList(hr(), text))).toBe('forbidden')
  expect((await importList(hr({ kind: 'everything' }), text)).counts).toMatchObject({ created: 1 })
})
