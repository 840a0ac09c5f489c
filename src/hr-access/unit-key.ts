import { createHash } from 'node:crypto'

/** What stands for a unit in a card: short, and without the commas that cards put between what is chosen. */
export function unitKey(name: string): string {
  return createHash('sha256').update(name).digest('base64url').slice(0, 12)
}
