import type { Span } from './span'

/**
 * What some words mean as a time. `spans`: more than one where people mean different ones. `isGuessed`: no year was said.
 * `isDay`: a single day was named.
 */
export interface SpanReading {
  readonly spans: readonly Span[]
  readonly isGuessed?: boolean
  readonly isDay?: boolean
}
export type SpanFault = 'no-such-date' | 'too-far'

export function oneSpan(span: Span, isGuessed = false): SpanReading {
  return { spans: [span], isGuessed }
}

export function oneDay(date: string, isGuessed = false): SpanReading {
  return { spans: [{ from: date, to: date }], isDay: true, isGuessed }
}
