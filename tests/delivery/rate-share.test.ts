import { createRateShare, type RateShare } from '../../src/delivery/rate-share'
import { pauseSending, resumeSending, sendingStatus } from '../../src/delivery/sending-stop'
import { createDeliveryPlace, type DeliveryPlace } from '../support/delivery-place'

let place: DeliveryPlace
beforeEach(() => {
  place = createDeliveryPlace()
})
afterEach(() => place.dispose())

const instance = (id: string) => createRateShare(place.services, id, () => place.clock.now())
const later = async (ms: number, ...shares: RateShare[]) => {
  for (let passed = 0; passed < ms; passed += 1000) {
    place.clock.advance(1000)
    for (const share of shares) await share.refresh()
  }
}

test('an instance alone sends at once, at the whole rate', async () => {
  const one = instance('one')
  expect(one.rate()).toBe(0)
  await one.refresh()
  expect(one.rate()).toBe(25)
})

test('a newcomer begins when the others have noticed it, so that together they never exceed the rate', async () => {
  const [one, two, three] = ['one', 'two', 'three'].map(instance) as [RateShare, RateShare, RateShare]
  await one.refresh()
  await two.refresh()
  for (let second = 0; second < 12; second++) {
    if (second === 6) await three.refresh()
    const all = [one, two, three].map((share) => share.rate())
    expect(all.reduce((sum, rate) => sum + rate, 0)).toBeLessThanOrEqual(25.0001)
    await later(1000, one, two, ...(second >= 6 ? [three] : []))
  }
  expect([one, two, three].map((share) => share.rate().toFixed(2))).toEqual(['8.33', '8.33', '8.33'])
})

test('the share of one that died falls to the others, and of one that left at once', async () => {
  const [one, two, three] = ['one', 'two', 'three'].map(instance) as [RateShare, RateShare, RateShare]
  for (const share of [one, two, three]) await share.refresh()
  await later(10_000, one, two, three)
  await three.leave()
  await later(3000, one, two)
  expect(one.rate()).toBe(12.5)
  await later(40_000, one)
  expect(one.rate()).toBe(25)
})

test('one that comes back at once need not wait, since it was counted all along', async () => {
  const one = instance('one')
  await one.refresh()
  const two = instance('two')
  await two.refresh()
  await later(10_000, one, two)
  const again = instance('two')
  await again.refresh()
  expect(again.rate()).toBe(12.5)
})

test('a stop is in force at once where it was met, within seconds elsewhere, and ends by itself', async () => {
  const [one, two] = ['one', 'two'].map(instance) as [RateShare, RateShare]
  for (const share of [one, two]) await share.refresh()
  await one.pause(20_000, 'throttled')
  expect(one.stop()?.why).toBe('throttled')
  await later(3000, two)
  expect(two.stop()?.why).toBe('throttled')
  await later(20_000, one, two)
  expect([one.stop(), two.stop()]).toEqual([undefined, undefined])
})

test('a short stop does not end a longer one, and an operator ends any', async () => {
  const one = instance('one')
  await one.refresh()
  await pauseSending(place.services, null, 'operator')
  await pauseSending(place.services, 5000, 'throttled')
  await later(60_000, one)
  expect(one.stop()?.why).toBe('operator')
  expect((await sendingStatus(place.services)).stop?.why).toBe('operator')
  await resumeSending(place.services)
  await later(3000, one)
  expect(one.stop()).toBeUndefined()
  expect((await sendingStatus(place.services)).instances.map(({ id }) => id)).toEqual(['one'])
})

test('a storm of refusals is one stop, written once', async () => {
  const one = instance('one')
  await one.refresh()
  const before = place.writes()
  await Promise.all(Array.from({ length: 30 }, () => one.pause(5000, 'throttled')))
  expect(place.writes() - before).toBe(1)
})
