import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, textOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

const hrId = '10000000-0000-4000-8000-000000000001'
let app: TestApp
let hr: Person
beforeAll(async () => {
  app = await startApp({ env: { PEJLING_HR_IDS: hrId } })
  hr = app.person('Bente fra HR')
  await hr.chooseProfile('odder', 'stabschef')
})
afterAll(() => app.close())

const form = {
  ...{ step: 'when', plan: 'automatic', framework: 'odder', rolesOf: 'odder', roles: '', levels: '', units: '' },
  ...{
    channels: '',
    weekday: 'TU',
    time: '09:00',
    first: '2026-03-17',
    every: '1',
    weeks: '2',
    closed: '',
    reminder: '1',
  },
}
/** Starts a campaign by its card; the card that was pressed shows it from then on. */
async function started(name: string, campaignId: string): Promise<Card> {
  const preview = (await hr.send('campaign.preview', { ...form, name, campaignId })).replaced as Card
  return (await hr.press(preview, 'campaign.start', {}, { replyToId: `card-${campaignId}` })).replaced as Card
}
const updates = (campaignId: string) =>
  app.connector.requests.filter(({ kind, path }) => kind === 'update' && path.includes(`card-${campaignId}`))
const shown = (campaignId: string) => textOf(updates(campaignId).at(-1)?.body.attachments?.[0]?.content as Card)

test('the card that shows a campaign follows what is sent, and says so when all have got it', async () => {
  const id = 'cfollow000001'
  const card = await started('Følges', id)
  expect(buttonsOf(card).map(({ title }) => title)).toContain(da('campaignCard.pause'))
  await app.tick()
  expect(updates(id)).toEqual([])
  app.clock.set('2026-03-17T07:55:00.000Z')
  await app.tick()
  app.clock.set('2026-03-17T08:00:30.000Z')
  await app.deliver()
  await app.tick()
  expect(shown(id)).toMatch(saying('campaignCard.sent', { sent: '\\d+', recipients: '\\d+' }))
  const once = updates(id).length
  app.clock.set('2026-03-17T08:05:00.000Z')
  await app.tick()
  expect(updates(id)).toHaveLength(once)
})

test('a card follows its campaign once a look, however many look', async () => {
  const id = 'cfollow000002'
  await started('To ser på', id)
  app.clock.set('2026-03-24T07:55:00.000Z')
  await app.tick()
  app.clock.set('2026-03-24T08:00:30.000Z')
  await app.deliver()
  await Promise.all([app.tick(), app.tick()])
  expect(updates(id)).toHaveLength(1)
})

test('what is erased names nobody: the cards of who has left are forgotten', async () => {
  const before = app.rows().filter(({ json }) => json.includes(`"personId":"${hr.id}"`))
  expect(before.length).toBeGreaterThan(0)
  await hr.press(await hr.ask('slet mine data'), 'data.erase')
  expect(app.rows().filter(({ json }) => json.includes(`"personId":"${hr.id}"`))).toEqual([])
})
