import type { JournalEntry } from './journal-entry'

export interface ScalePoint {
  /** An ISO instant, a local date `YYYY-MM-DD` or a month `YYYY-MM`, as `by` says. */
  readonly when: string
  /** 1 to 5; with one decimal where it is a mean. */
  readonly value: number
  /** How many answers it is the mean of. */
  readonly count: number
}

export interface ScaleSeries {
  readonly by: 'time' | 'date' | 'month'
  /** Oldest first; empty where there are fewer than two answers to compare, and never only one. */
  readonly points: readonly ScalePoint[]
}

/** As many as a line can show before its dates run into each other. */
const mostPoints = 12
const fewestAnswers = 2

interface Given {
  readonly at: string
  readonly day: string
  readonly scale: number
}

/**
 * The leader's own 1 to 5 over time: a point an answer, where they are many one a day, and where the days are many one a month.
 * Whatever is drawn together is a mean, and never so much that one point is left.
 * @param dayOf the local date `YYYY-MM-DD` of an ISO instant, where the leader is
 */
export function scaleOverTime(entries: readonly JournalEntry[], dayOf: (at: string) => string): ScaleSeries {
  const given = entries
    .flatMap(({ at, scale }) => (scale === undefined ? [] : [{ at, day: dayOf(at), scale }]))
    .sort((a, b) => a.at.localeCompare(b.at))
  if (given.length < fewestAnswers) return { by: 'date', points: [] }
  const dates = meansBy(given, ({ day }) => day)
  const months = meansBy(given, ({ day }) => day.slice(0, 7))
  const times = given.map(({ at, scale }) => ({ when: at, value: scale, count: 1 }))
  if (dates.length === given.length && dates.length <= mostPoints) return { by: 'date', points: dates }
  if (times.length <= mostPoints || dates.length === 1) return { by: 'time', points: times }
  return dates.length <= mostPoints || months.length === 1
    ? { by: 'date', points: dates }
    : { by: 'month', points: months }
}

function meansBy(given: readonly Given[], keyOf: (answer: Given) => string): ScalePoint[] {
  const groups = new Map<string, number[]>()
  for (const answer of given) groups.set(keyOf(answer), [...(groups.get(keyOf(answer)) ?? []), answer.scale])
  return [...groups].map(([when, values]) => ({ when, value: mean(values), count: values.length }))
}

function mean(values: readonly number[]): number {
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10
}
