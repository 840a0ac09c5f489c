import type { SnoozeChoice } from '../../journal/snooze-time'
import type { Reflection } from '../../records/reflection'
import { button } from '../kit/button'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { typedData } from './prompt-buttons'
import type { TypedAnswer } from './prompt-view'
import { reflectionQuestion } from './reflection-question'

/** When to ask again. What was typed goes along in the buttons and is stored nowhere. */
export function snoozeCard(
  reader: Reader,
  reflection: Pick<Reflection, 'id' | 'promptId' | 'question'>,
  typed: TypedAnswer,
): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  const data = { reflectionId: reflection.id, ...typedData(typed) }
  const until = (choice: SnoozeChoice) => button(t(`snooze.${choice}`), 'prompt.snooze', { ...data, until: choice })
  return sheetCard(reader, {
    title: t('snooze.title'),
    text: reflectionQuestion(reflection, reader),
    sections: typed.text ? [{ heading: t('snooze.typed'), text: typed.text }] : [],
    buttons: [until('hour'), until('tomorrow'), until('monday'), button(t('prompt.back'), 'prompt.edit', data)],
  })
}
