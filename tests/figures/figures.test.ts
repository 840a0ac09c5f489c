import { createFigures } from '../../src/figures/figures'
import { startApp, type TestApp } from '../support/app'

let app: TestApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

test('turns and calls of the store are counted, and no person, conversation or text is in what is told', async () => {
  const person = app.person('Karoline Mørkhøj-Tåstrup')
  await person.say('hvad siger grundlaget om hemmelige skovture?')
  await person.say('min profil')
  const text = await (await fetch(`${app.url}/metrics`)).text()
  expect(text).toMatch(/pejling_turns_total\{outcome="answered"\} 2/)
  expect(text).toMatch(/pejling_store_seconds_count\{operation="get",outcome="done"\} [1-9]/)
  for (const secret of [person.id, person.conversationId, 'Karoline', 'skovture']) expect(text).not.toContain(secret)
  // Every label that is told, whatever happens: words of ours.
  const labels = [...text.matchAll(/\w+="([^"]*)"/g)].map(([, value = '']) => value)
  expect(labels.filter((value) => !/^[a-z+.\d-]{1,20}$|^\+Inf$/.test(value))).toEqual([])
})

test('one line holds the totals and what stands, as numbers', async () => {
  const figures = createFigures(() => ({ oldestUndoneMs: 1500, queueSilentMs: null }))
  figures.turn('answered')
  figures.turn('failed')
  figures.sent('throttled')
  figures.storeCall('get', 'failed', 12.4)
  expect(figures.line()).toEqual({
    'turns.answered': 1,
    'turns.failed': 1,
    'sends.throttled': 1,
    'store.failed': 1,
    'store.ms': 12,
    oldestUndoneMs: 1500,
    queueSilentMs: null,
  })
  const text = await figures.text()
  expect(text).toContain('pejling_oldest_undone_seconds 1.5')
  expect(text).toContain('pejling_sends_total{status="throttled"} 1')
})
