import fc from 'fast-check'
import { pageDueAt } from '../../../src/campaigns/calendar/send-window'
import { createScheduler } from '../../../src/campaigns/planning/scheduler'
import { saveCampaign } from '../../../src/campaigns/verbs/save-campaign'
import { startCampaign } from '../../../src/campaigns/verbs/start-campaign'
import { createPlace } from '../../support/verbs'
import { addLeaders, createKeptQueue, type Form, operator, pagesOf, weekly } from '../place'

const minuteMs = 60_000
const at = (time: string) => ({ ...weekly.recurrence, time })

test.each<[what: string, form: Partial<Form>, closes: string]>([
  ['a short grace', { graceMinutes: 5 }, '2027-01-05T08:05'],
  [
    'quiet hours that begin soon',
    { recurrence: at('17:55'), quietHours: { from: '18:00', to: '07:00' } },
    '2027-01-05T17:00',
  ],
  ['the end of the day', { recurrence: at('23:55') }, '2027-01-05T23:00'],
])('with %s every page leaves early enough to be sent', async (_what, form, closes) => {
  const place = createPlace()
  try {
    place.clock.set('2026-12-01T08:00:00.000Z')
    await addLeaders(
      place,
      Array.from({ length: 250 }, (_, n) => `leader-${n}`),
    )
    const ctx = operator(place, { spreadMinutes: 10 })
    const kept = createKeptQueue(place)
    const { id: campaignId } = await saveCampaign(ctx, { ...weekly, ...form })
    await startCampaign(ctx, { campaignId })
    place.clock.set(new Date(Date.parse(`${closes}:00.000Z`) - 10 * minuteMs).toISOString())
    await createScheduler({ services: ctx, queue: kept.queue }).tick()

    const pages = await pagesOf(place.store, `${campaignId}:2027-01-05`)
    expect(pages.map(({ closesAt }) => closesAt)).toEqual(Array(3).fill(`${closes}:00.000Z`))
    // 250 at 25 a second take 10 s.
    const latest = Date.parse(`${closes}:00.000Z`) - 10_000
    expect(pages.filter(({ dueAt }) => Date.parse(dueAt) > latest)).toEqual([])
    expect(new Set(pages.map(({ dueAt }) => dueAt)).size).toBe(3)
    expect(kept.sent).toHaveLength(3)
  } finally {
    await place.dispose()
  }
})

test('however long the window and however many the recipients, whom there is time for is sent to in time', () => {
  const windows = fc.integer({ min: 1, max: 24 * 60 })
  const pages = fc.integer({ min: 1, max: 600 })
  const rates = fc.integer({ min: 1, max: 50 })
  fc.assert(
    fc.property(windows, pages, rates, fc.integer({ min: 0, max: 60 }), (minutes, count, rate, spreadMinutes) => {
      fc.pre((count * 100) / rate <= minutes * 60)
      const window = { dueAt: 0, closesAt: minutes * minuteMs }
      const dues = Array.from({ length: count }, (_, number) =>
        pageDueAt(window, { number, before: number * 100, size: 100 }, { spreadMinutes, sendsPerSecond: rate }),
      )
      expect(dues[0]).toBe(0)
      let doneAt = 0
      for (const due of dues.sort((a, b) => a - b)) doneAt = Math.max(doneAt, due) + (100 / rate) * 1000
      expect(doneAt).toBeLessThanOrEqual(window.closesAt + 1)
    }),
  )
})

test('a window that is long enough has the whole spread', () => {
  const dues = Array.from({ length: 100 }, (_, number) =>
    pageDueAt(
      { dueAt: 0, closesAt: 360 * minuteMs },
      { number, before: number * 100, size: 100 },
      { spreadMinutes: 10, sendsPerSecond: 25 },
    ),
  )
  expect(Math.max(...dues)).toBeGreaterThan(9.8 * minuteMs)
})
