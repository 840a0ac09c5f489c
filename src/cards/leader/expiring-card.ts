import { button } from '../kit/button'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'

/** Says that a profile goes in a month, and how it stays: by anything that its owner writes or presses. */
export function expiringCard(reader: SheetReader, months: number): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  return sheetCard(reader, {
    title: t('expiring.title'),
    text: t('expiring.text', { months: months - 1 }),
    buttons: [button(t('expiring.keep'), 'data.keep'), button(t('data.show'), 'data.show')],
  })
}
