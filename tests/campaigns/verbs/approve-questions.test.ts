import type { Ctx } from '../../../src/caller/context'
import { approvalOf } from '../../../src/campaigns/kept/approval'
import { approveQuestions } from '../../../src/campaigns/verbs/approve-questions'
import { changeCampaign } from '../../../src/campaigns/verbs/change-campaign'
import { eraseDeliveries } from '../../../src/campaigns/verbs/erase-deliveries'
import { resumeCampaign } from '../../../src/campaigns/verbs/pause-campaign'
import { saveCampaign } from '../../../src/campaigns/verbs/save-campaign'
import { startCampaign } from '../../../src/campaigns/verbs/start-campaign'
import { audit } from '../../../src/records/audit'
import { type Campaign, campaigns } from '../../../src/records/campaign'
import { everyDocument } from '../../../src/store/every-document'
import { codeOf, createPlace, type Place } from '../../support/verbs'
import { addLeaders, anotherName, operator, weekly } from '../place'

let place: Place
let writer: Ctx
let other: Ctx
const config = { approveQuestions: true, hrIds: ['bente', 'bo'] }
beforeEach(async () => {
  place = createPlace()
  place.clock.set('2026-12-01T08:00:00.000Z')
  writer = place.ctx({ leaderId: 'bente' }, config)
  other = place.ctx({ leaderId: 'bo' }, config)
  await addLeaders(place, ['ea'])
})
afterEach(() => place.dispose())

const questions = (...all: string[]) => {
  const [question = '', ...more] = all
  return { kind: 'own' as const, question, ...(more.length > 0 && { more: more.map((each) => ({ question: each })) }) }
}
const plan = (ctx: Ctx, prompts = questions('Hvad lykkedes?')) =>
  saveCampaign(ctx, { ...weekly, name: anotherName(), prompts })
const stored = async ({ id }: Campaign) => (await place.store.get(campaigns, 'tenant', id))?.document as Campaign
const start = ({ id: campaignId }: Campaign, ctx = writer) => startCampaign(ctx, { campaignId, isConfirmed: true })
const acts = async () => (await everyDocument(place.store, audit, 'tenant')).map(({ what }) => what)

test('own questions wait for another of HR: who wrote them can neither start nor approve', async () => {
  const campaign = await plan(writer)
  expect(await codeOf(start(campaign))).toBe('conflict')
  expect(await codeOf(start(campaign, other))).toBe('conflict')
  expect(await codeOf(approveQuestions(writer, { campaignId: campaign.id }))).toBe('conflict')
  expect(approvalOf(writer, campaign)).toBe('waits')
  expect(approvalOf(other, campaign)).toBe('open')
  await approveQuestions(other, { campaignId: campaign.id, revision: 1 })
  await approveQuestions(other, { campaignId: campaign.id, revision: 1 })
  expect((await start(campaign)).state).toBe('running')
  expect((await acts()).filter((what) => what === 'campaign-approved')).toHaveLength(1)
})

test('without the setting, and of questions from the bank, nothing is approved', async () => {
  const free = place.ctx({ leaderId: 'bente' }, { ...config, approveQuestions: false })
  expect((await start(await plan(free), free)).state).toBe('running')
  const bank = await saveCampaign(writer, { ...weekly, name: anotherName() })
  expect((await start(bank)).state).toBe('running')
})

test('a changed word is to be approved anew, by another than who changed it; another time of day is not', async () => {
  const campaign = await plan(writer)
  const campaignId = campaign.id
  await approveQuestions(other, { campaignId })
  await changeCampaign(writer, { campaignId, recurrence: { time: '10:00' } })
  expect(approvalOf(other, await stored(campaign))).toBe('none')
  await changeCampaign(other, { campaignId, prompts: questions('Hvad lykkedes bedst?') })
  expect(approvalOf(writer, await stored(campaign))).toBe('open')
  expect(await codeOf(approveQuestions(other, { campaignId }))).toBe('conflict')
  await approveQuestions(writer, { campaignId })
  expect((await start(campaign, other)).state).toBe('running')
})

test('a running campaign whose questions are changed is paused until they are approved', async () => {
  const campaign = await plan(writer)
  const campaignId = campaign.id
  await approveQuestions(other, { campaignId })
  await start(campaign)
  expect((await changeCampaign(writer, { campaignId, prompts: questions('Hvad nu?', 'Og så?') })).state).toBe('paused')
  expect(await codeOf(resumeCampaign(writer, { campaignId }))).toBe('conflict')
  await approveQuestions(other, { campaignId })
  expect((await resumeCampaign(writer, { campaignId })).state).toBe('running')
})

test('what was changed after it was read is not approved, nor by somebody whose right does not reach it', async () => {
  const campaign = await plan(writer)
  const campaignId = campaign.id
  await changeCampaign(writer, { campaignId, prompts: questions('Hvad nu?') })
  expect(await codeOf(approveQuestions(other, { campaignId, revision: 1 }))).toBe('conflict')
  const units = { kind: 'units' as const, units: ['Teknik'] }
  const narrow = place.ctx({ leaderId: 'birk', hrRight: units }, config)
  expect(await codeOf(approveQuestions(narrow, { campaignId }))).toBe('forbidden')
  expect(await codeOf(approveQuestions(place.ctx({ leaderId: 'ea' }, config), { campaignId }))).toBe('forbidden')
  expect((await stored(campaign)).approved).toBeUndefined()
})

test('operators are one: what one wrote none approves, and what HR wrote any does', async () => {
  const operating = operator(place, config)
  const ofOperator = await plan(operating)
  expect(await codeOf(approveQuestions(operating, { campaignId: ofOperator.id }))).toBe('conflict')
  const ofHr = await plan(writer)
  expect((await approveQuestions(operating, { campaignId: ofHr.id })).approved).toMatchObject({ by: 'operator' })
})

test('whoever erases their data is named by neither', async () => {
  const campaign = await plan(writer)
  await approveQuestions(other, { campaignId: campaign.id })
  await eraseDeliveries(writer, 'erased-x')
  await eraseDeliveries(other, 'erased-y')
  expect(await stored(campaign)).toMatchObject({ createdBy: '', ownBy: '', approved: { by: '' } })
})
