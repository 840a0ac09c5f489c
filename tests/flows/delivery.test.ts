import { type Delivery, deliveries } from '../../src/store/campaign-containers'
import { reflections } from '../../src/store/containers'
import { deliveryId } from '../../src/store/ids'
import { startApp, type TestApp } from '../support/app'
import { planOccasion } from '../support/occasion'

const tenantId = '00000000-0000-0000-0000-0000000000001'
let app: TestApp
beforeEach(async () => {
  app = await startApp()
})
afterEach(() => app.close())

test('a page of recipients is sent to, once each, with a record and a place in the journal', async () => {
  const people = [app.person('Ea'), app.person('Bo')]
  for (const person of people) await person.say('hjælp')
  const before = app.connector.sent().length
  const id = await planOccasion({
    ...{ store: app.store, queue: app.queue, tenantId, nowMs: app.clock.now() },
    recipients: people.map((person) => ({ id: person.id, kind: 'leader' })),
  })
  expect(await app.deliver()).toBe(1)
  expect(app.connector.sent().length - before).toBe(2)
  for (const { id: leaderId } of people) {
    const delivery = await app.store.get(deliveries, id, deliveryId(id, leaderId))
    expect(delivery?.document).toMatchObject({ state: 'sent', attempts: 1 } satisfies Partial<Delivery>)
    const reflection = await app.store.get(reflections, leaderId, deliveryId(id, leaderId))
    expect(reflection?.document).toMatchObject({ state: 'shown', promptId: delivery?.document.promptId })
  }
  expect(await app.deliver()).toBe(0)
})
