import { button } from '../kit/button'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'

/** Below the question whether a file may be put in the leader's OneDrive, or where it was not taken: the page is in the chat, too. */
export function talkFileCard(reader: SheetReader, reflectionId: string, how: 'offered' | 'failed'): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  return sheetCard(reader, {
    title: t(`lus.${how}.title`),
    text: t(`expect.file.${how}`),
    buttons: [button(t('expect.page.show'), 'expect.show', { reflectionId })],
  })
}
