import { AppError } from '../errors'

/** What stands for no value at all, where a flag takes away what a campaign has. */
export const none = 'none'

/** A list that may be given several times; `none`: an empty one. AppError `invalid` naming the flag. */
export function listOf(flag: string, values: readonly string[] | undefined): string[] | undefined {
  if (values === undefined) return undefined
  // An empty variable of a script would otherwise widen the audience without a word.
  if (values.some((value) => value.trim() === ''))
    throw new AppError('invalid', `--${flag} is empty; none takes it away`)
  if (!values.includes(none)) return [...values]
  if (values.length > 1) throw new AppError('invalid', `--${flag} none stands alone`)
  return []
}

/** AppError `invalid` naming the flag. */
export function numberOf(flag: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (!/^-?\d{1,6}$/.test(value)) throw new AppError('invalid', `--${flag} takes a whole number, not "${value}"`)
  return Number(value)
}

/** AppError `invalid` naming the flag. */
export function oneOf<T extends string | number>(
  flag: string,
  value: string | undefined,
  known: readonly T[],
): T | undefined {
  const found = known.find((each) => String(each) === value)
  if (value !== undefined && found === undefined)
    throw new AppError('invalid', `--${flag} is one of ${known.join(', ')}`)
  return found
}
