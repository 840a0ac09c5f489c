import { recordAudit } from '../../src/caller/audit'
import type { HrRight } from '../../src/caller/context'
import { changeCampaign } from '../../src/campaigns/verbs/change-campaign'
import { saveCampaign } from '../../src/campaigns/verbs/save-campaign'
import { giveHrAccess, takeHrAccess } from '../../src/hr-access/give-hr-access'
import { listLog } from '../../src/hr-access/list-log'
import { addLeaders, operator, weekly } from '../campaigns/place'
import { codeOf, createPlace, type Place } from '../support/verbs'

let place: Place
beforeEach(async () => {
  place = createPlace()
  await addLeaders(place, ['bente'], { name: 'Bente Hansen' })
  await addLeaders(place, ['lis'], { name: 'Lis Holm', unit: 'Skoler' })
})
afterEach(() => place.dispose())

const bente = () => place.ctx({ leaderId: 'bente', name: 'Bente Hansen' }, { hrIds: ['bente'] })
const lis = (hrRight: HrRight) => place.ctx({ leaderId: 'lis', name: 'Lis Holm', hrRight }, { hrIds: ['bente'] })
const schools: HrRight = { kind: 'units', units: ['Skoler'] }
const toldTo = async (who = bente()) =>
  (await listLog(who)).map(({ line, by, about }) => {
    const names = [by, about].map((person) => (person && 'name' in person ? person.name : person?.kind))
    return [line.what, line.campaignName, ...names]
  })

test('says who did what to which campaign, as it was called then, the newest first', async () => {
  const { id } = await saveCampaign(bente(), weekly)
  place.clock.advance(1000)
  await changeCampaign(bente(), { campaignId: id, name: 'Månedens' })
  place.clock.advance(1000)
  await giveHrAccess(bente(), { personId: 'lis', units: ['Skoler'] })
  expect(await toldTo()).toEqual([
    ['right-given', undefined, 'Bente Hansen', 'Lis Holm'],
    ['campaign-changed', 'Månedens', 'Bente Hansen', undefined],
    ['campaign-created', weekly.name, 'Bente Hansen', undefined],
  ])
})

test('an operator is told as they call themselves, and nobody is found where nobody is', async () => {
  await saveCampaign({ ...operator(place), caller: { ...operator(place).caller, by: 'Drift / NN #1' } }, weekly)
  await saveCampaign(operator(place), { ...weekly, name: 'En anden' })
  expect((await toldTo()).map(([, , by]) => by).sort()).toEqual(['Drift / NN #1', undefined])
})

test('of leaders and what they do with their data there is nothing', async () => {
  await recordAudit(place.ctx(), { id: 'x', what: 'erased', counts: {}, isAboutCaller: true })
  await recordAudit(operator(place), { id: 'y', what: 'person-exported', counts: {} })
  expect(await toldTo()).toEqual([])
})

test('who plans for some units reads what they did, and what was done to their campaigns', async () => {
  await saveCampaign(bente(), { ...weekly, name: 'Skolernes', audience: { units: ['Skoler'] } })
  await saveCampaign(bente(), { ...weekly, name: 'Alles' })
  await saveCampaign(lis(schools), { ...weekly, name: 'Egen', audience: { units: ['Skoler'] } })
  const names = (await toldTo(lis(schools))).map(([, name]) => name)
  expect(names.sort()).toEqual(['Egen', 'Skolernes'])
  expect(await codeOf(listLog(lis({ kind: 'none' })))).toBe('forbidden')
})

test('what is pressed twice is given or taken once, and stands once in the log', async () => {
  for (const _ of [1, 2]) await giveHrAccess(bente(), { personId: 'lis', units: [] })
  for (const _ of [1, 2]) await takeHrAccess(bente(), { personId: 'lis' })
  expect((await toldTo()).map(([what]) => what).sort()).toEqual(['right-given', 'right-taken'])
})
