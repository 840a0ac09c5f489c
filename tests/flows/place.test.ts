import { startApp, type TestApp } from '../support/app'
import { channelMessage } from '../support/bot-client'
import { type Card, choicesOf, textOf, titleOf } from '../support/card-text'
import type { Person } from '../support/person'
import { da, saying } from '../support/said'

// A channel knows whose it is: its municipality and group.

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

let number = 0
function channel() {
  number += 1
  const placeId = `19:place${number}@thread.tacv2`
  const { channelData } = channelMessage('x')
  const there = {
    conversation: {
      id: `${placeId};messageid=1`,
      conversationType: 'channel',
      isGroup: true,
      tenantId: '00000000-0000-0000-0000-0000000000001',
    },
    channelData: { ...(channelData as object), channel: { id: placeId, name: 'Ledelse' } },
  }
  let said = 0
  const say = (person: Person, text: string) => {
    said += 1
    return person.mention(text, { id: `p${number}-${said}`, ...there })
  }
  const press = (person: Person, card: Card, verb: string, inputs: object) =>
    person.press(card, verb, inputs, { ...there, replyToId: 'card' })
  const stored = () => app.rows().find(({ container, id }) => container === 'channels' && id === placeId)?.body
  return { say, press, there, stored }
}
async function leaderOf(framework: string, role: string) {
  const person = app.person()
  await person.chooseProfile(framework, role)
  return person
}

test('with its first question a channel is asked whose it is, once; a member chooses, and all get the same from then on', async () => {
  const { say, press, stored } = channel()
  const ea = await leaderOf('odder', 'leder')
  const ib = await leaderOf('sonderborg', 'leder-af-medarbejdere')
  const { cards } = await say(ea, 'giv os et spørgsmål')
  expect(cards.map(titleOf)).toEqual([da('channelPrompt.title'), da('place.title')])
  const groups = (await press(ib, cards[1] as Card, 'place.group', { framework: 'skanderborg' })).replaced as Card
  expect(choicesOf(groups)).toContain('Direktionen')
  const saved = await press(ib, groups, 'place.save', { group: 'direktion' })
  expect(titleOf(saved.replaced)).toBe(da('place.saved.title', { name: 'Skanderborg' }))
  expect(stored()).toMatchObject({ framework: 'skanderborg', group: 'direktion' })
  for (const person of [ea, ib]) {
    const answers = [
      (await say(person, 'hvad siger grundlaget om tillid?')).cards[0],
      (await say(person, 'giv os et spørgsmål')).cards[0],
    ]
    // Each tells whose the channel is, with one press to change it, whatever stands in the card's fields.
    for (const card of answers) {
      expect(textOf(card)).toContain(da('place.line.group', { name: 'Skanderborg', group: 'Direktionen' }))
      expect(titleOf((await press(person, card as Card, 'place.choose', {})).cards[0])).toBe(da('place.title'))
    }
  }
  expect((await say(ea, 'giv os et spørgsmål')).cards).toHaveLength(1)
  const [own, theirs] = await Promise.all([say(ea, 'hvad forventes der af os?'), say(ib, 'hvad forventes der af os?')])
  expect(textOf(own.cards[0])).toBe(textOf(theirs.cards[0]))
})

test('a framework without groups is kept at once', async () => {
  const { say, press, stored } = channel()
  const ea = app.person()
  const [card] = (await say(ea, 'vores ledelsesgrundlag')).cards
  expect(titleOf((await press(ea, card as Card, 'place.group', { framework: 'odder' })).replaced)).toMatch(
    saying('place.saved.title'),
  )
  expect(stored()).toMatchObject({ framework: 'odder', group: null })
})

test('a channel that has not chosen is offered to, and a group chat and one’s own are told nothing', async () => {
  const { say } = channel()
  const ea = await leaderOf('odder', 'leder')
  const asked = 'hvad siger grundlaget om tillid?'
  expect(textOf((await say(ea, asked)).cards[0])).toContain(da('place.line.choose'))
  const group = { conversation: { id: '19:h@thread.v2', conversationType: 'groupChat', isGroup: true } }
  for (const card of [await ea.ask(asked), (await ea.mention(asked, group)).cards[0]])
    expect(textOf(card)).not.toMatch(saying('place.line', { name: '.+' }))
})

test('among others help lists what works there, to all of them, and what is personal is refused to all of them', async () => {
  const { say } = channel()
  const ea = app.person()
  const group = { conversation: { id: '19:i@thread.v2', conversationType: 'groupChat', isGroup: true } }
  const [inChannel, inGroup] = [(await say(ea, 'hjælp')).cards[0], (await ea.mention('hjælp', group)).cards[0]]
  for (const card of [inChannel, inGroup]) {
    expect([titleOf(card), textOf(card)]).toEqual([
      da('answer.help.titleOurs'),
      expect.stringContaining(da('example.ourExpectations')),
    ])
    expect(textOf(card)).not.toMatch(/\b(?:din|dit|dine|dig)\b/i)
  }
  expect(textOf(inChannel)).toContain('vores ledelsesgrundlag')
  expect(textOf(inGroup)).not.toContain('vores ledelsesgrundlag')
  for (const text of ['mine refleksioner', 'ny kampagne', 'giv os et spørgsmål om kvantecomputere'])
    for (const { cards } of [await say(ea, text), await ea.mention(text, group)])
      expect(textOf(cards[0])).not.toMatch(/\b(?:din|dit|dine|dig|du)\b/i)
})

test('in one’s own chat and in a group chat it is said where it is chosen', async () => {
  const ea = app.person()
  expect(titleOf(await ea.ask('vores ledelsesgrundlag'))).toBe(da('place.elsewhere.title'))
  const group = { conversation: { id: '19:g@thread.v2', conversationType: 'groupChat', isGroup: true } }
  expect(titleOf((await ea.mention('vores ledelsesgrundlag', group)).cards[0])).toBe(da('place.elsewhere.title'))
})

test.each([
  [{ framework: 'paris', group: '' }, 'place.fault.framework'],
  [{ framework: 'skanderborg', group: 'paris' }, 'place.fault.group'],
  [{ framework: 'skanderborg', group: 'kontraktholder' }, 'place.fault.group'],
])('%j is refused by name, and nothing is kept', async (data, key) => {
  const { say, there, stored } = channel()
  const ea = app.person()
  await say(ea, 'hjælp')
  expect((await ea.send('place.save', data, { ...there, replyToId: 'card' })).notice).toContain(da(key))
  expect(stored()?.framework).toBeNull()
})

test('nothing that anybody wrote, and no name, is in the log of the whole run', () => expect(app.leaks()).toEqual([]))
