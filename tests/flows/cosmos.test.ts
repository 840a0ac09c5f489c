import type { Fault, SeenRequest } from '../contracts/fault-proxy'
import { startApp, type TestApp } from '../support/app'
import { type Card, textOf, titleOf } from '../support/card-text'
import { type CosmosAccount, startCosmosAccount } from '../support/cosmos-account'
import type { Person, Seen } from '../support/person'
import { da, saying } from '../support/said'

// The bot as it runs in production, on Cosmos DB, with the adapter's own timings; the account is an emulator.

let account: CosmosAccount
let app: TestApp
beforeAll(async () => {
  account = await startCosmosAccount()
  app = await startApp({ env: account.env })
})
afterAll(async () => {
  await app.close()
  await account.close()
})
afterEach(() => account.heal())

const words = 'Jeg vil give dem mere plads til at lykkes'
/** A turn must be over by then (docs/teams-facts.md#fifteen-seconds). */
const turnMs = 15_000

async function leader(): Promise<{ person: Person; card: Card }> {
  const person = app.person()
  await person.chooseProfile('skanderborg', 'leder-af-leder')
  return { person, card: await person.getPrompt() }
}

test('welcomes, asks, keeps the answer, lists it after a restart, shows all data and erases it', async () => {
  const person = app.person()
  const { cards } = await person.event('installation-update-personal')
  expect(titleOf(cards[0])).toBe(da('welcome.title'))
  await person.send('profile.save', { framework: 'sonderborg', role: 'chefer' })
  expect(titleOf(await person.ask('Hvad forventes der af mig?'))).toBe(
    da('answer.expectations.ofRole', { role: 'chefer' }),
  )
  const prompt = await person.getPrompt()
  expect(titleOf((await person.press(prompt, 'prompt.answer', { text: words })).replaced)).toBe(
    da('prompt.answered.title'),
  )
  await person.press(await person.getPrompt(), 'prompt.skip')
  await app.restart()
  expect(textOf(await person.ask('mine refleksioner'))).toContain(words)
  expect((await person.say('mine data')).answer.replies[0]?.text).toContain(words)
  expect((await app.person().say('mine data')).answer.replies[0]?.text).not.toContain(words)
  const asked = await person.ask('slet mine data')
  expect(titleOf((await person.press(asked, 'data.erase')).replaced)).toBe(da('dataErased.title'))
  expect(textOf(await person.ask('mine refleksioner'))).not.toContain(words)
})

test('every request of a leader’s names one partition: none goes across', async () => {
  account.seen.length = 0
  const { person, card } = await leader()
  await person.press(card, 'prompt.answer', { text: words })
  await person.ask('mine refleksioner')
  await person.say('mine data')
  // The SDK asks beside each query how it would be spread; that is about the SQL, not about documents.
  const onDocuments = account.seen.filter(
    ({ path, headers }) => path.includes('/docs') && !headers['x-ms-cosmos-is-query-plan-request'],
  )
  expect(onDocuments.length).toBeGreaterThan(5)
  expect(onDocuments.filter(({ headers }) => !headers['x-ms-documentdb-partitionkey'])).toEqual([])
})

const isWrite = ({ method, headers }: SeenRequest) => method !== 'GET' && !headers['x-ms-documentdb-isquery']
const first = (fault: Fault) => () => {
  const met = new Set<string>()
  return (seen: SeenRequest): Fault => {
    const what = `${seen.method} ${seen.path}`
    if (met.has(what)) return 'pass'
    met.add(what)
    return fault
  }
}
const always = (fault: Fault) => () => () => fault
const writes = (fault: Fault) => () => (seen: SeenRequest) => (isWrite(seen) ? fault : 'pass')
const throttled = (afterMs: number) => ({ status: 429, headers: { 'x-ms-retry-after-ms': String(afterMs) } })

const passing: [string, () => (seen: SeenRequest) => Fault][] = [
  ['429 on the first try of everything', first(throttled(300))],
  ['503 on the first try of everything', first({ status: 503 })],
  ['500 on the first try of everything', first({ status: 500 })],
  ['connections that break on the first try of everything', first('break')],
  ['answers that are lost on the first try of everything', first('lose answer')],
]
const lasting: [string, () => (seen: SeenRequest) => Fault][] = [
  ['429 for ever', always(throttled(500))],
  ['429 that asks for a long wait', always(throttled(9000))],
  ['503 for ever', always({ status: 503 })],
  ['503 on writes alone', writes({ status: 503 })],
  ['429 on writes alone', writes(throttled(500))],
  ['no answer at all', always('hang')],
  ['no answer to writes', writes('hang')],
  ['connections that break', always('break')],
  ['no answer on the first try of everything', first('hang')],
]

/** All at once, since each takes its seconds: a fault meets only what is about its own leader. */
async function answerUnder(
  faults: typeof passing,
): Promise<{ name: string; person: Person; card: Card; seen: Seen }[]> {
  const cases = await Promise.all(faults.map(async ([name, fault]) => ({ name, fault: fault(), ...(await leader()) })))
  account.disturb((seen) => {
    const about = `${seen.path} ${seen.body} ${String(seen.headers['x-ms-documentdb-partitionkey'])}`
    return cases.find(({ person }) => about.includes(person.id))?.fault(seen) ?? 'pass'
  })
  const answered = await Promise.all(
    cases.map(async ({ name, person, card }) => {
      const start = performance.now()
      const seen = await person.press(card, 'prompt.answer', { text: words })
      expect([name, performance.now() - start < turnMs]).toEqual([name, true])
      return { name, person, card, seen }
    }),
  )
  account.heal()
  return answered
}

test('an answer is kept through what passes', async () => {
  for (const { name, person, seen } of await answerUnder(passing)) {
    expect([name, titleOf(seen.replaced)]).toEqual([name, da('prompt.answered.title')])
    expect(textOf(await person.ask('mine refleksioner')).split(words)).toHaveLength(2)
  }
}, 60_000)

test('in what lasts the leader is told in time, the card keeps the text, and pressing again later gives one answer', async () => {
  for (const { name, person, card, seen } of await answerUnder(lasting)) {
    const isKept = titleOf(seen.replaced) === da('prompt.answered.title')
    if (!isKept) {
      expect([name, seen.status, seen.notice]).toEqual([name, 200, expect.stringMatching(saying('error.unavailable'))])
      const again = await person.press(card, 'prompt.answer', { text: words })
      expect([name, titleOf(again.replaced)]).toEqual([name, da('prompt.answered.title')])
    }
    expect(textOf(await person.ask('mine refleksioner')).split(words)).toHaveLength(2)
  }
}, 60_000)

test('nothing that anybody said, and no name or key, is in the log of the whole run', () => {
  expect(app.leaks()).toEqual([])
  expect(app.logText()).not.toContain(account.env.PEJLING_COSMOS_KEY)
})
