import type { z } from 'zod'
import type { rhythmInput } from './agreed-rhythm'

/** What is said of a question that comes regularly already. */
export type RhythmChange =
  | { readonly kind: 'stop' }
  | { readonly kind: 'weeks'; readonly everyWeeks: number }
  | { readonly kind: 'topic'; readonly topic: string }

const stop =
  /^(?:stop (?:det|den) igen|stop igen|stop det faste(?: spørgsmål)?|stop (?:mit|det|vores|jeres) (?:faste|ugentlige) spørgsmål|ingen faste spørgsmål|stop it again|stop (?:my|the|our) (?:regular|weekly) question)$/u
const second =
  /^(?:kun |hellere |i stedet )?hver(?:t)? (?:(?:anden|2\.?) uge|(?:14\.?|fjortende) dag)(?: i stedet| hellere)?$|^every (?:other|second) week(?: instead)?$/u
const weekly = /^(?:hellere |i stedet )?hver uge(?: i stedet| hellere| igen)?$|^every week(?: instead| again)?$/u
const topic = /^(?:kun|only) (?:spørgsmål |questions )?(?:om|about) ([^.?!]{2,200})$/u

/**
 * Reads a few words that only mean something where a question comes regularly: "hver anden uge", "kun om delegering", "stop det igen".
 * Undefined for any other text. Pure.
 */
export function readRhythmChange(text: string): RhythmChange | undefined {
  const said = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\s.!]+$/, '')
    .replace(/,? tak$/, '')
    .trim()
  if (said.length > 240) return undefined
  if (stop.test(said)) return { kind: 'stop' }
  if (second.test(said)) return { kind: 'weeks', everyWeeks: 2 }
  if (weekly.test(said)) return { kind: 'weeks', everyWeeks: 1 }
  const about = topic.exec(said)?.[1]
  return about === undefined ? undefined : { kind: 'topic', topic: about.trim() }
}

/** What stands then. Pure. */
export function changedRhythm(
  { weekday, time, everyWeeks, topic }: z.infer<typeof rhythmInput>,
  change: Exclude<RhythmChange, { kind: 'stop' }>,
): z.infer<typeof rhythmInput> {
  const standing = { weekday, time, everyWeeks, topic }
  return change.kind === 'topic' ? { ...standing, topic: change.topic } : { ...standing, everyWeeks: change.everyWeeks }
}
