import fc from 'fast-check'
import { conversationWindows, createPacing, tenantMost } from '../../../src/delivery/policy/pacing'

/** The most sends within any `ms` milliseconds, both ends not included at once. */
function mostWithin(times: readonly number[], ms: number): number {
  let most = 0
  let from = 0
  for (const [i, time] of times.entries()) {
    while (time - (times[from] as number) >= ms) from += 1
    most = Math.max(most, i - from + 1)
  }
  return most
}

/** Sends as fast as it may for `forMs`; `clock` is what the pacing is told for the true time. */
function sendFor(
  forMs: number,
  perSecond: number,
  { conversation = () => 'a:1', clock = (ms: number) => ms, heldUpMs = () => 0 } = {} as {
    conversation?: (n: number) => string
    clock?: (ms: number) => number
    heldUpMs?: () => number
  },
): number[] {
  const pacing = createPacing(perSecond)
  const times: number[] = []
  for (let ms = 0; ms < forMs; ) {
    const waitMs = pacing.take(conversation(times.length), clock(ms))
    if (waitMs === 0) times.push(ms)
    ms += waitMs + heldUpMs()
  }
  return times
}

const anybody = (n: number) => `a:${n}`

test.each([1, 10, 25, 50])(
  'uses at least 95 %% of %i messages a second under load, and no window holds more',
  (rate) => {
    const times = sendFor(120_000, rate, { conversation: anybody })
    expect(times.length).toBeGreaterThanOrEqual(0.95 * rate * 120)
    for (const seconds of [1, 2, 30]) expect(mostWithin(times, seconds * 1000)).toBeLessThanOrEqual(rate * seconds)
  },
)

test('never exceeds what Teams allows a tenant, whatever it is asked for', () => {
  const times = sendFor(40_000, 10_000, { conversation: anybody })
  for (const seconds of [1, 2, 30]) expect(mostWithin(times, seconds * 1000)).toBeLessThanOrEqual(tenantMost * seconds)
})

test('makes up for what a process that is held up now and then has missed', () => {
  let calls = 0
  const heldUpMs = () => (++calls % 20 === 0 ? 150 : 0)
  const times = sendFor(60_000, 50, { conversation: anybody, heldUpMs })
  expect(times.length).toBeGreaterThanOrEqual(0.95 * 50 * 60)
})

test('what had its turn and was held up leaves no faster than the rest', () => {
  const pacing = createPacing(50)
  const times: number[] = []
  for (let ms = 0; ms < 10_000; ) {
    const waitMs = pacing.depart(ms)
    if (waitMs === 0) times.push(ms)
    ms += waitMs
  }
  expect(mostWithin(times, 1000)).toBe(50)
  expect(times).toHaveLength(500)
})

test('no window of the tenant is exceeded by a process that is held up again and again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 50 }), (stalls) => {
      let n = 0
      const heldUpMs = () => stalls[n++ % stalls.length] ?? 0
      const times = sendFor(35_000, 50, { conversation: anybody, heldUpMs })
      return [1, 2, 30].every((seconds) => mostWithin(times, seconds * 1000) <= 50 * seconds)
    }),
    { numRuns: 50 },
  )
})

test('no window of one conversation is exceeded, for any sequence of attempts', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 900 })), {
        minLength: 200,
        maxLength: 400,
      }),
      (attempts) => {
        const pacing = createPacing(50)
        const times: number[][] = [[], []]
        let ms = 0
        for (const [conversation, later] of attempts) {
          ms += later
          if (pacing.take(`a:${conversation}`, ms) === 0) times[conversation]?.push(ms)
        }
        return times.every((sent) => conversationWindows.every((window) => mostWithin(sent, window.ms) <= window.most))
      },
    ),
    { numRuns: 100 },
  )
})

test('an hour of one conversation holds 1,800 at the most, also when it falls silent in between', () => {
  const pacing = createPacing(50)
  const times: number[] = []
  for (let ms = 0; ms < 2 * 3600_000; ) {
    const waitMs = pacing.take('a:1', ms)
    if (waitMs === 0) times.push(ms)
    // Others are sent to meanwhile, so that the silent one would be forgotten.
    pacing.take(`a:other-${ms}`, ms)
    ms += Math.max(waitMs, 1) + (times.length % 61 === 60 ? 31_000 : 0)
  }
  expect(times.length).toBeGreaterThan(2500)
  expect(mostWithin(times, 3600_000)).toBeLessThanOrEqual(1800)
})

test('a clock that is set back and forth neither exceeds a window nor holds anything up for long', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ afterMs: fc.integer({ min: 1, max: 5000 }), stepMs: fc.integer({ min: -7200_000, max: 0 }) }),
        {
          maxLength: 20,
        },
      ),
      (steps) => {
        let changes = steps
        let offset = 0
        let nextAt = changes[0]?.afterMs ?? Number.POSITIVE_INFINITY
        const clock = (ms: number) => {
          if (ms >= nextAt) {
            offset += changes[0]?.stepMs ?? 0
            changes = changes.slice(1)
            nextAt = ms + (changes[0]?.afterMs ?? Number.POSITIVE_INFINITY)
          }
          return ms + offset
        }
        const times = sendFor(60_000, 25, { conversation: anybody, clock })
        const isWithin = [1, 2, 30].every((seconds) => mostWithin(times, seconds * 1000) <= 25 * seconds)
        return isWithin && times.length > 0.9 * 25 * 60
      },
    ),
    { numRuns: 100 },
  )
})

test('a smaller share counts from the next message on', () => {
  const pacing = createPacing(50)
  expect(pacing.take('a:1', 0)).toBe(0)
  pacing.setRate(1)
  const waitMs = pacing.take('a:2', 0)
  expect(waitMs).toBeGreaterThan(0)
  expect(waitMs).toBeLessThanOrEqual(1100)
})

test('what everybody is sent to once is soon forgotten', () => {
  const pacing = createPacing(50)
  const before = process.memoryUsage().heapUsed
  for (let n = 0; n < 50_000; n++) pacing.take(`a:${n}`, n * 25)
  expect((process.memoryUsage().heapUsed - before) / 1024 / 1024).toBeLessThan(15)
})
