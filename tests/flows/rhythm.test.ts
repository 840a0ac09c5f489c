import { campaigns } from '../../src/records/campaign'
import type { Discussion } from '../../src/records/discussion'
import { teamRhythms } from '../../src/records/team-rhythm'
import { campaign } from '../cards/campaign/sample-campaigns'
import { startApp, type TestApp } from '../support/app'
import { buttonsOf, type Card, cardOf, fieldsIn, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, en, saying } from '../support/said'

const tenantId = '00000000-0000-0000-0000-0000000000001'
let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
// A Tuesday; whatever runs at other times is done with.
beforeEach(() => app.clock.set('2026-03-10T08:00:00.000Z'))
afterEach(async () => {
  for (const person of people.splice(0)) await person.send('rhythm.stop', {})
})

const people: Person[] = []
async function somebody() {
  const person = app.person()
  people.push(person)
  await person.chooseProfile('odder', 'direktoer')
  return person
}
const rhythmOf = ({ id }: Person) => app.rows().find((row) => row.container === 'rhythms' && row.id === id)?.body
const promptsOf = ({ id }: Person) =>
  app.rows().filter((row) => row.container === 'reflections' && row.partition === id)
/** Cards that have come by themselves. */
const cameTo = ({ conversationId }: Person) =>
  app.connector
    .sent(conversationId)
    .filter(({ attachments = [] }) => attachments.length > 0)
    .map(cardOf)
    .filter((card) => textOf(card).includes(da('prompt.why.rhythm')))
async function at(iso: string) {
  app.clock.set(iso)
  await app.tick()
  await app.deliver()
}

test.each([
  ['send mig et spørgsmål hver fredag kl. 9', { weekday: 5, time: '09:00', everyWeeks: 1, topic: '' }],
  [
    'Giv mig et spørgsmål hver anden torsdag kl. 8.30 om tillid',
    { weekday: 4, time: '08:30', everyWeeks: 2, topic: 'tillid' },
  ],
  ['spørg mig hver mandag', { weekday: 1, time: '09:00' }],
])('“%s” is agreed, and said back', async (text, expected) => {
  const person = await somebody()
  const card = await person.ask(text)
  expect(titleOf(card)).toBe(da('rhythm.kept'))
  expect(rhythmOf(person)).toMatchObject(expected)
})

test('a question comes at the hour that was chosen, once, and can be answered like any other', async () => {
  const person = await somebody()
  await person.say('send mig et spørgsmål hver fredag kl. 9')
  await at('2026-03-13T07:59:00.000Z')
  expect(cameTo(person)).toHaveLength(0)
  await at('2026-03-13T08:00:30.000Z')
  await at('2026-03-13T08:15:00.000Z')
  const [card] = cameTo(person)
  expect(cameTo(person)).toHaveLength(1)
  const { replaced } = await person.press(card as Card, 'prompt.answer', { text: 'Jeg spurgte Mette først.' })
  expect(titleOf(replaced)).toBe(da('prompt.answered.title'))
  await at('2026-03-20T08:00:30.000Z')
  expect(cameTo(person)).toHaveLength(2)
  expect(new Set(promptsOf(person).map(({ body }) => body.promptId)).size).toBe(2)
})

test('on a holiday it comes on the next open day', async () => {
  const person = await somebody()
  await person.say('send mig et spørgsmål hver mandag kl. 9')
  await at('2026-04-06T07:30:00.000Z')
  const before = cameTo(person).length
  await at('2026-04-06T08:00:00.000Z')
  expect(cameTo(person)).toHaveLength(before)
  await at('2026-04-07T07:00:30.000Z')
  expect(cameTo(person)).toHaveLength(before + 1)
})

test('it waits for a question of HR’s, which never waits', async () => {
  const person = await somebody()
  await person.say('send mig et spørgsmål hver mandag kl. 9')
  const { store } = app
  const own = { tenantId: String(rhythmOf(person)?.tenantId), id: 'cnear', nextSendAt: '2026-03-18T08:00:00.000Z' }
  const near = campaign({ ...own, state: 'running', nextAt: '2030-01-01T08:00:00.000Z' })
  await store.create(campaigns, { ...near, audience: { ...near.audience, isEveryLeader: false, people: [person.id] } })
  // Monday: HR's comes on Wednesday.
  await at('2026-03-16T08:00:30.000Z')
  expect(cameTo(person)).toHaveLength(0)
  await at('2026-03-17T08:00:30.000Z')
  expect(cameTo(person)).toHaveLength(0)
  app.rewrite(
    { container: 'campaigns', partition: own.tenantId, id: 'cnear' },
    { nextSendAt: '2026-03-25T08:00:00.000Z' },
  )
  await at('2026-03-18T08:00:30.000Z')
  expect(cameTo(person)).toHaveLength(1)
  expect(Date.parse(String(rhythmOf(person)?.dueAt))).toBe(Date.parse('2026-03-23T08:00:00.000Z'))
  await store.remove(campaigns, own.tenantId, 'cnear')
})

test.each([
  ['pause 3 uger', 'rhythm.whilePaused'],
  ['stop', 'rhythm.whileStopped'],
])('after “%s” it is said that none comes yet, and none comes', async (text, key) => {
  const person = await somebody()
  await person.say(text)
  expect(textOf(await person.ask('send mig et spørgsmål hver fredag kl. 9'))).toContain(da(key))
  await at('2026-03-13T08:00:30.000Z')
  expect(cameTo(person)).toHaveLength(0)
  expect(rhythmOf(person)).toMatchObject({ dueAt: '2026-03-20T08:00:00.000Z' })
})

test('“hver dag” is said to be too often, and a day is offered', async () => {
  const person = await somebody()
  const card = await person.ask('send mig et spørgsmål hver dag')
  expect(textOf(card)).toContain(da('rhythm.daily'))
  expect(rhythmOf(person)).toBeUndefined()
  const kept = (await person.press(card, 'rhythm.keep', { ...fieldsIn(card), weekday: '3' })).replaced
  expect(titleOf(kept)).toBe(da('rhythm.kept'))
  expect(rhythmOf(person)).toMatchObject({ weekday: 3, time: '09:00', everyWeeks: 1, topic: '' })
})

test.each(['send mig et spørgsmål hver fredag kl. 25', 'send mig et spørgsmål hver fredag kl. 9.75'])(
  '“%s” is asked back, and nothing is kept',
  async (text) => {
    const person = await somebody()
    expect(textOf(await person.ask(text))).toMatch(saying('rhythm.fault.saidTime'))
    expect(rhythmOf(person)).toBeUndefined()
  },
)

test('a topic without questions is told, and nothing is kept', async () => {
  const person = await somebody()
  const { cards } = await person.say('send mig et spørgsmål hver fredag om kvantecomputere')
  expect(textOf(cards[0])).toMatch(saying('rhythm.fault.topic'))
  expect(rhythmOf(person)).toBeUndefined()
})

test('there is one at a time: another takes its place, and it is changed and stopped in a few words', async () => {
  const person = await somebody()
  await person.say('send mig et spørgsmål hver fredag kl. 9')
  expect(textOf(await person.ask('send mig et spørgsmål hver mandag kl. 8'))).toContain(da('rhythm.replaced'))
  await person.say('hver anden uge')
  expect(rhythmOf(person)).toMatchObject({ weekday: 1, everyWeeks: 2 })
  await person.say('kun om tillid')
  expect(rhythmOf(person)).toMatchObject({ topic: 'tillid' })
  expect(titleOf(await person.ask('stop det igen'))).toBe(da('rhythmStopped.title'))
  expect(rhythmOf(person)).toBeUndefined()
  expect(titleOf(await person.ask('stop mit faste spørgsmål'))).toBe(da('rhythmNone.title'))
})

test('it is offered with the first profile, and not again', async () => {
  const person = app.person()
  const first = await person.send('profile.save', { framework: 'odder', role: 'direktoer' })
  expect(first.cards.map(titleOf)).toEqual([da('rhythm.offer.title')])
  const again = await person.send('profile.save', { framework: 'odder', role: '' })
  expect(again.cards).toEqual([])
})

describe('twelve weeks in a new role', () => {
  /** Who was leader of staff, and says in the chat that they lead leaders now. */
  async function promoted() {
    const person = app.person()
    people.push(person)
    await person.chooseProfile('skanderborg', 'leder-af-medarbejder')
    const { cards } = await person.say('jeg er lige blevet kontraktholder')
    const told = cards.find((card) => titleOf(card) === da('offerRole.title')) as Card
    const offer = (await person.press(told, 'profile.save')).cards[0] as Card
    return { person, offer }
  }
  const start = async () => {
    const { person, offer } = await promoted()
    const started = (await person.press(offer, 'newRole.start')).replaced as Card
    return { person, offer, started }
  }
  const seriesOf = (person: Person) => rhythmOf(person)?.series as { come: number; promptIds: string[] } | undefined
  const inSeries = ({ conversationId }: Person) =>
    app.connector
      .sent(conversationId)
      .filter(({ attachments = [] }) => attachments.length > 0)
      .map((message) => textOf(cardOf(message)))
      .filter((text) => saying('newRole.why').test(text) || saying('newRole.why.last').test(text))

  test('are offered with what is new to whoever tells of a new role, begin by one press, and once', async () => {
    const { person, offer, started } = await start()
    expect(titleOf(offer)).toBe(da('newRole.offer.title', { role: 'kontraktholder' }))
    const brief = (await person.press(offer, 'ask')).cards[0]
    expect(titleOf(brief)).toBe(da('answer.transition', { a: 'leder af medarbejder', b: 'kontraktholder' }))
    expect(textOf(started)).toMatch(saying('newRole.stands.first'))
    const before = rhythmOf(person)
    expect(seriesOf(person)?.promptIds).toHaveLength(12)
    await person.press(offer, 'newRole.start')
    expect(rhythmOf(person)).toEqual(before)
    // While they run, they are not offered again.
    expect((await person.say('jeg er ny i rollen')).cards).toHaveLength(1)
    await person.say('stop det igen')
    const [, again] = (await person.say('jeg er ny i rollen')).cards
    expect(buttonsOf(again).map(({ verb }) => verb)).toEqual(['newRole.start'])
  })

  test('bring one each week in their order, and end by themselves with the last', async () => {
    const { person } = await start()
    const { promptIds = [] } = seriesOf(person) ?? {}
    // Fridays, with two holidays and the change to summer time among them.
    for (let week = 0; week < 14; week++) {
      const date = new Date(Date.parse('2026-03-13') + week * 7 * 24 * 3600_000).toISOString().slice(0, 10)
      await at(`${date}T07:00:30.000Z`)
      await at(`${date}T08:00:30.000Z`)
    }
    const came = promptsOf(person).sort((a, b) => String(a.body.shownAt).localeCompare(String(b.body.shownAt)))
    expect(came.map(({ body }) => body.promptId)).toEqual(promptIds)
    expect(inSeries(person).at(-1)).toMatch(saying('newRole.why.last'))
    expect(rhythmOf(person)).toBeUndefined()
  })

  test('come on the day of the leader’s own question, which rests and goes on when they are stopped', async () => {
    const { person, offer } = await promoted()
    await person.say('send mig et spørgsmål hver anden mandag kl. 8 om tillid')
    const started = (await person.press(offer, 'newRole.start')).replaced as Card
    expect(textOf(started)).toContain(da('newRole.rests'))
    expect(rhythmOf(person)).toMatchObject({ weekday: 1, time: '08:00', everyWeeks: 1 })
    await person.say('send mig et spørgsmål hver tirsdag kl. 8 om tillid')
    expect(rhythmOf(person)).toMatchObject({ weekday: 2, series: { after: { everyWeeks: 1, topic: 'tillid' } } })
    const stopped = await person.ask('stop det igen')
    expect(titleOf(stopped)).toBe(da('newRole.stopped.title'))
    expect(rhythmOf(person)).toMatchObject({ weekday: 2, topic: 'tillid' })
    expect(seriesOf(person)).toBeUndefined()
    // Pressed in the card from before, it takes nothing else.
    expect(titleOf((await person.press(started, 'newRole.stop')).replaced)).toBe(da('newRoleNone.title'))
    expect(rhythmOf(person)).toMatchObject({ topic: 'tillid' })
  })

  test('move to another day by the form, and an old form of theirs makes no other question', async () => {
    const { person } = await start()
    const form = await person.ask('mit faste spørgsmål')
    await person.press(form, 'rhythm.keep', { ...fieldsIn(form), weekday: '1' })
    expect(rhythmOf(person)).toMatchObject({ weekday: 1, series: { come: 0, after: null } })
    await person.say('stop det igen')
    const late = (await person.press(form, 'rhythm.keep', { ...fieldsIn(form), weekday: '1' })).replaced
    expect(titleOf(late)).toBe(da('newRoleNone.title'))
    expect(rhythmOf(person)).toBeUndefined()
  })

  test('end when the role becomes another, and an old offer for it is refused', async () => {
    const { person, offer } = await start()
    const { cards } = await person.send('profile.save', { framework: 'skanderborg', role: 'direktoer' })
    expect(textOf(cards[0])).toContain(da('newRole.ended'))
    expect(rhythmOf(person)).toBeUndefined()
    const { notice } = await person.press(offer, 'newRole.start')
    expect(notice).toContain(da('newRole.fault.otherRole'))
    expect(rhythmOf(person)).toBeUndefined()
    await person.press(cards[0] as Card, 'newRole.start')
    const none = await person.send('profile.save', { framework: 'skanderborg', role: '' })
    expect(none.cards.map(titleOf)).toEqual([da('newRole.stopped.title')])
  })

  test('what Teams did not take is not counted, and comes again', async () => {
    const { person } = await start()
    app.connector.fail({ status: 412 }, { times: 1, kinds: ['send'] })
    await at('2026-03-13T08:00:30.000Z')
    app.connector.heal()
    expect(seriesOf(person)?.come).toBe(0)
    await at('2026-03-13T08:06:00.000Z')
    expect(seriesOf(person)?.come).toBe(1)
    expect(promptsOf(person)).toHaveLength(1)
  })

  test('are offered at the next message to whom HR’s list has given another role, once', async () => {
    const person = app.person()
    people.push(person)
    await person.chooseProfile('skanderborg', 'kontraktholder')
    const tenant = String(
      app.rows().find(({ id, container }) => container === 'leaders' && id === person.id)?.partition,
    )
    const formerRole = { framework: 'skanderborg', role: 'leder-af-medarbejder' }
    app.rewrite({ container: 'leaders', partition: tenant, id: person.id }, { formerRole })
    const titles = async () => (await person.say('hjælp')).cards.map(titleOf)
    expect(await titles()).toContain(da('newRole.offer.title', { role: 'kontraktholder' }))
    expect(await titles()).not.toContain(da('newRole.offer.title', { role: 'kontraktholder' }))
  })
})

test('what is erased comes no more, and is in one’s own data before', async () => {
  const person = await somebody()
  await person.say('send mig et spørgsmål hver fredag kl. 9')
  expect(JSON.stringify((await person.say('mine data')).answer.replies)).toContain(da('rhythm.title'))
  await person.send('data.erase', {})
  expect(rhythmOf(person)).toBeUndefined()
  await at('2026-03-13T08:00:30.000Z')
  expect(cameTo(person)).toHaveLength(0)
})

test('after half a day without a server it does not come at another hour, but the next time', async () => {
  const person = await somebody()
  await person.say('send mig et spørgsmål hver fredag kl. 9')
  await at('2026-03-13T18:00:00.000Z')
  expect(cameTo(person)).toHaveLength(0)
  await at('2026-03-20T08:00:30.000Z')
  expect(cameTo(person)).toHaveLength(1)
})

test('where Teams certainly did not take it, the same question comes some minutes later', async () => {
  const person = await somebody()
  await person.say('send mig et spørgsmål hver fredag kl. 9')
  app.connector.fail({ status: 412 }, { times: 1, kinds: ['send'] })
  await at('2026-03-13T08:00:30.000Z')
  app.connector.heal()
  expect(cameTo(person)).toHaveLength(0)
  await at('2026-03-13T08:06:00.000Z')
  expect(cameTo(person)).toHaveLength(1)
  expect(promptsOf(person)).toHaveLength(1)
})

test('in English, and in no channel', async () => {
  const person = await somebody()
  await person.say('english')
  expect(titleOf(await person.ask('send me a question every Friday at 9 am'))).toBe(en('rhythm.kept'))
  const { cards } = await person.mention('mit faste spørgsmål')
  expect(cards.map(titleOf)).toEqual([en('private.title')])
})

describe('a team’s own', () => {
  let number = 0
  const places: string[] = []
  afterEach(async () => {
    for (const id of places.splice(0)) await app.store.remove(teamRhythms, tenantId, id)
    app.connector.heal()
  })

  /** A place that a team talks in, with two of its members. */
  function team(where: 'channel' | 'groupChat' = 'channel') {
    number += 1
    const isChannel = where === 'channel'
    const placeId = isChannel ? `19:rhythm${number}@thread.tacv2` : `19:rhythm${number}@thread.v2`
    places.push(placeId)
    const id = isChannel ? `${placeId};messageid=1` : placeId
    const conversation = { id, conversationType: where, isGroup: true, tenantId }
    const channelData = { team: { id: `19:team${number}`, name: 'Ledelsen' }, channel: { id: placeId, name: 'Torvet' } }
    const there = { conversation, ...(isChannel ? { channelData: { tenant: { id: tenantId }, ...channelData } } : {}) }
    let said = 0
    const say = (person: Person, text: string) => {
      said += 1
      return person.mention(text, { id: `r${number}-${said}`, ...there })
    }
    const press = (person: Person, card: Card, verb: string, inputs: object = {}, where: object = {}) =>
      person.press(card, verb, inputs, { ...there, replyToId: 'card', ...where })
    /** Answers the newest question in its thread. */
    const answer = (person: Person, text: string) => {
      const { cardId, conversation: at } = (talks().at(-1)?.body ?? {}) as unknown as Discussion
      const where = { replyToId: cardId, conversation: { ...conversation, id: at.conversationId } }
      return press(person, came().at(-1) as Card, 'channel.answer', { text }, where)
    }
    const stored = () =>
      app.rows().find(({ container, id: own }) => container === 'teamRhythms' && own === placeId)?.body
    const talks = () =>
      app.rows().filter(({ container, body }) => container === 'discussions' && body.placeId === placeId)
    /** Cards that have come by themselves: each opens a thread of the channel. */
    const came = () =>
      app.connector.requests
        .filter(({ kind, body, conversationId }) =>
          isChannel ? kind === 'create' && placeIn(body) === placeId : kind === 'send' && conversationId === placeId,
        )
        .map(({ body }) => cardOf(body.activity ?? body))
        .filter((card) => textOf(card).includes(da('channelPrompt.regular').slice(0, -1)))
    return { placeId, teamId: `19:team${number}`, there, say, press, answer, stored, talks, came }
  }
  const placeIn = ({ channelData }: { channelData?: unknown }) =>
    (channelData as { channel?: { id?: string } } | undefined)?.channel?.id
  const [ea, ib] = [() => app.person('Ea Lund'), () => app.person('Ib Dal')]

  test.each(['channel', 'groupChat'] as const)(
    'in a %s a member asks for a question every week: it comes, can be answered, and says who asked for it',
    async (where) => {
      const { say, answer, came, stored, talks } = team(where)
      const card = (await say(ea(), 'et spørgsmål hver tirsdag kl. 9')).cards[0]
      expect([titleOf(card), textOf(card)]).toEqual([
        da('rhythm.kept'),
        expect.stringContaining(da('teamRhythm.setBy', { name: 'Ea Lund' })),
      ])
      expect(stored()).toMatchObject({ weekday: 2, time: '09:00', everyWeeks: 1, topic: '', setByName: 'Ea Lund' })
      await at('2026-03-17T07:59:00.000Z')
      expect(came()).toHaveLength(0)
      await at('2026-03-17T08:00:30.000Z')
      await at('2026-03-17T08:20:00.000Z')
      expect(came().map(textOf)).toEqual([expect.stringContaining(da('channelPrompt.regularBy', { name: 'Ea Lund' }))])
      expect(textOf((await answer(ib(), 'Vi spurgte hinanden.')).replaced)).toContain(da('channelPrompt.answers1'))
      await at('2026-03-24T08:00:30.000Z')
      expect(new Set(talks().map(({ body }) => body.promptId)).size).toBe(2)
    },
  )

  test('another takes its place and says so; of two at once each is told of the other’s', async () => {
    const { say, stored } = team()
    await say(ea(), 'giv os et spørgsmål hver tirsdag kl. 9')
    const replaced = { weekday: da('rhythm.weekday.2'), time: '09.00' }
    expect(textOf((await say(ib(), 'giv os et spørgsmål hver torsdag kl. 10')).cards[0])).toContain(
      da('teamRhythm.replaced.1', replaced),
    )
    const both = await Promise.all([
      say(ea(), 'giv os et spørgsmål hver mandag'),
      say(ib(), 'giv os et spørgsmål hver fredag'),
    ])
    const told = both.map(({ cards }) => textOf(cards[0]))
    expect(
      told.filter((text) =>
        text.includes(da('teamRhythm.replaced.1', { ...replaced, weekday: da('rhythm.weekday.4'), time: '10.00' })),
      ),
    ).toHaveLength(1)
    expect(
      told.filter((text) =>
        saying('teamRhythm.replaced.1', {
          weekday: `(${da('rhythm.weekday.1')}|${da('rhythm.weekday.5')})`,
          time: '.+',
        }).test(text),
      ),
    ).toHaveLength(1)
    expect([1, 5]).toContain(stored()?.weekday)
  })

  test('it is changed and stopped in a few words by any member', async () => {
    const { say, press, stored, came } = team()
    await say(ea(), 'giv os et spørgsmål hver tirsdag kl. 9')
    await say(ib(), 'hver anden uge')
    await say(ib(), 'kun om tillid')
    expect(stored()).toMatchObject({ weekday: 2, everyWeeks: 2, topic: 'tillid' })
    const form = (await say(ib(), 'vores faste spørgsmål')).cards[0] as Card
    const wrong = await press(ib(), form, 'teamRhythm.keep', { ...fieldsIn(form), time: '25:00' })
    expect(wrong.notice).toContain(da('rhythm.fault.time', { time: '25:00' }))
    await press(ib(), form, 'teamRhythm.keep', { ...fieldsIn(form), weekday: '4', topic: '-' })
    expect(stored()).toMatchObject({ weekday: 4, topic: '', setByName: 'Ib Dal' })
    expect(titleOf((await say(ea(), 'stop')).cards[0])).toBe(da('teamRhythmStopped.title'))
    expect(titleOf((await say(ib(), 'stop vores faste spørgsmål')).cards[0])).toBe(da('teamRhythmNone.title'))
    expect((await press(ea(), form, 'teamRhythm.stop')).replaced).toBeDefined()
    await at('2026-03-17T08:00:30.000Z')
    expect(came()).toHaveLength(0)
  })

  test.each([
    ['giv os et spørgsmål hver dag', 'teamRhythm.daily'],
    ['giv os et spørgsmål hver måned', 'rhythm.monthly'],
    ['giv os et spørgsmål hver tirsdag kl. 25', 'rhythm.fault.saidTime'],
    ['giv os et spørgsmål hver tirsdag om kvantecomputere', 'teamRhythm.fault.topic'],
    ['giv os et spørgsmål hver uge', 'teamRhythm.which'],
    ['giv mig et spørgsmål hver tirsdag kl. 9', 'teamRhythm.mine.text'],
  ])('“%s” is met with what can be done, and nothing is kept', async (text, key) => {
    const { say, stored } = team()
    const { cards } = await say(ea(), text)
    expect(textOf(cards[0])).toMatch(saying(key))
    expect(stored()).toBeUndefined()
  })

  test('in one’s own chat it is said where a team agrees on it, also by a button that was taken there', async () => {
    const person = await somebody()
    expect(titleOf(await person.ask('giv os et spørgsmål hver tirsdag kl. 9'))).toBe(da('teamRhythm.elsewhere.title'))
    for (const verb of ['teamRhythm.show', 'teamRhythm.stop', 'teamRhythm.goOn'])
      expect((await person.send(verb, {})).cards.map(titleOf)).toEqual([da('teamRhythm.elsewhere.title')])
  })

  test('a guest answers and does not decide', async () => {
    const { say, press, answer, stored, teamId } = team()
    const guest = app.person('Gry Gæst')
    app.connector.setMembers(teamId, [{ id: 'g', aadObjectId: guest.id, name: 'Gry', userRole: 'guest' } as never])
    expect(textOf((await say(guest, 'giv os et spørgsmål hver tirsdag kl. 9')).cards[0])).toContain(
      da('teamRhythm.fault.guest'),
    )
    expect(stored()).toBeUndefined()
    const kept = (await say(ea(), 'giv os et spørgsmål hver tirsdag kl. 9')).cards[0] as Card
    expect((await press(guest, kept, 'teamRhythm.stop')).notice).toContain(da('teamRhythm.fault.guest'))
    expect((await say(guest, 'hver anden uge')).cards).toHaveLength(1)
    expect(stored()).toMatchObject({ everyWeeks: 1 })
    await at('2026-03-17T08:00:30.000Z')
    expect(textOf((await answer(guest, 'Jeg er med')).replaced)).toContain(da('channelPrompt.answers1'))
  })

  test('it waits for a question of HR’s that is coming to the channel', async () => {
    const { say, placeId, came, stored } = team()
    await say(ea(), 'giv os et spørgsmål hver mandag kl. 9')
    const near = campaign({
      tenantId,
      id: 'cteam',
      nextSendAt: '2026-03-18T08:00:00.000Z',
      state: 'running',
      nextAt: '2030-01-01T08:00:00.000Z',
    })
    await app.store.create(campaigns, {
      ...near,
      audience: { ...near.audience, isEveryLeader: false, channels: [placeId] },
    })
    await at('2026-03-16T08:00:30.000Z')
    expect([came().length, stored()?.dueAt]).toEqual([0, '2026-03-17T08:00:00.000Z'])
    await app.store.remove(campaigns, tenantId, 'cteam')
    await at('2026-03-17T08:00:30.000Z')
    expect([came().length, stored()?.dueAt]).toEqual([1, '2026-03-23T08:00:00.000Z'])
  })

  test('a team that was archived is waited for, and one that stays away is forgotten', async () => {
    const { say, there, came, stored } = team()
    const person = ea()
    await say(person, 'giv os et spørgsmål hver tirsdag kl. 9')
    await person.event('installation-update-personal', {
      type: 'conversationUpdate',
      ...there,
      channelData: { ...there.channelData, eventType: 'teamArchived' },
    })
    await at('2026-03-17T08:00:30.000Z')
    expect([came().length, stored()?.dueAt]).toEqual([0, '2026-03-24T08:00:00.000Z'])
    await at('2026-04-21T07:00:30.000Z')
    expect([came().length, stored()]).toEqual([0, undefined])
  })

  test('a group chat that Pejling has left is forgotten; where Teams did not take it, it comes some minutes later', async () => {
    const [left, busy] = [team('groupChat'), team()]
    await left.say(ea(), 'giv os et spørgsmål hver tirsdag kl. 9')
    app.connector.fail({ status: 403, body: { error: { code: 'BotNotInConversationRoster' } } }, { kinds: ['send'] })
    await at('2026-03-17T08:00:30.000Z')
    expect([left.stored(), left.talks()]).toEqual([undefined, []])
    app.connector.heal()
    await busy.say(ea(), 'giv os et spørgsmål hver onsdag kl. 9')
    app.connector.fail({ status: 412 }, { times: 1, kinds: ['create'] })
    await at('2026-03-18T08:00:30.000Z')
    app.connector.heal()
    await at('2026-03-18T08:06:00.000Z')
    expect(busy.talks().map(({ body }) => typeof body.cardId)).toEqual(['string'])
  })

  test('after three without an answer it asks whether to go on, and waits until somebody says so', async () => {
    const { say, press, came, stored, talks, placeId } = team()
    await say(ea(), 'giv os et spørgsmål hver tirsdag kl. 9')
    for (const day of ['17', '24', '31']) await at(`2026-03-${day}T08:00:30.000Z`)
    expect(came()).toHaveLength(3)
    await at('2026-04-07T07:00:30.000Z')
    const { conversationId: thread } = ((talks().at(-1)?.body ?? {}) as unknown as Discussion).conversation
    const asked = cardOf(app.connector.sent(thread).at(-1) ?? {})
    expect([titleOf(asked), came().length, thread.startsWith(placeId)]).toEqual([da('teamRhythm.ask.title'), 3, true])
    await at('2026-04-14T07:00:30.000Z')
    expect(came()).toHaveLength(3)
    const { replaced } = await press(ib(), asked, 'teamRhythm.goOn', { everyWeeks: '2' })
    expect([titleOf(replaced), stored()?.askedAt]).toEqual([da('rhythm.kept'), null])
    await press(ib(), asked, 'teamRhythm.goOn', { everyWeeks: '2' })
    await at('2026-04-28T07:00:30.000Z')
    expect(came()).toHaveLength(4)
    for (const day of ['2026-05-12', '2026-05-26', '2026-06-09', '2026-07-14']) await at(`${day}T07:00:30.000Z`)
    expect(stored()).toBeUndefined()
    const gone = await press(ib(), asked, 'teamRhythm.goOn')
    expect(gone.notice).toContain(da('teamRhythm.fault.gone'))
  })

  test('whoever has set it has a right to know, and to be named no more: the question goes on', async () => {
    const { say, came, stored } = team()
    const person = ea()
    await say(person, 'giv os et spørgsmål hver tirsdag kl. 9')
    await at('2026-03-17T08:00:30.000Z')
    expect(JSON.stringify((await person.say('mine data')).answer.replies)).toContain(da('data.teamRhythms'))
    const { id } = (stored()?.card ?? {}) as { id?: string }
    await person.send('data.erase', {})
    expect(stored()).toMatchObject({ setBy: null, setByName: '' })
    const shown = app.connector.requests.filter(({ kind, activityId }) => kind === 'update' && activityId === id)
    expect(textOf(cardOf(shown.at(-1)?.body ?? {}))).not.toContain('Ea Lund')
    await at('2026-03-24T08:00:30.000Z')
    expect(textOf(came()[1])).not.toContain('Ea Lund')
    expect(app.rows().filter(({ json }) => json.includes(person.id))).toEqual([])
  })
})

describe('going on', () => {
  const words = 'Jeg lod Mette tage mødet alene, og det gik.'
  const reflectionsOf = (person: Person) => promptsOf(person).map(({ body }) => body)
  const snoozesOf = ({ id }: Person) =>
    app.rows().filter((row) => row.container === 'snoozes' && row.body.leaderId === id)
  const comeAgain = ({ conversationId }: Person) =>
    app.connector
      .sent(conversationId)
      .filter(({ attachments = [] }) => attachments.length > 0)
      .map(cardOf)
      .filter((card) => titleOf(card) === da('prompt.again.title'))
  const rows = (card: Card | undefined) => buttonsOf(card).map(({ verb }) => verb)
  /** Answered on Tuesday 10 March; six weeks on is 21 April. */
  async function answered(text = words) {
    const person = await somebody()
    const prompt = await person.getPrompt()
    const { replaced } = await person.press(prompt, 'prompt.answer', { text })
    return { person, prompt, receipt: replaced as Card }
  }

  test('what was written last is shown behind a press, only where there is something, and what is typed stays', async () => {
    const { person, prompt } = await answered()
    expect(rows(prompt)).not.toContain('prompt.earlier')
    const statementIds = reflectionsOf(person)[0]?.statementIds
    app.clock.advance(24 * 3600_000)
    const again = (await person.send('prompt.request', { statementIds })).cards[0] as Card
    expect(rows(again)).toContain('prompt.earlier')
    expect(textOf(again)).not.toContain(words)
    const updates = () => app.connector.requests.filter(({ kind }) => kind === 'update').length
    const before = updates()
    const { cards } = await person.press(again, 'prompt.earlier', { text: 'Noget halvt' })
    expect([titleOf(cards[0]), textOf(cards[0])]).toEqual([da('earlier.title'), expect.stringContaining(words)])
    expect(updates()).toBe(before + 1)
    const [first] = reflectionsOf(person)
    await person.send('prompt.withdraw', { reflectionId: first?.id })
    expect((await person.press(again, 'prompt.earlier')).cards.map(titleOf)).toEqual([da('earlierNone.title')])
  })

  test('whoever has been met with people to turn to is not led back, and nothing of trouble is offered', async () => {
    const { person } = await answered()
    await person.say('Jeg kan ikke mere og vil ikke leve længere.')
    const [first] = reflectionsOf(person)
    const { cards } = await person.send('prompt.earlier', { reflectionId: first?.id })
    expect(cards.map(titleOf)).toEqual([da('earlierNotNow.title')])
    const trouble = await answered('Jeg kan ikke mere og vil ikke leve længere.')
    expect(rows(trouble.receipt)).not.toContain('prompt.askAgain')
    const statementIds = reflectionsOf(trouble.person)[0]?.statementIds
    app.clock.advance(24 * 3600_000)
    const next = (await trouble.person.send('prompt.request', { statementIds })).cards[0]
    expect(rows(next)).not.toContain('prompt.earlier')
  })

  test('six weeks after it was asked for, the question comes once more, quotes nothing, and is answered beside the first', async () => {
    const { person, receipt } = await answered()
    const asked = (await person.press(receipt, 'prompt.askAgain')).replaced as Card
    expect(textOf(asked)).toContain(da('again.stands', { when: 'tirsdag den 21. april' }))
    expect(textOf((await person.press(receipt, 'prompt.askAgain')).replaced)).toBe(textOf(asked))
    expect(JSON.stringify((await person.say('mine data')).answer.replies)).toContain(da('prompt.again.title'))
    await at('2026-04-21T06:59:00.000Z')
    expect(comeAgain(person)).toHaveLength(0)
    await at('2026-04-21T07:00:30.000Z')
    await at('2026-04-21T07:20:00.000Z')
    const [card] = comeAgain(person)
    expect([comeAgain(person).length, snoozesOf(person).length]).toEqual([1, 0])
    expect(textOf(card)).toContain(da('prompt.why.again', { when: 'tirsdag den 10. marts' }))
    expect(textOf(card)).not.toContain(words)
    expect(textOf((await person.press(card as Card, 'prompt.earlier')).cards[0])).toContain(words)
    await person.press(card as Card, 'prompt.answer', { text: 'Nu spørger hun selv.' })
    expect(reflectionsOf(person).map(({ text }) => text)).toEqual(
      expect.arrayContaining([words, 'Nu spørger hun selv.']),
    )
    await at('2026-06-02T07:00:30.000Z')
    expect(comeAgain(person)).toHaveLength(1)
  })

  test('it waits for a question of HR’s and while they are away, and comes then', async () => {
    const { person, receipt } = await answered()
    await person.press(receipt, 'prompt.askAgain')
    const tenantId = String(snoozesOf(person)[0]?.body.tenantId)
    const near = campaign({
      tenantId,
      id: 'cagain',
      nextSendAt: '2026-04-22T08:00:00.000Z',
      state: 'running',
      nextAt: '2030-01-01T08:00:00.000Z',
    })
    await app.store.create(campaigns, {
      ...near,
      audience: { ...near.audience, isEveryLeader: false, people: [person.id] },
    })
    await at('2026-04-21T07:00:30.000Z')
    expect(comeAgain(person)).toHaveLength(0)
    await app.store.remove(campaigns, tenantId, 'cagain')
    await person.say('stop')
    await at('2026-04-22T07:00:30.000Z')
    expect(comeAgain(person)).toHaveLength(0)
    await person.say('start')
    await at('2026-04-23T07:00:30.000Z')
    expect(comeAgain(person)).toHaveLength(1)
  })

  test.each<[string, (person: Person, card: Card) => Promise<unknown>]>([
    ['it is taken back', (person, card) => person.press(card, 'prompt.stopAsking')],
    [
      'the answer is deleted',
      (person) => person.send('prompt.withdraw', { reflectionId: reflectionsOf(person)[0]?.id }),
    ],
    ['everything is erased', (person) => person.send('data.erase', {})],
  ])('it does not come where %s', async (_what, act) => {
    const { person, receipt } = await answered()
    const asked = (await person.press(receipt, 'prompt.askAgain')).replaced as Card
    await act(person, asked)
    expect(snoozesOf(person)).toEqual([])
    await at('2026-04-21T07:00:30.000Z')
    expect(comeAgain(person)).toHaveLength(0)
  })

  test('where Teams certainly did not take it, it comes some minutes later', async () => {
    const { person, receipt } = await answered()
    await person.press(receipt, 'prompt.askAgain')
    app.connector.fail({ status: 412 }, { times: 1, kinds: ['send'] })
    await at('2026-04-21T07:00:30.000Z')
    app.connector.heal()
    expect(comeAgain(person)).toHaveLength(0)
    await at('2026-04-21T07:06:00.000Z')
    expect(comeAgain(person)).toHaveLength(1)
    expect(reflectionsOf(person)).toHaveLength(2)
  })
})

test('nothing that anybody said, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
