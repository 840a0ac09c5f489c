import type { Saying } from '../../errors'
import { cutText } from '../../text/cut-text'

// A card sends what was chosen as text, and a client or a program may send anything. What was not offered is refused by name: taken
// for nothing it would mean a default, and often a wider audience.

/** What a field means; with a fault, what is shown in its place until it is mended. */
export interface FieldRead<T> {
  readonly value: T
  readonly fault?: Saying
}

/** The one that was chosen. @param none what an empty field means */
export function readChoice<T extends string>(
  field: string,
  written: string,
  offered: readonly T[],
  none: T,
): FieldRead<T> {
  const { value, fault } = readChoices(field, written, offered)
  const [chosen = none, ...more] = value
  if (fault || more.length > 0) return { value: none, fault: fault ?? notOffered(field, written) }
  return { value: chosen }
}

/** All that were chosen, in the order of the offer. */
export function readChoices<T extends string>(field: string, written: string, offered: readonly T[]): FieldRead<T[]> {
  const named = splitChoices(written)
  const strange = named.find((name) => !offered.some((each) => each === name))
  const value = offered.filter((each) => named.includes(each))
  return strange === undefined ? { value } : { value, fault: notOffered(field, strange) }
}

/** Cards put commas between what is chosen, some clients semicolons. */
export function splitChoices(written: string): string[] {
  return written
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

const longestQuoted = 40

function notOffered(field: string, value: string): Saying {
  return { key: 'campaignForm.choice.error', field, params: { value: cutText(value, longestQuoted) } }
}
