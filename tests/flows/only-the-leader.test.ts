import { actions } from '../../src/chat/actions'
import { commands } from '../../src/chat/commands'
import { dataDir } from '../../src/paths'
import { loadLexicon } from '../../src/search/lexicon'
import { startApp, type TestApp } from '../support/app'
import { type Card, cardOf } from '../support/card-text'
import type { Person } from '../support/person'

// Whatever verb or command there is, or comes to be: nobody but the leader reads or changes what the leader wrote.

const secret = 'Hemmeligt og kun mit eget'
let app: TestApp
let victim: Person
beforeAll(async () => {
  app = await startApp({ env: { PEJLING_HR_CONVERSATION: '19:hr@thread.tacv2' } })
  victim = app.person('Ejer Ejersen')
  await victim.chooseProfile('sonderborg', 'leder-af-ledere')
  await victim.press(await victim.getPrompt(), 'prompt.answer', { text: `${secret} svar` })
  await victim.getPrompt()
  const preview = (await victim.press(await victim.ask('tal med HR'), 'hr.preview', { text: `${secret} brev` }))
    .replaced
  await victim.press(preview as Card, 'hr.send')
})
afterAll(() => app.close())

const rowsOfVictim = () => app.rows().filter(({ json }) => json.includes(victim.id))
const channel = { conversation: { id: '19:alle@thread.tacv2', conversationType: 'channel' } }
const victimsChat = () => ({ conversation: { id: victim.conversationId, conversationType: 'groupChat' } })

/** Every id and name of the victim's, in every field that a verb may read. */
function stolen(rows = rowsOfVictim()): object[] {
  const [reflection, open] = rows.filter(({ container }) => container === 'reflections')
  const request = rows.find(({ container }) => container === 'helpRequests')
  return [reflection, open].map((row) => ({
    id: row?.id,
    ids: [row?.id],
    reflectionId: row?.id,
    reflectionIds: [row?.id],
    requestId: request?.id,
    leaderId: victim.id,
    personId: victim.id,
    tenantId: request?.partition,
    text: 'noget helt andet',
    answer: 0,
    locale: 'da',
    framework: 'odder',
    role: 'stabschef',
  }))
}

test.each(Object.keys(actions))(
  '%s with the leader’s ids shows another nothing and changes nothing of theirs',
  async (verb) => {
    const before = rowsOfVictim()
    expect(before.length).toBeGreaterThan(3)
    const other = app.person()
    const [answered = {}, open = {}] = stolen(before)
    // In each place both are tried, and each of the two ways in which a button arrives.
    for (const [at, where] of [{}, channel, victimsChat()].entries()) {
      const [first, second] = at === 1 ? [open, answered] : [answered, open]
      for (const seen of [await other.send(verb, first, where), await other.sendSubmit({ ...second, verb }, where)])
        expect(JSON.stringify([seen.answer.body, seen.answer.replies, seen.replaced])).not.toContain(secret)
    }
    expect(rowsOfVictim()).toEqual(before)
  },
)

test('no command shows it to another, in a chat of their own or in a channel', async () => {
  const said = loadLexicon(dataDir).commands
  expect(Object.keys(said).sort()).toEqual(Object.keys(commands).sort())
  // Other words for the same lead to the same row of the table.
  const phrases = Object.values(said).flatMap(({ whole, start }) => [...whole.slice(0, 1), ...start.slice(0, 1)])
  const other = app.person()
  for (const phrase of phrases) {
    for (const seen of [await other.say(phrase), await other.mention(phrase)])
      expect(JSON.stringify([seen.answer.body, seen.answer.replies])).not.toContain(secret)
  }
})

test('no command or verb shows it in a channel, not even when the leader says it there', async () => {
  const own = stolen()
  for (const verb of Object.keys(actions).filter((name) => !name.startsWith('desk.'))) {
    for (const data of own) {
      const seen = await victim.send(verb, data, channel)
      expect([verb, JSON.stringify([seen.answer.body, seen.answer.replies])]).not.toEqual([
        verb,
        expect.stringContaining(secret),
      ])
    }
  }
})

test('in the whole run it went to the leader’s own chat and, what was sent to HR, to HR', () => {
  const places = app.connector.requests
    .filter(
      ({ body, kind }) => kind !== 'create' && JSON.stringify(body.attachments ?? body.text ?? '').includes(secret),
    )
    .map(({ conversationId, body }) => [conversationId, JSON.stringify(cardOf(body)).includes(`${secret} svar`)])
  for (const [conversationId, isReflection] of places)
    expect(isReflection ? [victim.conversationId] : [victim.conversationId, '19:hr@thread.tacv2']).toContain(
      conversationId,
    )
})
