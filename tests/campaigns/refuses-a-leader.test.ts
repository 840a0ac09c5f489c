import type { Ctx } from '../../src/caller/context'
import { callBack } from '../../src/campaigns/verbs/call-back'
import { campaignStatus, listCampaigns } from '../../src/campaigns/verbs/campaign-report'
import { cancelCampaign } from '../../src/campaigns/verbs/cancel-campaign'
import { changeCampaign } from '../../src/campaigns/verbs/change-campaign'
import { copyCampaign } from '../../src/campaigns/verbs/copy-campaign'
import { deleteCampaign } from '../../src/campaigns/verbs/delete-campaign'
import { listDeliveries } from '../../src/campaigns/verbs/list-deliveries'
import { listUnreached } from '../../src/campaigns/verbs/list-unreached'
import { pauseCampaign, resumeCampaign } from '../../src/campaigns/verbs/pause-campaign'
import { previewCampaign } from '../../src/campaigns/verbs/preview-campaign'
import { resendDeliveries } from '../../src/campaigns/verbs/resend-deliveries'
import { samplePrompt } from '../../src/campaigns/verbs/sample-prompt'
import { saveCampaign } from '../../src/campaigns/verbs/save-campaign'
import { startCampaign } from '../../src/campaigns/verbs/start-campaign'
import { importRoster } from '../../src/people/roster/import-roster'
import { proposeRoster } from '../../src/people/roster/propose-roster'
import { reviewRoster } from '../../src/people/roster/review-roster'
import { chooseRoles, dropRoster } from '../../src/people/roster/roster-draft'
import { undoRoster } from '../../src/people/roster/undo-roster'
import { codeOf, createPlace, type Place } from '../support/verbs'
import { createKeptQueue, operator, weekly } from './place'

let place: Place
beforeEach(() => {
  place = createPlace()
})
afterEach(() => place.dispose())

type Verb = (ctx: Ctx, campaignId: string) => Promise<unknown>
const verbs: readonly (readonly [name: string, verb: Verb])[] = [
  ['save', (ctx) => saveCampaign(ctx, weekly)],
  ['change', (ctx, campaignId) => changeCampaign(ctx, { campaignId, name: 'Mit' })],
  ['preview', (ctx, campaignId) => previewCampaign(ctx, { campaignId })],
  ['copy', (ctx, campaignId) => copyCampaign(ctx, { campaignId })],
  ['sample', (ctx, campaignId) => samplePrompt(ctx, 'da', { campaignId })],
  ['start', (ctx, campaignId) => startCampaign(ctx, { campaignId })],
  ['pause', (ctx, campaignId) => pauseCampaign(ctx, { campaignId })],
  ['resume', (ctx, campaignId) => resumeCampaign(ctx, { campaignId })],
  ['cancel', (ctx, campaignId) => cancelCampaign(ctx, { campaignId })],
  ['delete', (ctx, campaignId) => deleteCampaign(ctx, { campaignId })],
  ['list', (ctx) => listCampaigns(ctx)],
  ['status', (ctx, campaignId) => campaignStatus(ctx, { campaignId })],
  ['deliveries', (ctx, campaignId) => listDeliveries(ctx, { occasionId: `${campaignId}:2027-01-05` })],
  [
    'call back',
    (ctx, campaignId) =>
      callBack({ ...ctx, queue: createKeptQueue(place).queue }, { occasionId: `${campaignId}:2027-01-05` }),
  ],
  ['unreached', (ctx, campaignId) => listUnreached(ctx, { occasionId: `${campaignId}:2027-01-05` })],
  [
    'resend',
    (ctx, campaignId) =>
      resendDeliveries(
        { ...ctx, queue: createKeptQueue(place).queue },
        { occasionId: `${campaignId}:2027-01-05`, states: ['failed'] },
      ),
  ],
  ['roster: read', (ctx) => proposeRoster(ctx, { rows: [], home: null })],
  ['roster: review', (ctx) => reviewRoster(ctx, { draftId: 'r' })],
  ['roster: roles', async (ctx) => chooseRoles(ctx, { draftId: 'r', choices: {} })],
  ['roster: drop', async (ctx) => dropRoster(ctx, { draftId: 'r' })],
  ['roster: import', (ctx) => importRoster(ctx, { draftId: 'r', leaving: 'no' })],
  ['roster: undo', (ctx) => undoRoster(ctx, { draftId: 'r' })],
]

test.each(verbs)('%s refuses a leader, and changes nothing', async (_name, verb) => {
  const { id } = await saveCampaign(operator(place), weekly)
  const before = place.writes()
  expect(await codeOf(verb(place.ctx(), id))).toBe('forbidden')
  expect(await codeOf(verb(place.ctx({}, { hrIds: ['bo'] }), id))).toBe('forbidden')
  expect(place.writes()).toBe(before)
})

const ofOneCampaign = verbs.filter(([name]) => !['save', 'list'].includes(name) && !name.startsWith('roster'))
test.each(ofOneCampaign)('%s refuses who plans for other units, and changes nothing', async (_name, verb) => {
  const { id } = await saveCampaign(operator(place), weekly)
  const before = place.writes()
  const ofSchools = place.ctx({ leaderId: 'hr', hrRight: { kind: 'units', units: ['Skoler'] } })
  expect(await codeOf(verb(ofSchools, id))).toBe('forbidden')
  expect(place.writes()).toBe(before)
})

test.each(ofOneCampaign)('%s says of a campaign that is not there that it is not', async (_name, verb) => {
  for (const id of ['cnone', '../x', 'c1:2027-01-05', '']) {
    expect(await codeOf(verb(place.ctx({ leaderId: 'hr' }, { hrIds: ['hr'] }), id))).toBe('not-found')
  }
})
