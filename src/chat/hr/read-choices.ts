import { AppError } from '../../errors'

// A card sends what was chosen as text, and a client or a program may send anything. What was not offered is refused by name: taken
// for nothing it would mean a default, and often a wider audience.

/** The one that was chosen. @param none what an empty field means @throws AppError `invalid` naming what was not offered */
export function readChoice<T extends string>(written: string, offered: readonly T[], none: T): T {
  const [chosen = none, ...more] = readChoices(written, offered)
  if (more.length > 0) throw notOffered(written)
  return chosen
}

/** All that were chosen, in the order of the offer. @throws AppError `invalid` naming what was not offered */
export function readChoices<T extends string>(written: string, offered: readonly T[]): T[] {
  const named = splitChoices(written)
  const strange = named.find((name) => !offered.some((each) => each === name))
  if (strange !== undefined) throw notOffered(strange)
  return offered.filter((each) => named.includes(each))
}

/** Cards put commas between what is chosen, some clients semicolons. */
export function splitChoices(written: string): string[] {
  return written
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

const longestQuoted = 40

function notOffered(value: string): AppError {
  return new AppError('invalid', 'A choice of the form was not offered', {
    say: { key: 'campaignForm.choice.error', params: { value: value.slice(0, longestQuoted) } },
  })
}
