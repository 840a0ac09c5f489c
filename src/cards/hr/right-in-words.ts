import type { HrAccess } from '../../hr-access/list-hr-access'
import { enumerate } from '../../texts'
import type { SheetReader } from '../kit/sheet-card'

/** For whom somebody plans. */
export function rightInWords(
  { texts, locale }: SheetReader,
  { right, isAdministrator }: Pick<HrAccess, 'right' | 'isAdministrator'>,
): string {
  if (isAdministrator) return texts(locale, 'access.administrator')
  return right.kind === 'units' ? enumerate(locale, right.units) : texts(locale, 'access.everybody')
}
