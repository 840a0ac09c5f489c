import { button } from '../kit/button'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'

export type DataForm = 'text' | 'json'

/** Below a page of what is stored about a person. @param page from 0 */
export function personalDataCard(reader: SheetReader, form: DataForm, page: number, pages: number): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const other: DataForm = form === 'json' ? 'text' : 'json'
  return sheetCard(reader, {
    title: t('data.title'),
    text: t(`data.${form}.${pages > 1 ? 'many' : 'one'}`, { page: page + 1, pages }),
    buttons: [
      ...(page + 1 < pages ? [button(t('data.next'), 'data.show', { form, page: String(page + 1) })] : []),
      button(t(other === 'json' ? 'data.asJson' : 'data.asText'), 'data.show', { form: other }),
      button(t('data.erase'), 'data.askErase'),
    ],
  })
}
