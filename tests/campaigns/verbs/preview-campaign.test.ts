import { createScheduler } from '../../../src/campaigns/planning/scheduler'
import { changeCampaign } from '../../../src/campaigns/verbs/change-campaign'
import { pauseCampaign, resumeCampaign } from '../../../src/campaigns/verbs/pause-campaign'
import { previewCampaign } from '../../../src/campaigns/verbs/preview-campaign'
import { saveCampaign } from '../../../src/campaigns/verbs/save-campaign'
import { showSeason } from '../../../src/campaigns/verbs/show-season'
import { startCampaign } from '../../../src/campaigns/verbs/start-campaign'
import { campaigns, occasions } from '../../../src/records/campaign'
import { channels } from '../../../src/records/channel'
import { deliveries, deliverySchema } from '../../../src/records/delivery'
import { teamRhythmSchema, teamRhythms } from '../../../src/records/team-rhythm'
import { occasion } from '../../cards/campaign/sample-campaigns'
import { knowledge } from '../../support/kept'
import { createPlace, type Place } from '../../support/verbs'
import { addLeaders, anotherName, createKeptQueue, type Form, operator, weekly } from '../place'

let place: Place
beforeEach(async () => {
  place = createPlace()
  place.clock.set('2026-12-01T08:00:00.000Z')
  const at = new Date(place.clock.now()).toISOString()
  await place.store.create(channels, {
    id: '19:x',
    tenantId: 'tenant',
    teamId: 't',
    teamName: 'Ledere',
    name: 'Fælles',
    removedAt: null,
    framework: null,
    group: null,
    shown: [],
    conversation: { conversationId: '19:x', serviceUrl: 'https://example.org', botId: 'b' },
    createdAt: at,
    updatedAt: at,
  })
})
afterEach(() => place.dispose())

/** The prompt that the preview shows as an example. */
async function sampleOf(form: Partial<Form>) {
  const { id } = await saveCampaign(operator(place), { ...weekly, name: anotherName(), ...form })
  const { sample } = await previewCampaign(operator(place), { campaignId: id })
  return knowledge.library.prompt(sample?.promptId ?? '')
}

const pitfalls: Partial<Form> = { prompts: { kind: 'areas', areas: ['typiske-faldgruber'] } }

test('the sample of a campaign to a channel is none that is for one leader alone', async () => {
  const audience = { frameworks: ['skanderborg'], channels: ['19:x'] }
  const sample = await sampleOf({ ...pitfalls, audience })
  expect(sample).toMatchObject({ id: expect.stringContaining('/typiske-faldgruber/'), private: false })
})

test('it is counted how many of the channels have a question of their own, of those that are meant alone', async () => {
  const at = new Date(place.clock.now()).toISOString()
  const rule = { weekday: 2, time: '09:00', everyWeeks: 1, topic: 'tillid', startsOn: '2026-12-01' }
  const conversation = { conversationId: '19:x', serviceUrl: 'https://example.org', botId: 'b' }
  for (const id of ['19:x', '19:other'])
    await place.store.create(
      teamRhythms,
      teamRhythmSchema.parse({
        ...{ id, tenantId: 'tenant', ...rule, conversation, setBy: 'ea', setByName: 'Ea' },
        ...{ dueAt: at, nextAt: at, countedFrom: at, createdAt: at, updatedAt: at },
      }),
    )
  const { id } = await saveCampaign(operator(place), {
    ...weekly,
    name: anotherName(),
    audience: { frameworks: ['skanderborg'], channels: ['19:x'] },
  })
  const preview = await previewCampaign(operator(place), { campaignId: id })
  expect([preview.channels, preview.channelsAsked]).toEqual([1, 1])
  expect(JSON.stringify(preview)).not.toMatch(/tillid|Ea/)
})

test('the sample of a campaign to leaders may be', async () => {
  await addLeaders(place, ['ea'], { framework: 'skanderborg', role: 'direktoer' })
  expect(await sampleOf({ ...pitfalls, audience: { isEveryLeader: true } })).toMatchObject({ private: true })
})

describe('who is not reached', () => {
  const at = '2026-11-30T08:00:00.000Z'
  const conversation = { conversationId: 'a:1', serviceUrl: 'https://example.org', botId: 'b' }
  const unreachableOf = async (campaignId: string) => {
    const { newcomers, unreachable, away } = await previewCampaign(operator(place), { campaignId })
    return { newcomers, unreachable: unreachable.map(({ id, why }) => `${id} ${why}`), away }
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
      unreachable: ['no-conversation no-conversation', 'not-installed not-installed'],
      away: null,
    })
  })

  test('is named for no choice of their own: these are one number, from five up', async () => {
    const role = { framework: 'odder', role: 'stabschef' }
    await addLeaders(place, ['paused'], { ...role, pausedUntil: '2027-02-01' })
    await addLeaders(place, ['stopped'], { ...role, stopped: true })
    await addLeaders(place, ['blocked'], { ...role, unreachable: { why: 'blocked', at } })
    await addLeaders(place, ['uninstalled'], { ...role, unreachable: { why: 'uninstalled', at } })
    const { id } = await saveCampaign(operator(place), weekly)
    expect(await unreachableOf(id)).toEqual({ newcomers: 0, unreachable: [], away: null })
    await addLeaders(place, ['held'], { ...role, heldSince: at })
    expect(await unreachableOf(id)).toEqual({ newcomers: 0, unreachable: [], away: 5 })
  })

  test('is known of named people without a record from the last time it was tried', async () => {
    const people = ['never-tried', 'no-app', 'no-chat', 'paused-then']
    const { id } = await saveCampaign(operator(place), { ...weekly, name: anotherName(), audience: { people } })
    expect(await unreachableOf(id)).toEqual({ newcomers: 4, unreachable: [], away: null })
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
        id: `${occasionId}:${recipientId}`,
        occasionId,
        campaignId: id,
        tenantId: 'tenant',
        recipientId,
        recipientKind: 'leader',
        state: 'unreachable',
        reason,
        promptId: '',
        claimedAt: at,
        claimedBy: 'one',
      }
      await place.store.create(deliveries, deliverySchema.parse({ ...delivery, createdAt: at }))
    }
    expect(await unreachableOf(id)).toEqual({
      newcomers: 2,
      unreachable: ['no-app not-installed', 'no-chat no-conversation'],
      away: null,
    })
  })
})

test('what HR chose for a channel is shown as HR chose it', async () => {
  const promptId = knowledge.library.prompts.find((prompt) => prompt.private)?.id ?? ''
  const sample = await sampleOf({
    audience: { channels: ['19:x'] },
    prompts: { kind: 'chosen', promptIds: [promptId] },
  })
  expect(sample?.id).toBe(promptId)
})

describe('a window that is too short for its recipients', () => {
  const shortageOf = async (form: Partial<Form>, sendsPerSecond = 0.01) => {
    const ctx = operator(place, { sendsPerSecond })
    const { id } = await saveCampaign(ctx, { ...weekly, name: anotherName(), ...form })
    return (await previewCampaign(ctx, { campaignId: id })).shortage
  }
  beforeEach(async () => {
    await addLeaders(place, ['a', 'b', 'c', 'd'])
    await addLeaders(place, ['e', 'f'], { timeZone: 'America/Nuuk' })
    await addLeaders(place, ['g'], { stopped: true })
  })

  test('is told with how many there is time for', async () => {
    const { recurrence } = weekly
    const [from, until] = ['2027-01-05T08:00:00.000Z', '2027-01-05T08:05:00.000Z']
    expect(await shortageOf({ graceMinutes: 5 })).toEqual({ recipients: 6, inTime: 3, from, until })
    const evening: Partial<Form> = {
      recurrence: { ...recurrence, time: '17:55' },
      quietHours: { from: '18:00', to: '07:00' },
    }
    expect(await shortageOf(evening)).toMatchObject({ inTime: 3, until: '2027-01-05T17:00:00.000Z' })
    const night = { recurrence: { ...recurrence, time: '23:55' } }
    expect(await shortageOf(night)).toMatchObject({ inTime: 3, until: '2027-01-05T23:00:00.000Z' })
  })

  test('is one for the leaders of each zone where each has their own', async () => {
    const recurrence = { ...weekly.recurrence, isLeadersZone: true }
    expect(await shortageOf({ recurrence, graceMinutes: 5 })).toMatchObject({ recipients: 6, inTime: 5 })
    expect(await shortageOf({ recurrence, graceMinutes: 7 })).toBeNull()
  })

  test('is none where there is time for all', async () => {
    expect(await shortageOf({})).toBeNull()
    expect(await shortageOf({ graceMinutes: 5 }, 25)).toBeNull()
  })
})

describe('an occasion that is planned and not sent yet', () => {
  const started = async (form: Partial<Form> = {}) => {
    const { id: campaignId } = await saveCampaign(operator(place), { ...weekly, name: anotherName(), ...form })
    await startCampaign(operator(place), { campaignId })
    return campaignId
  }
  async function plannedAt(iso: string): Promise<void> {
    place.clock.set(iso)
    await createScheduler({ services: operator(place), queue: createKeptQueue(place).queue }).tick()
  }
  const datesOf = async (campaignId: string) =>
    (await previewCampaign(operator(place), { campaignId })).dates.map(
      ({ at, isPlanned }) => `${at?.slice(0, 16)}${isPlanned ? ' planned' : ''}`,
    )
  beforeEach(() => addLeaders(place, ['ea']))

  test('comes first, as it was planned, until it is sent', async () => {
    const campaignId = await started()
    await plannedAt('2027-01-05T07:55:00.000Z')
    await changeCampaign(operator(place), {
      campaignId,
      recurrence: { every: 'week', weekday: 'WE', time: '10:00' },
    })
    const next = ['2027-01-06T09:00', '2027-01-13T09:00', '2027-01-20T09:00', '2027-01-27T09:00', '2027-02-03T09:00']
    expect(await datesOf(campaignId)).toEqual(['2027-01-05T08:00 planned', ...next])
    place.clock.set('2027-01-05T08:00:00.000Z')
    expect((await datesOf(campaignId)).slice(0, 5)).toEqual(next)
  })

  test('stands in the year until its day is over', async () => {
    await started()
    const year = async () =>
      (await showSeason(operator(place), 'da', {})).dates.slice(0, 2).map(({ at }) => at?.slice(0, 16))
    await plannedAt('2027-01-05T07:55:00.000Z')
    expect(await year()).toEqual(['2027-01-05T08:00', '2027-01-12T08:00'])
    place.clock.set('2027-01-05T15:00:00.000Z')
    expect(await year()).toEqual(['2027-01-05T08:00', '2027-01-12T08:00'])
    place.clock.set('2027-01-06T15:00:00.000Z')
    expect(await year()).toEqual(['2027-01-12T08:00', '2027-01-19T08:00'])
  })

  test('stays in the list where others had it in the night, on their own clocks', async () => {
    await addLeaders(place, ['far'], { timeZone: 'Pacific/Auckland' })
    const campaignId = await started({ recurrence: { ...weekly.recurrence, isLeadersZone: true } })
    await plannedAt('2027-01-04T19:00:00.000Z')
    place.clock.set('2027-01-05T06:00:00.000Z')
    expect((await datesOf(campaignId)).slice(0, 2)).toEqual(['2027-01-05T08:00 planned', '2027-01-12T08:00'])
  })

  test('is told once while it is being planned, before the campaign knows of it', async () => {
    const campaignId = await started()
    await plannedAt('2027-01-05T07:55:00.000Z')
    const found = await place.store.get(campaigns, 'tenant', campaignId)
    if (found) await place.store.replace(campaigns, { ...found.document, doneUntil: null, occasions: 0 }, found.version)
    expect((await datesOf(campaignId)).slice(0, 2)).toEqual(['2027-01-05T08:00 planned', '2027-01-12T08:00'])
  })

  test('is held by a pause, and goes on with the campaign', async () => {
    const campaignId = await started()
    await plannedAt('2027-01-05T07:55:00.000Z')
    for (const verb of [pauseCampaign, resumeCampaign]) {
      await verb(operator(place), { campaignId })
      expect((await datesOf(campaignId))[0]).toBe('2027-01-05T08:00 planned')
    }
  })
})
