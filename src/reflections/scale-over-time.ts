import type { JournalEntry } from './journal-entry'

export interface ScalePoint {
  /** A local date, `YYYY-MM-DD`, or a month, `YYYY-MM`. */
  readonly when: string
  /** 1 to 5; the mean of a month with one decimal. */
  readonly value: number
  /** How many answers it stands for. */
  readonly count: number
}

export interface ScaleSeries {
  readonly by: 'date' | 'month'
  /** Oldest first; empty where there are fewer than two to compare. */
  readonly points: readonly ScalePoint[]
}

/** As many as a line can show before its dates run into each other. */
const mostDates = 12

/**
 * The leader's own 1 to 5 over time: a point an answer, and where they are many one a month.
 * @param dayOf the local date `YYYY-MM-DD` of an ISO instant, where the leader is
 */
export function scaleOverTime(entries: readonly JournalEntry[], dayOf: (at: string) => string): ScaleSeries {
  const given = entries
    .flatMap(({ at, scale }) => (scale === undefined ? [] : [{ at, day: dayOf(at), scale }]))
    .sort((a, b) => a.at.localeCompare(b.at))
  const isMany = given.length > mostDates
  const by = isMany ? 'month' : 'date'
  const groups = new Map<string, number[]>()
  for (const { day, scale } of given) {
    const when = isMany ? day.slice(0, 7) : day
    groups.set(when, [...(groups.get(when) ?? []), scale])
  }
  const points = [...groups].map(([when, values]) => ({ when, value: mean(values), count: values.length }))
  return { by, points: points.length < 2 ? [] : points }
}

function mean(values: readonly number[]): number {
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10
}
