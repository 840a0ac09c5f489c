import { readConfig } from '../../src/config/config'
import { pauseSending, resumeSending } from '../../src/delivery/sending-stop'
import { campaigns, type Occasion, occasions } from '../../src/records/campaign'
import { deliveries, deliverySchema } from '../../src/records/delivery'
import type { Store } from '../../src/store/store'
import { occasion } from '../cards/campaign/sample-campaigns'
import { startApp, type TestApp } from '../support/app'
import { captured } from '../support/bot-client'
import { buttonsOf, type Card, fieldsIn, markdownOf, textOf, titleOf } from '../support/card-text'
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
  framework: 'odder',
  levels: '',
  channels: '',
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
const asShown = ({ weeks, ...more }: { weeks?: string }) => ({ ...more, ...(weeks && { weeks: Number(weeks) }) })
const { levels: _, channels: __, ...shown } = { ...filled, weeks: 12 }
const saved = () => app.rows().filter(({ container }) => container === 'campaigns')
const campaignOf = (card: Card) => String(buttonsOf(card).find(({ data }) => data.campaignId)?.data.campaignId)
const recordOf = (card: Card) => saved().find(({ id }) => id === campaignOf(card))?.body
const leadersIn = (names: string) => da('campaigns.audience.frameworks', { names })
const titlesOf = (card: Card | undefined) => buttonsOf(card).map(({ title }) => title)

async function preview(more: object = {}, person = hr): Promise<Card> {
  const form = await person.ask('ny kampagne')
  return (await person.press(form, 'campaign.preview', { ...filled, ...more })).replaced as Card
}
async function started(more: object = {}): Promise<Card> {
  return (await hr.press(await preview(more), 'campaign.start', { confirmed: 'yes' })).replaced as Card
}

test('“ny kampagne” brings one form, and nothing is saved by it', async () => {
  for (const words of ['ny kampagne', 'opret kampagne', 'new campaign']) {
    const { cards } = await hr.say(words)
    expect(cards.map(titleOf)).toEqual([da('campaignForm.title')])
    expect(titlesOf(cards[0])).toEqual([
      da('campaignForm.preview'),
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
  expect(titlesOf(card)).toEqual([da('campaignPreview.start'), da('campaignPreview.edit'), da('campaignPreview.drop')])
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
    return (await hr.press(form, 'campaign.roles', { ...filled, ...more })).replaced as Card
  }

  test('are offered in the municipality’s own words, once it is chosen, and nothing typed is lost', async () => {
    const before = saved().length
    const form = await rolesShown({ framework: 'skanderborg', question: 'Hvad lykkedes?' })
    expect(textOf(form)).toContain(da('campaignForm.roles.label', { municipality: 'Skanderborg Kommune' }))
    expect(rolesIn(form)).toContain('"Kontraktholder"')
    expect(rolesIn(form)).not.toMatch(/Ledergrupper|Personalegrupper|"Medarbejder"/)
    for (const value of ['Ugens refleksion', 'skanderborg', 'Hvad lykkedes?'])
      expect(JSON.stringify(form.body)).toContain(`"value":"${value}"`)
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
    const form = await preview({ ...inSkanderborg, roles: 'kontraktholder', framework: 'odder' })
    expect(titleOf(form)).toBe(da('campaigns.new'))
    expect(textOf(form)).toContain(da('campaignForm.textRoles'))
    expect(rolesIn(form)).toContain('"Stabschef"')
    expect(saved()).toHaveLength(before)
    const { replaced } = await hr.press(form, 'campaign.preview', { ...filled, roles: 'stabschef' })
    expect(recordOf(replaced as Card)).toMatchObject({ audience: { frameworks: ['odder'], roles: ['stabschef'] } })
  })
})

test('what falls on a holiday is shown moved, with its name', async () => {
  const card = await preview({ weekday: 'TH', first: '2026-03-26' })
  expect(textOf(card)).toMatch(saying('campaignPreview.moved', { from: 'torsdag den 2\\. april', why: 'Skærtorsdag' }))
})

test('pressing “Forhåndsvis” twice, at once or again, saves one campaign and writes nothing the second time', async () => {
  const before = saved().length
  const form = await hr.ask('ny kampagne')
  await Promise.all([hr.press(form, 'campaign.preview', filled), hr.press(form, 'campaign.preview', filled)])
  const once = saved()
  await hr.press(form, 'campaign.preview', filled)
  await hr.submit(form, 'campaign.preview', filled)
  expect(saved()).toEqual(once)
  expect(once).toHaveLength(before + 1)
})

test('“Ret” brings the form with everything that was typed, and saving again changes the same campaign', async () => {
  const channel = 'channel-announcements-id'
  const typed = { levels: 'top,area', channels: channel, every: '2', question: 'Hvad lykkedes?', weeks: '' }
  const card = await preview(typed)
  const before = saved().length
  const form = (await hr.press(card, 'campaign.edit')).replaced as Card
  const values = JSON.stringify(form.body)
  for (const value of ['Ugens refleksion', 'odder', 'top,area', channel, '09:00', '2026-03-17', 'Hvad lykkedes?'])
    expect(values).toContain(`"value":"${value}"`)
  expect(titleOf(form)).toBe(da('campaignForm.titleEdit'))
  const after = (await hr.press(form, 'campaign.preview', { ...filled, ...typed, name: 'Et andet navn' }))
    .replaced as Card
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
  ['a long question', { question: 'x'.repeat(501) }, ['campaign.fault.question']],
  ['a name of any length', { name: 'x'.repeat(25_000) }, ['campaign.fault.name']],
  ['a question of any length', { question: 'x'.repeat(25_000) }, ['campaign.fault.question']],
  ['a time of any length', { time: '9'.repeat(25_000) }, ['campaign.fault.time']],
  ['a date of any length', { first: '9'.repeat(25_000) }, ['campaign.fault.first']],
  ['too many weeks', { weeks: '500' }, ['campaignForm.weeks.error']],
  ['several faults at once', { name: '', time: '' }, ['campaign.fault.name', 'campaign.fault.time']],
])('with %s a sentence names the field, the form stays and nothing is saved', async (_what, more, faults) => {
  const form = await hr.ask('ny kampagne')
  const before = saved().length
  const { notice, replaced } = await hr.press(form, 'campaign.preview', { ...filled, ...more })
  for (const fault of faults) expect(notice).toMatch(saying(fault))
  expect(notice?.length).toBeLessThan(250)
  expect(saved()).toHaveLength(before)
  // What nobody can type in the form does not come back in it.
  const isTyped = Object.values(more).every((value) => String(value).length < 1000)
  if (isTyped) expect(fieldsIn(replaced)).toMatchObject({ ...shown, ...asShown(more) })
  else expect(replaced).toBeUndefined()
})

test('“Start” starts it, and the card says when it sends next', async () => {
  const card = await started()
  expect(textOf(card)).toContain(
    `${da('campaigns.state.running')}\n${da('campaignCard.next', { when: 'tirsdag den 17. marts kl.\u00a009.00' })}`,
  )
  expect(titlesOf(card)).toEqual([da('campaignCard.pause'), da('campaignCard.edit'), da('campaignCard.cancel')])
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
    [da('campaignCard.resume'), da('campaignCard.edit'), da('campaignCard.cancel')],
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
    [da('campaignCard.all')],
  ])
  expect(recordOf(card)).toMatchObject({ state: 'cancelled' })
  expect((await hr.press(running, 'campaign.pause')).notice).toContain('aflyst')
})

test('a running campaign is changed from its card; the change counts from the next time, and it goes on running', async () => {
  const card = await started({ name: 'Rettes undervejs' })
  const form = (await hr.press(card, 'campaign.edit')).replaced as Card
  const seen = (await hr.press(form, 'campaign.preview', { ...filled, name: 'Rettet', time: '10:15' })).replaced as Card
  expect(textOf(seen)).toContain(da('campaignPreview.textChanged'))
  expect(titlesOf(seen)).toEqual([da('campaignPreview.done'), da('campaignPreview.edit')])
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
    [da('campaignCard.preview'), da('campaignCard.edit'), da('campaignCard.drop')],
  ])
})

test('without campaigns the list says so', async () => {
  const fresh = await startApp({ env: { PEJLING_HR_IDS: '10000000-0000-4000-8000-000000009999' } })
  try {
    const { from } = hr
    const other = { from: { ...(from.from as object), aadObjectId: '10000000-0000-4000-8000-000000009999' } }
    const list = await fresh.person().ask('kampagner', other)
    expect(textOf(list)).toContain(da('campaigns.none'))
    expect(titlesOf(list)).toEqual([da('campaigns.new')])
  } finally {
    await fresh.close()
  }
})

/** An occasion of that campaign with one recipient for each state. */
async function sent(card: Card, states: readonly ('sent' | 'failed' | 'unknown')[]): Promise<Occasion> {
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

test('names that hold markup are shown as they are', async () => {
  const card = await preview({ name: '**fed** <at>x</at>' })
  expect(markdownOf(card)).not.toMatch(/(?<!\\)\*\*fed/)
})

const verbs = [
  'new',
  'preview',
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
    expect(titlesOf(form)).toEqual([da('campaignForm.save'), da('campaignForm.showRoles'), da('campaignForm.cancel')])
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
