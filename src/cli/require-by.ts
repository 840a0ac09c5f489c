import { AppError } from '../errors'

/** Who does it, as the audit keeps it. @throws AppError `invalid` where nobody is named */
export function requireBy(by: string | undefined): string {
  if (!by) throw new AppError('invalid', 'Missing: --by NAME, which the audit keeps')
  return by
}
