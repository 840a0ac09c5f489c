import type { Clock } from '../../src/time/clock'

export interface FakeClock extends Clock {
  set(iso: string): void
  advance(ms: number): void
}

/** A clock that stands still until it is moved. */
export function createFakeClock(iso = '2026-03-10T08:00:00.000Z'): FakeClock {
  let instant = Date.parse(iso)
  return {
    now: () => instant,
    set: (to) => {
      instant = Date.parse(to)
    },
    advance: (ms) => {
      instant += ms
    },
  }
}

export const dayMs = 24 * 3600 * 1000
