import { randomBytes } from 'node:crypto'

// Crockford's base32: no I, L, O or U, so that it survives being read aloud to a help desk.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Six characters that stand both in an error notice and in the log line beside it; a billion, so not unique. */
export function createReference(): string {
  return Array.from(randomBytes(6), (byte) => letters[byte % letters.length]).join('')
}
