import { type Attempt, isAgain, nextState } from '../../../src/delivery/policy/next-state'
import type { SendOutcome } from '../../../src/delivery/policy/sender'

const nowMs = Date.parse('2027-01-05T08:00:00.000Z')
const conversation = { conversationId: 'a:1', serviceUrl: 'https://smba.trafficmanager.net/emea/', botId: '28:bot' }
const attempt = (outcome: SendOutcome, more: Partial<Attempt> = {}): Attempt => ({
  outcome,
  attempts: 1,
  nowMs,
  closesAtMs: nowMs + 6 * 3600_000,
  random: 0,
  ...more,
})
const at = (ms: number) => new Date(nowMs + ms).toISOString()

test('a message that was sent is recorded with where and when, and nothing more is done', () => {
  expect(nextState(attempt({ status: 'sent', activityId: '17', conversation }))).toEqual({
    fields: { state: 'sent', reason: null, notBefore: null, sentAt: at(0), activityId: '17', conversation },
    step: { kind: 'done' },
  })
})

test.each<[what: string, outcome: SendOutcome, state: string, reason: string]>([
  ['that may have arrived', { status: 'unknown', why: 'timeout' }, 'unknown', 'timeout'],
  ['to somebody who removed the app', { status: 'gone', why: 'uninstalled' }, 'unreachable', 'uninstalled'],
  ['to somebody who blocked the bot', { status: 'gone', why: 'blocked' }, 'unreachable', 'blocked'],
  ['to somebody without the app', { status: 'gone', why: 'not-installed' }, 'unreachable', 'not-installed'],
  ['into a chat that is no more', { status: 'gone', why: 'no-conversation' }, 'unreachable', 'no-conversation'],
  ['that is too large', { status: 'refused', why: 'too-large' }, 'failed', 'too-large'],
  ['that Teams does not take', { status: 'refused', why: 'http-400' }, 'failed', 'http-400'],
  ['to an address that is not trusted', { status: 'refused', why: 'untrusted-address' }, 'failed', 'untrusted-address'],
])('a message %s is never sent again by itself', (_what, outcome, state, reason) => {
  expect(nextState(attempt(outcome))).toEqual({
    fields: { state, reason, notBefore: null },
    step: { kind: 'done' },
  })
  expect(isAgain(outcome)).toBe(false)
})

test.each<[what: string, outcome: SendOutcome, reason: string, delaysMs: readonly number[]]>([
  ['another operation in the chat', { status: 'busy' }, 'busy', [2000, 4000]],
  [
    'a network out of reach',
    { status: 'not-sent', why: 'unreachable' },
    'unreachable',
    [5000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000],
  ],
  ['an unexplained refusal', { status: 'refused', why: 'service-error' }, 'service-error', [300_000]],
])('%s is met with patience, longer each time, and then given up', (_what, outcome, reason, delaysMs) => {
  for (const [i, delayMs] of delaysMs.entries()) {
    expect(nextState(attempt(outcome, { attempts: i + 1 }))).toEqual({
      fields: { state: 'pending', reason, notBefore: at(delayMs) },
      step: { kind: 'again', delayMs },
    })
  }
  expect(nextState(attempt(outcome, { attempts: delaysMs.length + 1 }))).toEqual({
    fields: { state: 'failed', reason, notBefore: null },
    step: { kind: 'done' },
  })
})

test('waits differ from one delivery to the next, by up to a half', () => {
  const delays = [0, 0.5, 1].map((random) => nextState(attempt({ status: 'busy' }, { random })).step)
  expect(delays).toEqual([2000, 2500, 3000].map((delayMs) => ({ kind: 'again', delayMs })))
})

test.each([
  ['says', 3000, 1, 3000],
  ['says less than a second', 0, 1, 1000],
  ['says, though it be hours', 4 * 3600_000, 1, 4 * 3600_000],
  ['does not say', null, 1, 2000],
  ['does not say, for the third time', null, 3, 8000],
  ['does not say, for the nineteenth time', null, 19, 300_000],
] as const)('too many requests: everything waits as long as Teams %s', (_what, retryAfterMs, attempts, ms) => {
  const next = nextState(attempt({ status: 'throttled', retryAfterMs }, { attempts, random: 0.5 }))
  expect(next).toEqual({
    fields: { state: 'pending', reason: 'throttled', notBefore: at(ms + 500) },
    step: { kind: 'pause-everything', ms, why: 'throttled', delayMs: ms + 500 },
  })
})

test('a bot that is switched off stops everything until an operator acts, and its message waits', () => {
  const next = nextState(attempt({ status: 'disabled', why: 'switched-off' }))
  expect(next.step).toEqual({ kind: 'pause-everything', ms: null, why: 'disabled', delayMs: 60_000 })
  expect(next.fields).toMatchObject({ state: 'pending', reason: 'switched-off' })
})

test.each([
  [1, 30_000],
  [2, 60_000],
  [3, 120_000],
  [9, 300_000],
])('a token that is refused the %sth time lets everything wait %s ms, and not for ever', (attempts, ms) => {
  const next = nextState(attempt({ status: 'disabled', why: 'unauthorized' }, { attempts, random: 0 }))
  expect(next.step).toEqual({ kind: 'pause-everything', ms, why: 'unauthorized', delayMs: 2 * ms })
  expect(next.fields).toMatchObject({ state: 'pending', reason: 'unauthorized' })
})

test.each<SendOutcome>([
  { status: 'busy' },
  { status: 'not-sent', why: 'unreachable' },
  { status: 'throttled', retryAfterMs: 2000 },
  { status: 'disabled', why: 'switched-off' },
  { status: 'refused', why: 'service-error' },
])('what cannot be tried again in time is missed: $status', (outcome) => {
  const next = nextState(attempt(outcome, { closesAtMs: nowMs + 1500 }))
  expect(next.fields).toMatchObject({ state: 'missed', notBefore: null })
  // Where everybody is concerned, everybody waits all the same.
  const isForAll = outcome.status === 'throttled' || outcome.status === 'disabled'
  expect(next.step.kind).toBe(isForAll ? 'pause-everything' : 'done')
})

test('however Teams answers, a delivery has an end', () => {
  const outcomes: SendOutcome[] = [
    { status: 'throttled', retryAfterMs: null },
    { status: 'busy' },
    { status: 'not-sent', why: 'unreachable' },
    { status: 'disabled', why: 'unauthorized' },
    { status: 'refused', why: 'service-error' },
  ]
  for (const outcome of outcomes) {
    const states = Array.from({ length: 30 }, (_, i) => nextState(attempt(outcome, { attempts: i + 1 })).fields.state)
    expect(states.at(-1)).toBe('failed')
  }
})
