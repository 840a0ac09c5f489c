import type { Activity } from 'botbuilder'

/**
 * Takes away every name that is no text. The SDK puts the names of an activity into each reply, and does not send one that holds such a
 * name: its sender would never be answered.
 */
export function dropOddNames({ from, recipient, conversation }: Partial<Activity>): void {
  for (const place of [from, recipient, conversation]) {
    if (isObject(place) && 'name' in place && typeof place.name !== 'string') Reflect.deleteProperty(place, 'name')
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
