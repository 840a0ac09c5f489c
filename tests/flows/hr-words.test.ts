import { saveCampaign } from '../../src/campaigns/verbs/save-campaign'
import { readConfig } from '../../src/config/config'
import { campaigns, occasions } from '../../src/records/campaign'
import { updateDocument } from '../../src/store/update-document'
import { occasion } from '../cards/campaign/sample-campaigns'
import { startApp, type TestApp } from '../support/app'
import { buttonsOf, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da } from '../support/said'
import { createPlace, type Place } from '../support/verbs'

const hrId = '10000000-0000-4000-8000-000000000001'
let app: TestApp
let hr: Person
let leader: Person
let place: Place
beforeAll(async () => {
  app = await startApp({ env: { PEJLING_HR_IDS: hrId } })
  place = createPlace(app.store)
  hr = app.person('Bente fra HR')
  leader = app.person()
  for (const person of [hr, leader]) await person.chooseProfile('odder', 'stabschef')
})
afterAll(async () => {
  await app.close()
  await place.dispose()
})

async function campaign(name: string): Promise<string> {
  const { tenantId } = readConfig({ PEJLING_LOCAL: 'yes' })
  const ctx = { ...place.ctx({ tenantId, leaderId: hrId, isOperator: true }, { tenantId }), clock: app.clock }
  const recurrence = { every: 'week', weekday: 'TU', time: '09:00', first: '2026-03-17' } as const
  return (await saveCampaign(ctx, { name, audience: { isEveryLeader: true }, recurrence })).id
}
/** What is said above the card. */
const aboveOf = ({ answer }: Awaited<ReturnType<Person['say']>>) => answer.replies.map(({ text = '' }) => text).join('')

const picked = (ask: string) => [da('campaignPick.title'), `campaign.${ask}`]
async function asked(text: string): Promise<(string | undefined)[]> {
  const card = await hr.ask(text)
  return [titleOf(card), buttonsOf(card)[0]?.verb]
}

/** A campaign has had a time that is over. */
async function sent(campaignId: string): Promise<void> {
  const { tenantId } = readConfig({ PEJLING_LOCAL: 'yes' })
  const dueAt = '2026-01-06T08:00:00.000Z'
  const id = `${campaignId}:2026-01-06`
  const record = occasion('2026-01-06', { id, campaignId, tenantId, dueAt, closesAt: dueAt, state: 'planned' })
  await place.store.create(occasions, record)
}

test('before there is a campaign each thing that is asked for says so, and what to do', async () => {
  for (const [text, ask] of [
    ['send en test', 'sample'],
    ['kopiér kampagnen', 'copy'],
    ['hvem er ikke nået?', 'notReached'],
    ['aflys kampagnen', 'cancel'],
    ['sæt kampagnen på pause', 'pause'],
    ['send ugens spørgsmål nu', 'sendNow'],
  ] as const)
    expect([text, ...(await asked(text))]).toEqual([text, da(`campaignPick.${ask}.none`), 'campaign.new'])
})

test('of one campaign what is asked for is shown; of several it is asked which, and one press does it', async () => {
  const id = await campaign('Ugens refleksion')
  expect(titleOf((await hr.say('hvem er ikke nået?')).cards[0])).toBe(da('campaignPick.notReached.none'))
  expect(aboveOf(await hr.say('send ugens spørgsmål nu'))).toBe(da('campaignPick.sendNow.above'))
  const second = await campaign('Faldgruber')
  expect(await asked('send en test')).toEqual(picked('sample'))
  expect(await asked('kopiér kampagnen')).toEqual(picked('copy'))
  const list = await hr.ask('send en test')
  const { cards } = await hr.press(list, 'campaign.sample', { campaignId: id })
  expect(JSON.stringify(buttonsOf(cards[0]).map(({ data }) => data))).toContain(id)
  const named = await hr.say('kopiér kampagnen ”ugens Refleksion”')
  expect(named.cards.map(titleOf)).not.toContain(da('campaignPick.title'))
  const shown = await hr.say('send en prøve af Ugens refleksion')
  expect(JSON.stringify(buttonsOf(shown.cards[0]).map(({ data }) => data))).toContain(id)
  // A name that none has is asked about.
  expect(await asked('send en prøve af Noget andet')).toEqual(picked('sample'))

  // Drafts that nothing was sent of are no answer to whom was not reached.
  await sent(id)
  const unreached = (name: string) => da('campaignUnreached.title', { name })
  expect(titleOf(await hr.ask('hvem er ikke nået?'))).toBe(unreached('Ugens refleksion'))
  expect(aboveOf(await hr.say('hvem er ikke nået i Faldgruber?'))).toBe(da('campaignPick.notReached.none'))
  await sent(second)
  const which = await hr.ask('hvem er ikke nået?')
  expect([titleOf(which), buttonsOf(which)[0]?.verb]).toEqual(picked('unreachedOf'))
  const names = await hr.press(which, 'campaign.unreachedOf', { campaignId: second })
  expect(titleOf(names.replaced)).toBe(unreached('Faldgruber'))
})

test('what HR says of a campaign under way leads to what can be done; of a leader it is no command', async () => {
  const [of] = app.rows().filter(({ body }) => body.name === 'Ugens refleksion')
  const { tenantId } = readConfig({ PEJLING_LOCAL: 'yes' })
  const id = String(of?.id)
  await updateDocument(place.store, campaigns, tenantId, id, (before) =>
    before ? { ...before, state: 'running' as const } : 'keep',
  )
  expect(titleOf(await hr.ask('aflys kampagnen'))).toContain('Ugens refleksion')
  const paused = await hr.say('sæt kampagnen på pause')
  expect([titleOf(paused.cards[0]), aboveOf(paused)]).toEqual(['Ugens refleksion', da('campaignPick.pause.above')])
  expect(buttonsOf(paused.cards[0]).map(({ verb }) => verb)).toContain('campaign.pause')
  expect(await asked('send ugens spørgsmål nu')).toEqual(picked('show'))
  for (const text of [
    'aflys kampagnen',
    'pause kampagnen',
    'send ugens spørgsmål nu',
    'hvordan giver jeg en kollega adgang?',
  ]) {
    const seen = titleOf(await leader.ask(text))
    expect([da('campaignPick.title'), da('access.refused.title'), da('access.title')]).not.toContain(seen)
  }
})

test('who is to have access is sought by the name that was said', async () => {
  expect(await asked('hvordan giver jeg en kollega adgang?')).toEqual([da('access.title'), 'access.new'])
  const card = await hr.ask('giv HR-adgang til Grethe Lund')
  expect([titleOf(card), JSON.stringify(card).includes('Grethe Lund')]).toEqual([da('access.find.title'), true])
})

test('who is not of HR is told what HR can do, in their chat alone', async () => {
  for (const text of ['ny kampanje', 'kampanger', 'send en test', 'hvem er ikke nået?', 'kopiér kampagnen', 'log']) {
    expect([text, titleOf(await leader.ask(text))]).toEqual([text, da('access.refused.title')])
    expect((await hr.mention(text)).cards.map(titleOf)).toEqual([da('privateHr.title')])
  }
})

test('that there is no report on answers is told to anybody, and to HR what there is', async () => {
  const [forHr, forLeader] = [await hr.ask('rapport'), await leader.ask('hvem har svaret?')]
  expect([forHr, forLeader].map(titleOf)).toEqual([da('campaignReport.title'), da('campaignReport.title')])
  expect([forHr, forLeader].map((card) => buttonsOf(card).map(({ verb }) => verb))).toEqual([['campaign.list'], []])
})

test('what HR can see of a leader is told by the privacy card, to both', async () => {
  for (const person of [hr, leader]) {
    const card = await person.ask('hvad kan HR se om mig?')
    expect(titleOf(card)).toBe(da('privacy.title'))
    const [readers, purpose] = ['privacy.readers', 'privacy.purpose'].map((key) => textOf(card).indexOf(`${da(key)}\n`))
    expect(readers).toBeGreaterThan(0)
    expect(readers).toBeLessThan(purpose ?? 0)
  }
})
