import { saveCampaign } from '../../src/campaigns/verbs/save-campaign'
import { readConfig } from '../../src/config/config'
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

test('before there is a campaign nobody is told what to press in one', async () => {
  const seen = await hr.say('send en test')
  expect([seen.cards.map(titleOf), aboveOf(seen)]).toEqual([[da('campaigns.title')], ''])
})

test('of one campaign what is asked for is shown; of several the list says what to press', async () => {
  const id = await campaign('Ugens refleksion')
  expect(titleOf((await hr.say('hvem er ikke nået?')).cards[0])).toBe('Ugens refleksion')
  await campaign('Faldgruber')
  for (const [text, key] of [
    ['send en test', 'campaignPick.sample'],
    ['kopiér kampagnen', 'campaignPick.copy'],
    ['hvem er ikke nået?', 'campaignPick.notReached'],
  ] as const) {
    const seen = await hr.say(text)
    expect(seen.cards.map(titleOf)).toEqual([da('campaigns.title')])
    const buttons = { show: da('campaigns.show'), copy: da('campaignCard.copy'), sample: da('campaignCard.sample') }
    expect(aboveOf(seen)).toBe(da(key, buttons))
  }
  const named = await hr.say('kopiér kampagnen ”ugens Refleksion”')
  expect(named.cards.map(titleOf)).not.toContain(da('campaigns.title'))
  const shown = await hr.say('testsend kampagnen Ugens refleksion')
  expect(JSON.stringify(buttonsOf(shown.cards[0]).map(({ data }) => data))).toContain(id)
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
