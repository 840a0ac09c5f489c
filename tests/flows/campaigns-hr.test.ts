import { readConfig } from '../../src/config/config'
import { pauseSending, resumeSending } from '../../src/delivery/sending-stop'
import { readTable } from '../../src/documents/read-table'
import { campaigns, type Occasion, occasions } from '../../src/records/campaign'
import { deliveries, deliverySchema } from '../../src/records/delivery'
import type { Store } from '../../src/store/store'
import { occasion } from '../cards/campaign/sample-campaigns'
import { startApp, type TestApp } from '../support/app'
import { captured } from '../support/bot-client'
import { buttonsOf, type Card, fieldsIn, markdownOf, pressIn, textOf, titleOf } from '../support/card-text'
import { createFakeDrive } from '../support/fake-drive'
import type { Person } from '../support/person'
import { da, en, saying } from '../support/said'

// People are numbered in the order they come; the first two are HR.
const hrIds = [1, 2].map((number) => `10000000-0000-4000-8000-${String(number).padStart(12, '0')}`)
let app: TestApp
let store: Store
let hr: Person
let colleague: Person
beforeAll(async () => {
  app = await startApp({
    env: { PEJLING_HR_IDS: hrIds.join(','), PEJLING_CONFIRM_RECIPIENTS: '3' },
    wrapStore: (opened) => {
      store = opened
      return opened
    },
  })
  hr = app.person('Bente fra HR')
  colleague = app.person('Bo fra HR')
  await hr.chooseProfile('odder', 'stabschef')
  await app.client.post(captured('installation-update-channel'))
})
afterAll(() => app.close())
/** The names of earlier tests are free again. */
beforeEach(async () => {
  for (const { id, partition } of saved()) {
    const found = await store.get(campaigns, partition, id)
    if (found)
      await store.replace(campaigns, { ...found.document, name: `${found.document.name} ${id}` }, found.version)
  }
})

/** What the form's fields hold when the card is pressed. */
const filled = {
  name: 'Ugens refleksion',
  step: 'when',
  framework: 'odder',
  levels: '',
  units: '',
  channels: '',
  plan: 'automatic',
  weekday: 'TU',
  time: '09:00',
  first: '2026-03-17',
  every: '1',
  weeks: '12',
  closed: 'weekends,holidays',
  question: '',
  reminder: '1',
}
/** How a field shows what was sent: a field of numbers a number. */
const asShown = ({ weeks, ...more }: { weeks?: string | number }) => ({
  ...more,
  ...(weeks && { weeks: Number(weeks) }),
})
const { levels: _, channels: __, ...shown } = { ...filled, weeks: 12 }
const saved = () => app.rows().filter(({ container }) => container === 'campaigns')
const campaignOf = (card: Card) => String(buttonsOf(card).find(({ data }) => data.campaignId)?.data.campaignId)
const recordOf = (card: Card) => saved().find(({ id }) => id === campaignOf(card))?.body
const leadersIn = (names: string) => da('campaigns.audience.frameworks', { names })
const titlesOf = (card: Card | undefined) => buttonsOf(card).map(({ title }) => title)

/** Goes through the form card by card, as a person does, until it is saved or something is wrong with a card. */
async function fill(more: object = {}, person = hr) {
  const values = Object.entries({ ...filled, ...more })
  let card = await person.ask('ny kampagne')
  for (;;) {
    const [first] = buttonsOf(card)
    const verb = first?.verb ?? ''
    const shownHere = Object.keys(fieldsIn(card))
    const outcome = await person.press(
      card,
      verb,
      Object.fromEntries(values.filter(([name]) => shownHere.includes(name))),
    )
    if (verb === 'campaign.preview' || outcome.notice) return outcome
    card = outcome.replaced as Card
  }
}
const preview = async (more: object = {}, person = hr) => (await fill(more, person)).replaced as Card
/** The last card of a form whose fields on it were not filled in. */
async function lastCard(more: object = {}): Promise<Card> {
  const form = await hr.ask('ny kampagne')
  return (await hr.press(form, 'campaign.next', { ...filled, ...more, step: 'what' })).replaced as Card
}
async function started(more: object = {}): Promise<Card> {
  return (await hr.press(await preview(more), 'campaign.start', { confirmed: 'yes' })).replaced as Card
}

test('“ny kampagne” brings one form, and nothing is saved by it', async () => {
  for (const words of ['ny kampagne', 'opret kampagne', 'new campaign']) {
    const { cards } = await hr.say(words)
    expect(cards.map(titleOf)).toEqual([da('campaignForm.title')])
    expect(titlesOf(cards[0])).toEqual([
      da('campaignForm.next'),
      da('campaignForm.showRoles'),
      da('campaignForm.cancel'),
    ])
  }
  expect(textOf(await hr.ask('ny kampagne'))).toContain('Ledelse – Udmeldinger')
  expect(saved()).toEqual([])
})

test('“Forhåndsvis” saves a draft and says when, to whom and what; nothing is planned', async () => {
  const card = await preview()
  expect(textOf(card)).toContain('Tirsdag den 17. marts kl.\u00a009.00\nTirsdag den 24. marts kl.\u00a009.00')
  expect(textOf(card)).toContain(
    `${da('campaignPreview.recipients')}\n${leadersIn('Odder Kommune')}\n${da('campaigns.leaders1')}`,
  )
  expect(textOf(card)).toContain('Odder Kommune')
  expect(titlesOf(card)).toEqual([
    da('campaignPreview.start'),
    da('campaignPreview.edit'),
    da('campaignPreview.sampleMe'),
    da('campaignPreview.drop'),
  ])
  expect(recordOf(card)).toMatchObject({
    state: 'draft',
    name: 'Ugens refleksion',
    createdBy: hr.id,
    reminder: { afterDays: 2, most: 1 },
    recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=TU', time: '09:00', first: '2026-03-17', last: '2026-06-08' },
  })
  expect(app.rows().filter(({ container }) => container === 'occasions')).toEqual([])
})

describe('roles', () => {
  const rolesIn = (card: Card | undefined) =>
    JSON.stringify(card?.body).match(/"id":"roles".*?"choices":(\[.*?\])/)?.[1] ?? ''
  const inSkanderborg = { framework: 'skanderborg', rolesOf: 'skanderborg' }
  async function rolesShown(more: object): Promise<Card> {
    const form = await hr.ask('ny kampagne')
    return (await hr.press(form, 'campaign.roles', { ...filled, plan: 'own', ...more })).replaced as Card
  }

  test('are offered in the municipality’s own words, once it is chosen, and nothing typed is lost', async () => {
    const before = saved().length
    const form = await rolesShown({ framework: 'skanderborg', question: 'Hvad lykkedes?' })
    expect(textOf(form)).toContain(da('campaignForm.roles.label', { municipality: 'Skanderborg Kommune' }))
    expect(rolesIn(form)).toContain('"Kontraktholder"')
    expect(rolesIn(form)).not.toMatch(/Ledergrupper|Personalegrupper|"Medarbejder"/)
    expect(fieldsIn(form)).toMatchObject({ name: 'Ugens refleksion', framework: 'skanderborg' })
    expect(buttonsOf(form)[0]?.data).toMatchObject({ question: 'Hvad lykkedes?', plan: 'own', time: '09:00' })
    expect([titleOf(form), saved().length]).toEqual([da('campaigns.new'), before])
    for (const framework of ['all', 'soro']) {
      expect(textOf(await rolesShown({ framework }))).toContain(da('campaignForm.textNoRoles'))
      expect(rolesIn(await rolesShown({ framework }))).toBe('')
    }
  })

  test('narrow the leaders, and the preview and the form say so', async () => {
    await app.person().chooseProfile('skanderborg', 'kontraktholder')
    await app.person().chooseProfile('skanderborg', 'leder-af-medarbejder')
    const roles = 'kontraktholder,fag-og-stabschef'
    const card = await preview({ ...inSkanderborg, roles })
    expect(recordOf(card)).toMatchObject({ audience: { frameworks: ['skanderborg'], roles: roles.split(',') } })
    expect(textOf(card)).toContain(
      [
        da('campaignPreview.recipients'),
        leadersIn('Skanderborg Kommune'),
        da('campaigns.audience.roles', { names: 'Kontraktholder og Fag- og stabschef' }),
        da('campaigns.leaders1'),
      ].join('\n'),
    )
    const form = (await hr.press(card, 'campaign.edit')).replaced as Card
    expect(JSON.stringify(form.body)).toContain(`"value":"${roles}"`)
  })

  test('of one municipality are not taken for those of another: the form comes again with the other’s, and nothing is saved', async () => {
    const before = saved().length
    const first = await hr.ask('ny kampagne')
    const wrong = { ...filled, ...inSkanderborg, roles: 'kontraktholder', framework: 'odder' }
    const form = (await hr.press(first, 'campaign.next', wrong)).replaced as Card
    expect(titleOf(form)).toBe(da('campaigns.new'))
    expect(textOf(form)).toContain(da('campaignForm.textRoles'))
    expect(rolesIn(form)).toContain('"Stabschef"')
    expect(saved()).toHaveLength(before)
    const { replaced } = await hr.send('campaign.preview', {
      ...buttonsOf(form)[0]?.data,
      ...filled,
      roles: 'stabschef',
    })
    expect(recordOf(replaced as Card)).toMatchObject({ audience: { frameworks: ['odder'], roles: ['stabschef'] } })
  })
})

describe('card by card', () => {
  /** A press with what stands in the card's fields, as a client sends it. */
  const pressed = (card: Card, verb: string, inputs: object = {}, person = hr) => {
    const standing = Object.entries(fieldsIn(card)).map(([name, value]) => [name, String(value ?? '')])
    return person.press(card, verb, { ...Object.fromEntries(standing), ...inputs })
  }
  const on = async (card: Card, verb: string, inputs: object = {}) =>
    (await pressed(card, verb, inputs)).replaced as Card
  const fieldOf = (card: Card, name: string) => String(fieldsIn(card)[name] ?? '')

  test('the form keeps what was typed, forward and back, and nothing is saved on the way', async () => {
    const before = saved().length
    const who = await hr.ask('ny kampagne')
    const what = await on(who, 'campaign.next', { name: 'I tre trin', framework: 'odder' })
    const which = await on(what, 'campaign.next', { plan: 'own' })
    const questions = '1. Hvad lykkedes?\n2. Hvem har brug for dig?'
    const when = await on(which, 'campaign.next', { question: questions, english: '' })
    expect(titlesOf(when)).toEqual([da('campaignForm.preview'), da('campaignForm.back'), da('campaignForm.cancel')])
    const again = await on(when, 'campaign.back', { time: '10:30', weeks: '2' })
    expect(fieldOf(again, 'question')).toBe(questions)
    const first = await on(await on(again, 'campaign.back'), 'campaign.back')
    expect(fieldOf(first, 'name')).toBe('I tre trin')
    const last = await on(await on(await on(first, 'campaign.next'), 'campaign.next'), 'campaign.next')
    expect([fieldOf(last, 'time'), fieldOf(last, 'weeks'), saved().length]).toEqual(['10:30', '2', before])
    const card = await on(last, 'campaign.preview')
    expect(recordOf(card)).toMatchObject({
      name: 'I tre trin',
      prompts: { kind: 'own', question: 'Hvad lykkedes?', more: [{ question: 'Hvem har brug for dig?' }] },
    })
  })

  test('a fault is told on its own card, before the next one comes', async () => {
    const { replaced, notice } = await pressed(await hr.ask('ny kampagne'), 'campaign.next', { name: ' ' })
    expect(notice).toBe(da('campaign.fault.name', { most: 80 }))
    expect(textOf(replaced)).toContain(da('campaignForm.step.who', { of: 3 }))
  })

  test('a fault of a card that has been left behind brings that card back', async () => {
    await preview({ name: 'Optaget' })
    const form = await lastCard({ name: 'Optaget' })
    const { replaced, notice } = await pressed(form, 'campaign.preview')
    expect(notice).toBe(da('campaign.fault.nameTaken', { name: 'Optaget', free: 'Optaget 2' }))
    expect([fieldOf(replaced as Card, 'name'), titlesOf(replaced)[0]]).toEqual(['Optaget', da('campaignForm.next')])
  })

  test('questions are found in the bank page by page and by role, and come in the order they were ticked', async () => {
    const what = await on(await hr.ask('ny kampagne'), 'campaign.next', {
      name: 'Fra banken',
      framework: 'skanderborg',
    })
    const bank = await on(what, 'campaign.next', { plan: 'chosen' })
    const offered = (card: Card) => fieldChoices(card, 'picked')
    const [first = ''] = offered(bank)
    const second = await on(bank, 'campaign.bank', { picked: first })
    expect(offered(second)).not.toContain(first)
    const [, other = ''] = offered(second)
    const narrowed = await on(second, 'campaign.bank', { picked: other, bankRole: 'kontraktholder' })
    expect(offered(narrowed).filter((id) => !/^skanderborg\/(kontraktholder|alle-ledere)\//.test(id))).toEqual([])
    const when = await on(narrowed, 'campaign.next')
    expect(recordOf(await on(when, 'campaign.preview'))).toMatchObject({
      prompts: { kind: 'chosen', promptIds: [first, other] },
    })
  })

  test('monthly, areas one at a time and units are saved as chosen', async () => {
    const card = await preview({
      name: 'Månedens',
      framework: 'skanderborg',
      plan: 'areas',
      areas: 'faglig-ledelse,strategisk-ledelse',
      each: '2',
      every: 'm-1',
      weekday: 'FR',
      weeks: '52',
    })
    expect(recordOf(card)).toMatchObject({
      prompts: { kind: 'areas', areas: ['faglig-ledelse', 'strategisk-ledelse'], occasionsEach: 2 },
      recurrence: { rrule: 'FREQ=MONTHLY;BYDAY=-1FR' },
    })
  })

  test('a form that was sent before there were steps is taken as it was meant', async () => {
    const { step: _, plan: __, units: ___, ...old } = filled
    const data = { ...old, name: 'Fra før', campaignId: 'cold00000001', rolesOf: 'odder', question: 'Hvad nu?' }
    const { replaced } = await hr.send('campaign.preview', { ...data, campaignId: 'cabc123def499' })
    expect(recordOf(replaced as Card)).toMatchObject({
      name: 'Fra før',
      prompts: { kind: 'own', question: 'Hvad nu?' },
    })
  })

  test('of two people of HR who change one draft, the second is told and loses nothing', async () => {
    const card = await preview({ name: 'Fælles' })
    const mine = await on(card, 'campaign.edit')
    const theirs = (await colleague.press(card, 'campaign.edit')).replaced as Card
    await pressed(theirs, 'campaign.preview', { name: 'Fælles for alle' }, colleague)
    const { notice, replaced } = await pressed(mine, 'campaign.preview', { name: 'Mit' })
    expect([notice, fieldOf(replaced as Card, 'name')]).toEqual([da('campaign.refused.changed'), 'Mit'])
    expect(recordOf(card)).toMatchObject({ name: 'Fælles for alle', revision: 2 })
  })

  test('a copy opens as a form of its own, with what the form cannot say', async () => {
    const source = await started({ name: 'Forår', plan: 'pitfalls' })
    const more = await on(source, 'campaign.more')
    const { cards } = await pressed(more, 'campaign.copy')
    const form = cards[0] as Card
    expect([titleOf(form), fieldOf(form, 'name')]).toEqual([da('campaignForm.title'), 'Forår 2'])
    const last = await on(await on(form, 'campaign.next'), 'campaign.next')
    const copy = await on(last, 'campaign.preview')
    expect(recordOf(copy)).toMatchObject({ name: 'Forår 2', state: 'draft', prompts: { kind: 'pitfalls' } })
    expect(recordOf(source)).toMatchObject({ name: 'Forår', state: 'running' })
  })

  test('a ready-made series fills in the form, asking for its two roles first where it is about two', async () => {
    const { cards } = await hr.send('campaign.offerSeries', {})
    const offer = cards[0] as Card
    const roles = await on(offer, 'campaign.series', { series: 'twoSides', framework: 'skanderborg' })
    const same = await pressed(roles, 'campaign.series', { from: 'kontraktholder', to: 'kontraktholder' })
    expect(same.notice).toBe(da('campaignSeries.tooLittle'))
    expect(fieldOf(same.replaced as Card, 'to')).toBe('kontraktholder')
    const form = await on(roles, 'campaign.series', { from: 'kontraktholder', to: 'leder-af-medarbejder' })
    expect(fieldsIn(form)).toMatchObject({ framework: 'skanderborg', roles: 'kontraktholder,leder-af-medarbejder' })
    const last = await on(await on(form, 'campaign.next'), 'campaign.next')
    const card = await on(last, 'campaign.preview')
    expect(recordOf(card)).toMatchObject({
      name: da('campaignSeries.twoSides.name'),
      prompts: { kind: 'byRole', turns: expect.arrayContaining([expect.any(Object)]) },
      audience: { roles: ['kontraktholder', 'leder-af-medarbejder'] },
    })
  })

  test('what a series asks twice is still asked twice when the form has been gone through', async () => {
    const series = { series: 'newInRole', framework: 'skanderborg', from: 'leder-af-medarbejder', to: 'leder-af-leder' }
    let form = (await hr.send('campaign.series', series)).replaced as Card
    for (const _ of ['what', 'which', 'when']) form = await on(form, 'campaign.next')
    const prompts = recordOf(await on(form, 'campaign.preview'))?.prompts as { promptIds: string[] }
    expect([prompts.promptIds.length, new Set(prompts.promptIds).size]).toEqual([12, 8])
  })

  test('a sample comes below and can be leafed through; nothing is sent or kept', async () => {
    const card = await preview({ name: 'Til prøve', framework: 'skanderborg' })
    const before = app.rows()
    const { cards } = await hr.press(card, 'campaign.sample')
    const sample = cards[0] as Card
    expect(titleOf(sample)).toMatch(saying('campaignSample.titleRole', { number: '1' }))
    // A draft is started from its preview.
    expect(titleOf(await on(sample, 'campaign.review'))).toMatch(saying('campaignPreview.title', { name: 'Til prøve' }))
    const next = await on(sample, 'campaign.sample')
    expect(titleOf(next)).toMatch(saying('campaignSample.titleRole', { number: '2' }))
    expect(app.rows()).toEqual(before)
  })
})

/** The values that an input offers. */
function fieldChoices(card: Card, name: string): string[] {
  const input = (card.body as { id?: string; choices?: { value: string }[] }[]).find(({ id }) => id === name)
  return (input?.choices ?? []).map(({ value }) => value)
}

test('what falls on a holiday is shown moved, with its name', async () => {
  const card = await preview({ weekday: 'TH', first: '2026-03-26' })
  expect(textOf(card)).toMatch(saying('campaignPreview.moved', { from: 'torsdag den 2\\. april', why: 'Skærtorsdag' }))
})

test('pressing “Forhåndsvis” twice, at once or again, saves one campaign and writes nothing the second time', async () => {
  const before = saved().length
  const form = await lastCard()
  await Promise.all([hr.press(form, 'campaign.preview', filled), hr.press(form, 'campaign.preview', filled)])
  const once = saved()
  await hr.press(form, 'campaign.preview', filled)
  await hr.submit(form, 'campaign.preview', filled)
  expect(saved()).toEqual(once)
  expect(once).toHaveLength(before + 1)
})

test('“Ret” brings the form with everything that was typed, and saving again changes the same campaign', async () => {
  const channel = 'channel-announcements-id'
  const own = { plan: 'own', question: 'Hvad lykkedes?' }
  const typed = { channels: channel, every: '2', ...own, weeks: '' }
  const card = await preview(typed)
  const before = saved().length
  const form = (await hr.press(card, 'campaign.edit')).replaced as Card
  const standing = { ...buttonsOf(form)[0]?.data, ...fieldsIn(form) }
  const { channels } = typed
  expect(standing).toMatchObject({ name: 'Ugens refleksion', framework: 'odder', channels, every: '2', ...own })
  expect(standing).toMatchObject({ time: '09:00', first: '2026-03-17' })
  expect(titleOf(form)).toBe(da('campaignForm.titleEdit'))
  const change = { ...filled, ...typed, name: 'Et andet navn' }
  const after = (await hr.send('campaign.preview', { ...standing, ...change })).replaced as Card
  expect([titleOf(after), saved().length]).toEqual([da('campaignPreview.title', { name: 'Et andet navn' }), before])
  expect(recordOf(after)).toMatchObject({ name: 'Et andet navn', revision: 2, prompts: { question: 'Hvad lykkedes?' } })
  expect(textOf(after)).toContain(`${da('campaigns.leaders1')} og ${da('campaigns.channels1')}`)
})

test.each<readonly [string, object, readonly string[]]>([
  ['no name', { name: '  ' }, ['campaign.fault.name']],
  ['a time that is none', { time: 'middag' }, ['campaign.fault.time']],
  ['the hour that comes twice', { time: '02:30' }, ['campaign.fault.timeOfChange']],
  ['a date that is none', { first: '2026-02-30' }, ['campaign.fault.first']],
  ['nobody to send to', { framework: 'none' }, ['campaign.fault.audienceEmpty']],
  ['a channel that is not there', { channels: '19:nowhere' }, ['campaign.fault.channel']],
  ['a municipality that is not there', { framework: 'aarhus' }, ['campaign.fault.framework']],
  ['a long question', { plan: 'own', question: 'x'.repeat(501) }, ['campaign.fault.question']],
  [
    'more questions in English',
    { plan: 'own', question: 'Hvad?', english: 'What?\nWho?' },
    ['campaign.fault.questionLines'],
  ],
  ['no area', { plan: 'areas', areas: '' }, ['campaign.fault.areas']],
  ['no question of the bank', { plan: 'chosen', picked: '' }, ['campaign.fault.prompts']],
  ['a name of any length', { name: 'x'.repeat(25_000) }, ['campaign.fault.name']],
  ['a question of any length', { plan: 'own', question: 'x'.repeat(25_000) }, ['campaign.fault.question']],
  ['a time of any length', { time: '9'.repeat(25_000) }, ['campaign.fault.time']],
  ['a date of any length', { first: '9'.repeat(25_000) }, ['campaign.fault.first']],
  ['too many weeks', { weeks: '500' }, ['campaignForm.weeks.error']],
  ['several faults at once', { first: 'snart', time: '' }, ['campaign.fault.first', 'campaign.fault.time']],
])('with %s a sentence names the field, the form stays and nothing is saved', async (_what, more, faults) => {
  const before = saved().length
  const { notice, replaced } = await fill(more)
  for (const fault of faults) expect(notice).toMatch(saying(fault))
  expect(notice?.length).toBeLessThan(250)
  expect(saved()).toHaveLength(before)
  // What nobody can type in the form does not come back in it.
  const isTyped = Object.values(more).every((value) => String(value).length < 1000)
  const typed = Object.entries(asShown({ ...shown, ...more })).map(([name, value]) => [name, String(value)])
  const isThere = (name = '') => name in fieldsIn(replaced)
  if (isTyped) {
    const fields = Object.entries(fieldsIn(replaced)).map(([name, value]) => [name, String(value ?? '')])
    expect(Object.fromEntries(fields)).toMatchObject(Object.fromEntries(typed.filter(([name]) => isThere(name))))
  } else expect(replaced).toBeUndefined()
})

test('“Start” starts it, and the card says when it sends next', async () => {
  const card = await started()
  expect(textOf(card)).toContain(
    `${da('campaigns.state.running')}\n${da('campaignCard.next', { when: 'tirsdag den 17. marts kl.\u00a009.00' })}`,
  )
  expect(titlesOf(card)).toEqual([
    ...[da('campaignCard.pause'), da('campaignCard.edit'), da('campaignCard.cancel'), da('campaignCard.more')],
  ])
  expect(recordOf(card)).toMatchObject({ state: 'running', nextAt: expect.any(String) })
})

test('a start that is pressed twice starts once', async () => {
  const card = await preview()
  await Promise.all([hr.press(card, 'campaign.start'), hr.press(card, 'campaign.start')])
  const once = recordOf(card)
  expect(once).toMatchObject({ state: 'running', revision: 1 })
  expect(titleOf((await hr.press(card, 'campaign.start')).replaced)).toBe('Ugens refleksion')
  expect(recordOf(card)).toEqual(once)
})

test('above the number that needs another yes, “Start” asks once more', async () => {
  for (let i = 0; i < 4; i++) await app.person().chooseProfile('soroe', 'leder')
  const card = await preview({ framework: 'all' })
  const asked = (await hr.press(card, 'campaign.start')).replaced as Card
  expect(titleOf(asked)).toMatch(saying('campaignConfirm.title', { recipients: '\\d+ ledere' }))
  expect(recordOf(card)).toMatchObject({ state: 'draft' })
  expect(titleOf((await hr.press(asked, 'campaign.review')).replaced)).toBe(
    da('campaignPreview.title', { name: 'Ugens refleksion' }),
  )
  expect(textOf((await hr.press(asked, 'campaign.start')).replaced)).toContain(da('campaigns.state.running'))
  expect(recordOf(card)).toMatchObject({ state: 'running' })
})

test('“Slet kladden” throws a draft away for good; on a card from before the start it does not stop what is running', async () => {
  const dropped = await preview({ name: 'Kasseret' })
  expect(titleOf((await hr.press(dropped, 'campaign.drop')).replaced)).toBe(da('campaignDropped.title'))
  expect(textOf(await hr.ask('kampagner'))).not.toContain('Kasseret')
  const noted = app.rows().filter(({ container, body }) => container === 'audit' && body.campaignName === 'Kasseret')
  expect(noted.map(({ body }) => body.what).sort()).toEqual(['campaign-created', 'draft-deleted'])
  expect((await hr.press(dropped, 'campaign.start')).notice).toContain('aflyst')
  const old = await preview({ name: 'Startet' })
  await colleague.press(old, 'campaign.start')
  expect(textOf((await hr.press(old, 'campaign.drop')).replaced)).toContain(da('campaigns.state.running'))
  expect(recordOf(old)).toMatchObject({ state: 'running' })
})

test('“Fortryd” leaves the form, and nothing is changed', async () => {
  const before = app.rows()
  expect(titleOf((await hr.press(await hr.ask('ny kampagne'), 'campaign.leave')).replaced)).toBe(
    da('campaignLeft.title'),
  )
  expect(app.rows()).toEqual(before)
})

test('pause, resume and cancel follow the card; cancelling asks once', async () => {
  const card = await started({ name: 'På og af' })
  const paused = (await hr.press(card, 'campaign.pause')).replaced as Card
  expect([textOf(paused).split('\n')[1], titlesOf(paused)]).toEqual([
    da('campaigns.state.paused'),
    [da('campaignCard.resume'), da('campaignCard.edit'), da('campaignCard.cancel'), da('campaignCard.more')],
  ])
  const running = (await hr.press(paused, 'campaign.resume')).replaced as Card
  expect(textOf(running)).toContain(da('campaigns.state.running'))
  const asked = (await hr.press(running, 'campaign.askCancel')).replaced as Card
  expect(titleOf(asked)).toBe(da('campaignCancel.title', { name: 'På og af' }))
  expect(recordOf(card)).toMatchObject({ state: 'running' })
  expect(textOf((await hr.press(asked, 'campaign.show')).replaced)).toContain(da('campaigns.state.running'))
  const cancelled = (await hr.press(asked, 'campaign.cancel')).replaced as Card
  expect([textOf(cancelled).split('\n')[1], titlesOf(cancelled)]).toEqual([
    da('campaigns.state.cancelled'),
    [da('campaignCard.copy'), da('campaignCard.all')],
  ])
  expect(recordOf(card)).toMatchObject({ state: 'cancelled' })
  expect((await hr.press(running, 'campaign.pause')).notice).toContain('aflyst')
})

test('a running campaign is changed from its card; the change counts from the next time, and it goes on running', async () => {
  const card = await started({ name: 'Rettes undervejs' })
  const form = (await hr.press(card, 'campaign.edit')).replaced as Card
  const { data } = pressIn(form, 'campaign.preview')
  const seen = (await hr.send('campaign.preview', { ...data, ...filled, name: 'Rettet', time: '10:15' }))
    .replaced as Card
  expect(textOf(seen)).toContain(da('campaignPreview.textChanged'))
  expect(titlesOf(seen)).toEqual([
    da('campaignPreview.done'),
    da('campaignPreview.edit'),
    da('campaignPreview.sampleMe'),
  ])
  expect(recordOf(card)).toMatchObject({ name: 'Rettet', state: 'running', revision: 2, recurrence: { time: '10:15' } })
})

test('“kampagner” lists them page by page, what is under way first, and shows one; a colleague of HR sees the same', async () => {
  for (let i = 0; i < 9; i++) await preview({ name: `Kladde ${i}` })
  const list = await hr.ask('kampagner')
  expect(textOf(list)).toMatch(saying('campaigns.page', { page: '1' }))
  expect(textOf(list).indexOf(da('campaigns.state.running'))).toBeLessThan(
    textOf(list).indexOf(da('campaigns.state.draft')),
  )
  expect(titlesOf(list)).toEqual([da('campaigns.show'), da('campaigns.new'), da('campaigns.more')])
  const second = (await hr.press(list, 'campaign.list')).replaced as Card
  expect(textOf(second)).toMatch(saying('campaigns.page', { page: '2' }))
  const campaignId = saved().find(({ body }) => body.name === 'Kladde 3')?.id
  const one = (await colleague.press(await colleague.ask('kampagner'), 'campaign.show', { campaignId })).replaced
  expect([titleOf(one), titlesOf(one)]).toEqual([
    'Kladde 3',
    [da('campaignCard.preview'), da('campaignCard.edit'), da('campaignCard.copy'), da('campaignCard.drop')],
  ])
})

test('a draft in the list says who made it and when', async () => {
  await preview({ name: 'Min kladde' })
  expect(textOf(await colleague.ask('kampagner'))).toMatch(/Kladde, ikke startet · Bente fra HR, 1\d\. marts 2026/)
})

test('the preview says where there are more dates than questions', async () => {
  const own = { plan: 'own', question: 'Hvad nu?\nOg nu?', weeks: '5' }
  expect(textOf(await preview({ name: 'For få', ...own }))).toContain(
    da('campaignPreview.runOutAgain', { prompts: 2, times: 5 }),
  )
  const pitfalls = { framework: 'skanderborg', plan: 'pitfalls', weeks: '26' }
  const said = textOf(await preview({ name: 'Mange faldgruber', ...pitfalls }))
  expect(said).toContain(da('campaignPreview.runOutText'))
  expect(said).toMatch(/Kontraktholder: \d+ af 2\d gange/)
  expect(textOf(await preview({ name: 'Nok', framework: 'skanderborg', weeks: '4' }))).not.toContain(
    da('campaignPreview.runOut'),
  )
})

test('where it is set, another of HR reads own questions and approves of them before they can be started', async () => {
  const hrConversation = '19:hr@thread.tacv2'
  // Whatever number they get.
  const everybody = Array.from({ length: 500 }, (_, i) => `10000000-0000-4000-8000-${String(i).padStart(12, '0')}`)
  const env = { PEJLING_HR_IDS: everybody.join(','), PEJLING_APPROVE_QUESTIONS: 'yes' }
  const careful = await startApp({ env: { ...env, PEJLING_HR_CONVERSATION: hrConversation } })
  try {
    const [writer, reader] = [careful.person('Berit fra HR'), careful.person('Birk fra HR')]
    for (const person of [writer, reader]) await person.chooseProfile('odder', 'stabschef')
    const questions = Array.from({ length: 12 }, (_, i) => `Hvad lykkedes i uge ${i + 1}?`)
    const own = { ...filled, campaignId: 'capprove00001', plan: 'own', question: questions.join('\n'), weeks: '12' }
    const draft = (await writer.send('campaign.preview', own)).replaced as Card
    expect(textOf(draft)).toContain(da('campaignPreview.approval.waits'))
    expect(buttonsOf(draft).map(({ verb }) => verb)).not.toContain('campaign.start')
    const told = careful.connector.sent(hrConversation).map((message) => JSON.stringify(message.attachments))
    expect(told.join()).toContain(da('campaignApproval.ask.title', { name: filled.name }))
    expect(told.join()).not.toContain(questions[0])
    const data = { campaignId: 'capprove00001' }
    expect((await writer.send('campaign.start', data)).notice).toContain(da('campaign.refused.unapproved'))
    expect(textOf(await reader.ask('kampagner'))).toContain(da('campaigns.approval.open'))
    const shownToReader = (await reader.send('campaign.show', data)).replaced as Card
    const first = (await reader.press(shownToReader, 'campaign.toApprove')).replaced as Card
    expect(buttonsOf(first).map(({ verb }) => verb)).not.toContain('campaign.approve')
    const last = (await reader.press(first, 'campaign.toApprove')).replaced as Card
    for (const each of questions) expect(textOf(first) + textOf(last)).toContain(each)
    expect((await writer.press(last, 'campaign.approve')).notice).toContain(da('campaign.refused.ownQuestions'))
    const approved = (await reader.press(last, 'campaign.approve')).replaced as Card
    expect(buttonsOf(approved).map(({ verb }) => verb)).toContain('campaign.start')
    // Pressed again, and late, it shows how the campaign stands.
    expect(buttonsOf((await reader.press(last, 'campaign.approve')).replaced).length).toBeGreaterThan(0)
    await writer.press(approved, 'campaign.start')
    expect((await reader.press(first, 'campaign.toApprove')).replaced).toBeDefined()
    expect(textOf(await reader.ask('log'))).toContain(da('log.act.campaign-approved', { campaign: filled.name }))
    expect(careful.leaks()).toEqual([])
  } finally {
    await careful.close()
  }
})

test('without campaigns the list says so', async () => {
  const fresh = await startApp({ env: { PEJLING_HR_IDS: '10000000-0000-4000-8000-000000009999' } })
  try {
    const { from } = hr
    const other = { from: { ...(from.from as object), aadObjectId: '10000000-0000-4000-8000-000000009999' } }
    const list = await fresh.person().ask('kampagner', other)
    expect(textOf(list)).toContain(da('campaigns.none'))
    expect(titlesOf(list)).toEqual([da('campaigns.new'), da('campaigns.series')])
  } finally {
    await fresh.close()
  }
})

/** An occasion of that campaign with one recipient for each state. */
async function sent(card: Card, states: readonly ('sent' | 'failed' | 'unknown' | 'unreachable')[]): Promise<Occasion> {
  const campaignId = campaignOf(card)
  const id = `${campaignId}:2026-03-10`
  const at = '2026-03-10T07:00:00.000Z'
  const tenantId = saved()[0]?.partition ?? ''
  const made = {
    ...occasion('2026-03-10'),
    id,
    campaignId,
    tenantId,
    recipients: states.length,
    dueAt: at,
    closesAt: at,
  }
  await store.create(occasions, made)
  for (const [i, state] of states.entries())
    await store.create(
      deliveries,
      deliverySchema.parse({
        id: `${id}:r${i}`,
        occasionId: id,
        campaignId,
        tenantId,
        recipientId: `r${i}`,
        recipientKind: 'leader',
        state,
        promptId: 'own',
        claimedAt: at,
        claimedBy: 'i',
        createdAt: at,
      }),
    )
  return made
}
const statesOf = ({ id }: Occasion) =>
  app
    .rows()
    .filter(({ container, partition }) => container === 'deliveries' && partition === id)
    .map(({ body }) => body.state)

test('a campaign’s card counts each time it was sent, and what failed can be sent again, the unknown by choice alone', async () => {
  const card = await started({ name: 'Med fejl' })
  const made = await sent(card, ['sent', 'sent', 'failed', 'unknown'])
  const shown = (await hr.send('campaign.show', { campaignId: campaignOf(card) })).replaced as Card
  const counts = da('campaignCard.sent', { sent: 2, recipients: 4 })
  const [unknown, failed] = ['unknown', 'failed'].map((state) => da(`campaignCard.counts.${state}`, { n: 1 }))
  expect(textOf(shown)).toContain(`Tirsdag den 10. marts\n${counts} ${unknown} og ${failed}.`)
  expect(textOf(await hr.ask('kampagner'))).toContain(da('campaigns.last', { counts }))
  const asked = (await hr.press(shown, 'campaign.askResend')).replaced as Card
  expect(titlesOf(asked)).toEqual([
    da('campaignResend.sendFailed'),
    da('campaignResend.sendUnknown'),
    da('campaignResend.back'),
  ])
  const input = { occasionId: made.id }
  expect(titleOf((await hr.press(asked, 'campaign.resend', input)).replaced)).toBe(da('campaignResent.title', { n: 1 }))
  expect(statesOf(made)).toEqual(['sent', 'sent', 'pending', 'unknown'])
  expect(titleOf((await hr.press(asked, 'campaign.resend', input)).replaced)).toBe(da('campaignResentNone.title'))
  await hr.send('campaign.resend', { ...input, states: ['unknown'] })
  expect(statesOf(made)).toEqual(['sent', 'sent', 'pending', 'pending'])
})

test('who was not reached is told by name as far as HR can help, and can be tried again', async () => {
  const card = await started({ name: 'Ikke nået' })
  const made = await sent(card, ['sent', 'failed', 'unreachable'])
  const shown = (await hr.send('campaign.show', { campaignId: campaignOf(card) })).replaced as Card
  const list = titlesOf(shown).includes(da('campaignCard.unreached'))
    ? shown
    : ((await hr.press(shown, 'campaign.more')).replaced as Card)
  const unreached = (await hr.press(list, 'campaign.unreached')).replaced as Card
  expect(textOf(unreached)).toContain(da('campaignUnreached.why.failed'))
  const drive = await createFakeDrive()
  const offered = await hr.press(unreached, 'campaign.file')
  const context = offered.answer.replies.flatMap(({ attachments = [] }) => attachments)[0]?.content?.acceptContext
  const uploadInfo = { name: 'f.xlsx', uploadUrl: drive.url, uniqueId: 'unreached-1', fileType: 'xlsx' }
  const value = { type: 'fileUpload', action: 'accept', context, uploadInfo }
  await hr.send('x', {}, { name: 'fileConsent/invoke', value })
  const rows = (await readTable(Buffer.from(drive.uploads.at(-1)?.bytes ?? []))).map(({ cells }) => cells)
  await drive.close()
  expect(rows[0]).toEqual(['campaign', 'date', 'name', 'why'].map((key) => da(`campaignUnreached.column.${key}`)))
  expect(rows.slice(1).map(([name, date]) => [name, date])).toEqual(Array(2).fill(['Ikke nået', '2026-03-10']))
  expect(rows.slice(1).map((row) => row[3])).toContain(da('campaignUnreached.why.failed'))
  expect(titleOf((await hr.press(unreached, 'campaign.resend')).replaced)).toBe(da('campaignResent.title', { n: 2 }))
  expect(statesOf(made)).toEqual(['sent', 'pending', 'pending'])
})

test('a question is called back after one more yes, and the card says so', async () => {
  const card = await started({ name: 'Forkert' })
  const made = await sent(card, ['sent'])
  const shown = (await hr.send('campaign.show', { campaignId: campaignOf(card) })).replaced as Card
  const asked = (await hr.press(shown, 'campaign.askCallBack')).replaced as Card
  expect(titleOf(asked)).toBe(da('campaignCallBack.title', { name: 'Forkert' }))
  const after = (await hr.press(asked, 'campaign.callBack', { occasionId: made.id })).replaced as Card
  expect(textOf(after)).toContain(da('campaignCard.calledBack'))
  expect(recordOf(card)).toMatchObject({ state: 'running' })
  const none = (await hr.send('campaign.askCallBack', { campaignId: campaignOf(card) })).replaced
  expect(titleOf(none)).toBe('Forkert')
})

test('names that hold markup are shown as they are', async () => {
  const card = await preview({ name: '**fed** <at>x</at>' })
  expect(markdownOf(card)).not.toMatch(/(?<!\\)\*\*fed/)
})

const verbs = [
  'new',
  'next',
  'back',
  'bank',
  'roles',
  'copy',
  'sample',
  'more',
  'preview',
  'toApprove',
  'approve',
  'review',
  'edit',
  'drop',
  'leave',
  'start',
  'list',
  'show',
  'pause',
  'resume',
  'askCancel',
  'cancel',
  'askResend',
  'resend',
  'unreached',
  'askCallBack',
  'callBack',
  'offerSeries',
  'series',
]
test.each(verbs)('campaign.%s refuses a leader, with a sentence', async (verb) => {
  const leader = app.person()
  await leader.chooseProfile('odder', 'stabschef')
  const target = saved().find(({ body }) => body.state === 'running')
  const before = app.rows()
  const data = {
    ...filled,
    campaignId: target?.id,
    occasionId: `${target?.id}:2026-03-10`,
    states: ['failed'],
    confirmed: 'yes',
    series: 'pitfalls',
  }
  const { replaced } = await leader.send(`campaign.${verb}`, data)
  expect([titleOf(replaced), app.rows()]).toEqual([da('access.refused.title'), before])
  expect(textOf(replaced)).toMatch(saying('access.askThem', { names: 'Bente fra HR( og Bo fra HR)?', id: leader.id }))
})

test('“kampagner” and “ny kampagne” tell a leader who may, and are kept to the personal chat', async () => {
  for (const words of ['kampagner', 'ny kampagne']) {
    const leader = app.person()
    const card = await leader.ask(words)
    expect(textOf(card)).toMatch(saying('access.askThem', { names: 'Bente fra HR( og Bo fra HR)?', id: leader.id }))
    const { cards } = await hr.mention(words)
    expect(cards.map(titleOf)).toEqual([da('privateHr.title')])
  }
})

test('help names the two commands to HR, in their own chat, and to nobody else', async () => {
  const line = saying('answer.help.campaigns')
  expect(markdownOf(await hr.ask('hjælp'))).toMatch(line)
  expect(markdownOf(await app.person().ask('hjælp'))).not.toMatch(line)
  // In a channel nothing is named that is refused there.
  expect(textOf((await hr.mention('hjælp')).cards[0])).not.toMatch(/ny kampagne|mine data|LUS|stop/)
})

test('in English the words are English', async () => {
  await colleague.say('english')
  expect(titleOf(await colleague.ask('new campaign'))).toBe(en('campaigns.new'))
  expect(titleOf(await colleague.ask('show campaigns'))).toBe(en('campaigns.title'))
  expect(markdownOf(await colleague.ask('help'))).toContain(en('answer.help.campaigns'))
})

test('nothing that anybody wrote, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))

describe('a campaign that is under way', () => {
  const edited = async (card: Card, by = hr) => (await by.press(card, 'campaign.edit')).replaced as Card

  test('is said to be saved, not previewed', async () => {
    const form = await edited(await started())
    expect(titlesOf(form)).toEqual([
      ...[da('campaignForm.next'), da('campaignForm.showRoles'), da('campaignForm.save'), da('campaignForm.cancel')],
    ])
    expect(textOf(form)).toContain(da('campaignForm.textStarted'))
  })

  test('is not left without a date by a slip, which would end it for good', async () => {
    const card = await started()
    const form = await edited(card)
    const before = recordOf(card)
    const { notice, replaced } = await hr.press(form, 'campaign.preview', {
      ...filled,
      first: '2026-01-06',
      weeks: '1',
    })
    expect(notice).toContain(da('campaign.refused.noDate'))
    expect([fieldsIn(replaced), recordOf(card)]).toEqual([
      expect.objectContaining({ first: '2026-01-06', weeks: 1 }),
      before,
    ])
  })

  test('is not changed from a form of before a colleague changed it', async () => {
    const card = await started()
    const old = await edited(card)
    await colleague.press(await edited(card, colleague), 'campaign.preview', { ...filled, time: '13:00' })
    const between = recordOf(card)
    expect((await hr.press(old, 'campaign.preview', { ...filled, name: 'Andet' })).notice).toContain(
      da('campaign.refused.changed'),
    )
    expect(recordOf(card)).toEqual(between)
    const roles = (await hr.press(old, 'campaign.roles', { ...filled, name: 'Andet' })).replaced as Card
    expect((await hr.press(roles, 'campaign.preview', { ...filled, name: 'Andet' })).notice).toContain(
      da('campaign.refused.changed'),
    )
    await hr.press(await edited(card), 'campaign.preview', { ...filled, name: 'Andet', time: '13:00' })
    expect(recordOf(card)).toMatchObject({ name: 'Andet', recurrence: { time: '13:00' } })
  })
})

test('while an operator, or Teams, holds all sending, HR is told so', async () => {
  const card = await started()
  const config = readConfig({ PEJLING_LOCAL: 'yes' })
  const tenantId = String(recordOf(card)?.tenantId)
  const services = { store: app.store, clock: app.clock, config: { ...config, tenantId } }
  await pauseSending(services, null, 'operator')
  const list = await hr.ask('kampagner')
  expect(textOf(list)).toContain(da('campaigns.held'))
  const one = (await hr.press(list, 'campaign.show', { campaignId: campaignOf(card) })).replaced
  expect(textOf(one)).toContain(da('campaigns.held'))
  await resumeSending(services)
  await pauseSending(services, 5000, 'throttled')
  expect(textOf(await hr.ask('kampagner'))).not.toContain('standset')
})
