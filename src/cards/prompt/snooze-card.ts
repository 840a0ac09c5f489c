import type { SnoozeChoice } from '../../journal/snooze-time'
import { button } from '../kit/button'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'
import { typedData } from './prompt-buttons'
import type { TypedAnswer } from './prompt-view'

/** When to ask again. What was typed goes along in the buttons and is stored nowhere. */
export function snoozeCard(
  reader: SheetReader,
  { reflectionId, question, typed }: { reflectionId: string; question: string; typed: TypedAnswer },
): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  const data = { reflectionId, ...typedData(typed) }
  const until = (choice: SnoozeChoice) => button(t(`snooze.${choice}`), 'prompt.snooze', { ...data, until: choice })
  return sheetCard(reader, {
    title: t('snooze.title'),
    text: question,
    sections: typed.text ? [{ heading: t('snooze.typed'), text: typed.text }] : [],
    buttons: [until('hour'), until('tomorrow'), until('monday'), button(t('prompt.back'), 'prompt.edit', data)],
  })
}
