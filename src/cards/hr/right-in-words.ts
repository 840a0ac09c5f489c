import type { HrAccess } from '../../hr-access/list-hr-access'
import { enumerate } from '../../texts'
import type { SheetReader } from '../kit/sheet-card'

/** More are counted: a list of people is read at a glance. */
const mostUnits = 5

/** For whom somebody plans. */
export function rightInWords(
  { texts, locale }: SheetReader,
  { right, isAdministrator }: Pick<HrAccess, 'right' | 'isAdministrator'>,
): string {
  if (isAdministrator) return texts(locale, 'access.administrator')
  if (right.kind !== 'units') return texts(locale, 'access.everybody')
  const more = right.units.length - mostUnits
  if (more <= 0) return enumerate(locale, right.units)
  return texts(locale, 'access.unitsMore', { units: right.units.slice(0, mostUnits).join(', '), n: more })
}
