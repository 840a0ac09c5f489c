import { unitKey } from '../../src/hr-access/unit-key'
import { leaders } from '../../src/records/leader'
import type { Store } from '../../src/store/store'
import { updateDocument } from '../../src/store/update-document'
import { startApp, type TestApp } from '../support/app'
import { captured } from '../support/bot-client'
import { buttonsOf, type Card, choicesOf, pressIn, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

// The first to come is the administrator.
const administrator = '10000000-0000-4000-8000-000000000001'
let app: TestApp
let store: Store
let bente: Person
let lis: Person
beforeAll(async () => {
  app = await startApp({
    env: { PEJLING_HR_IDS: administrator },
    wrapStore: (opened) => {
      store = opened
      return opened
    },
  })
  bente = app.person('Bente Hansen')
  lis = app.person('Lis Å. Sørensen')
  await bente.chooseProfile('odder', 'stabschef')
  await lis.chooseProfile('odder', 'stabschef')
  const ib = app.person('Ib Sørensen')
  await ib.chooseProfile('odder', 'stabschef')
  await inUnit(lis, 'Skoler, Vest')
  await inUnit(ib, 'Vej & Park')
})
afterAll(() => app.close())

async function inUnit({ id }: Person, unit: string): Promise<void> {
  const tenantId = app.rows().find((row) => row.container === 'leaders')?.partition ?? ''
  await updateDocument(store, leaders, tenantId, id, (before) => (before ? { ...before, unit } : 'keep'))
}

const verbsOf = (card: Card | undefined) => buttonsOf(card).map(({ verb }) => verb)
const rightOf = ({ id }: Person) => app.rows().find((row) => row.container === 'leaders' && row.id === id)?.body.hrRight
const log = () =>
  app
    .rows()
    .filter((row) => row.container === 'audit')
    .map(({ body }) => body)

/** The card that asks for which units somebody gets access. */
async function unitsCard(text: string): Promise<Card> {
  const list = await bente.ask('HR-adgang')
  const find = (await bente.press(list, 'access.new')).replaced as Card
  return (await bente.press(find, 'access.find', { text })).replaced as Card
}

test('an administrator gives access by name, for some units, and it holds from the next press on', async () => {
  expect(titleOf(await lis.ask('kampagner'))).toBe(da('access.refused.title'))
  const card = await unitsCard('lis sørensen')
  expect(choicesOf(card)).toEqual([
    da('access.units.every'),
    expect.stringContaining('Skoler, Vest'),
    expect.anything(),
  ])
  const sent = app.connector.requests.length
  const after = (await bente.press(card, 'access.give', { units: unitKey('Skoler, Vest') })).replaced
  expect(textOf(after)).toMatch(/Lis Å. Sørensen\s+Skoler, Vest/)
  expect(rightOf(lis)).toEqual({ kind: 'units', units: ['Skoler, Vest'] })
  const told = app.connector.requests.slice(sent).map(({ body }) => JSON.stringify(body))
  expect(told.join()).toContain(da('access.given.title'))
  expect(titleOf(await lis.ask('kampagner'))).toBe(da('campaigns.title'))
  expect(log()).toEqual([expect.objectContaining({ what: 'right-given', by: bente.id, about: lis.id })])
})

test('who plans for some units is offered these and no channel, and sees no campaign of others', async () => {
  await app.client.post(captured('installation-update-channel'))
  const offered = async (person: Person) => choicesOf(await person.ask('ny kampagne')).join()
  expect(await offered(bente)).toMatch(/Vej & Park/)
  expect(await offered(bente)).toMatch(/Ledelse – /)
  expect(await offered(lis)).toContain('Skoler, Vest')
  expect(await offered(lis)).not.toMatch(/Ledelse – |Vej & Park/)
  const form = await bente.ask('ny kampagne')
  const filled = { name: 'Alles', framework: 'all', weekday: 'TU', time: '09:00', first: '2026-03-17', every: '1' }
  const { data } = pressIn(form, 'campaign.next')
  await bente.send('campaign.preview', { ...data, ...filled })
  const campaignId = app.rows().find(({ container }) => container === 'campaigns')?.id
  expect(textOf(await bente.ask('kampagner'))).toContain('Alles')
  expect(textOf(await lis.ask('kampagner'))).not.toContain('Alles')
  const before = app.rows()
  for (const verb of ['show', 'review', 'edit', 'start', 'cancel', 'drop', 'copy', 'sample', 'unreached']) {
    const data = { campaignId, occasionId: `${campaignId}:2026-03-17` }
    const { answer } = await lis.send(`campaign.${verb}`, data)
    expect([verb, JSON.stringify(answer.body)]).toEqual([verb, expect.stringContaining(da('error.otherUnits'))])
  }
  expect(app.rows()).toEqual(before)
  await bente.send('campaign.drop', { campaignId })
})

test('who plans for some units sees these leaders by “ledere”, and brings no list', async () => {
  const all = await bente.ask('ledere')
  expect(buttonsOf(all).map(({ verb }) => verb)).toContain('leaders.how')
  expect(textOf(all)).toContain('Vej & Park')
  const own = await lis.ask('ledere')
  expect(textOf(own)).toContain(da('leaders.ownUnits', { units: 'Skoler, Vest' }))
  expect(textOf(own)).not.toContain('Vej & Park')
  expect(buttonsOf(own).map(({ verb }) => verb)).not.toContain('leaders.how')
  expect(textOf((await lis.send('leaders.how', {})).replaced ?? {})).not.toContain(da('leaders.how.text'))
})

test('of several the right one is chosen, and nobody of the name is told at the field', async () => {
  const several = await unitsCard('Sørensen')
  expect(choicesOf(several)).toHaveLength(2)
  const card = (await bente.press(several, 'access.choose', { personId: lis.id })).replaced
  expect(titleOf(card)).toBe(da('access.units.title', { name: lis.name }))
  const find = (await bente.press(await bente.ask('HR-adgang'), 'access.new')).replaced as Card
  for (const [text, key] of [
    ['Ingen Af Dem', 'access.fault.nobody'],
    ['  ', 'access.fault.empty'],
    ['!', 'access.fault.empty'],
  ] as const) {
    const { replaced, notice } = await bente.press(find, 'access.find', { text })
    expect([titleOf(replaced), notice]).toEqual([da('access.find.title'), expect.stringMatching(saying(key))])
  }
})

test('a choice that cannot be is given back with its fault, and changes nothing', async () => {
  const card = await unitsCard('lis')
  const before = rightOf(lis)
  for (const [units, key] of [
    ['*,Skoler', 'access.fault.both'],
    ['', 'access.units.error'],
    ['Rumfart', 'access.fault.unit'],
  ] as const) {
    const { notice } = await bente.press(card, 'access.give', { units })
    expect(notice).toMatch(saying(key))
  }
  const administrators = await bente.send('access.give', { personId: administrator, units: '*' })
  expect(JSON.stringify(administrators.answer.body)).toContain(da('access.fault.administrator'))
  const gone = await bente.send('access.give', { personId: '10000000-0000-4000-8000-0000000000ff', units: '*' })
  expect(JSON.stringify(gone.answer.body)).toContain(da('access.fault.unknown'))
  expect(rightOf(lis)).toEqual(before)
})

test('a right that is taken away in the middle of a form ends the form, and says who can give it', async () => {
  const form = await lis.ask('ny kampagne')
  expect(titleOf(form)).toBe(da('campaignForm.title'))
  const list = await bente.ask('hvem har HR-rettigheder?')
  const confirm = (await bente.press(list, 'access.askTake', { personId: lis.id })).replaced as Card
  expect(titleOf(confirm)).toBe(da('access.confirm.title', { name: lis.name }))
  const after = (await bente.press(confirm, 'access.take')).replaced
  expect(textOf(after)).not.toContain(lis.name)
  const { replaced } = await lis.press(form, 'campaign.next', { name: 'Min', framework: 'odder', weekday: 'TU' })
  expect(titleOf(replaced)).toBe(da('access.refused.title'))
  expect(textOf(replaced)).toMatch(saying('access.askThem', { names: 'Bente Hansen', id: lis.id }))
  expect(app.rows().filter(({ body }) => body.name === 'Min')).toEqual([])
  expect(log().map(({ what }) => what)).toContain('right-taken')
})

test('everybody may see who has access; nobody but an administrator changes it', async () => {
  const card = await lis.ask('hvem har HR-adgang')
  expect(textOf(card)).toContain('Bente Hansen')
  expect(textOf(card)).toMatch(saying('access.askThem', { names: 'Bente Hansen', id: lis.id }))
  expect(verbsOf(card)).toEqual([])
  await bente.press(await unitsCard('lis'), 'access.give', { units: '*' })
  expect(textOf(await lis.ask('HR-adgang'))).not.toMatch(saying('access.askThem'))
  const before = app.rows()
  for (const verb of ['new', 'find', 'choose', 'give', 'askTake', 'take']) {
    const { answer } = await lis.send(`access.${verb}`, { text: 'ib', personId: lis.id, units: '*' })
    expect(JSON.stringify(answer.body)).toContain(da('error.notAdministrator'))
  }
  expect(app.rows()).toEqual(before)
})

test('who erases their data has no access any more, and is named in the log no longer', async () => {
  const ask = await lis.ask('slet mine data')
  await lis.press(ask, 'data.erase')
  expect(JSON.stringify(app.rows())).not.toContain(lis.id)
  expect(log().filter(({ what }) => what === 'right-given')).toEqual([
    expect.objectContaining({ by: bente.id, about: expect.stringMatching(/^erased-/) }),
    expect.objectContaining({ by: bente.id, about: expect.stringMatching(/^erased-/) }),
  ])
  expect(titleOf(await lis.ask('kampagner'))).toBe(da('access.refused.title'))
})
