import type { Reflection } from '../../records/reflection'
import { button, primary, withoutInputs } from '../kit/button'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { reflectionQuestion } from './reflection-question'

/** A prompt's second question, in the reader's language; undefined where it has none. */
export function thenQuestion(
  { promptId, question }: Pick<Reflection, 'promptId' | 'question'>,
  { library, locale }: Pick<Reader, 'library' | 'locale'>,
): string | undefined {
  const prompt = question === undefined ? library.prompt(promptId) : undefined
  return locale === 'en' ? prompt?.thenEn : prompt?.then
}

/**
 * Where the second question is answered, below the first and what was written to that.
 * @param form what stands in the field; `isElsewhere`: another answer was kept meanwhile, which is shown
 */
export function thenCard(
  reader: Reader,
  reflection: Reflection,
  { text, isElsewhere }: { readonly text: string; readonly isElsewhere?: boolean },
): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  const { id: reflectionId, revision = 0, text: first, second } = reflection
  const meanwhile =
    isElsewhere && second !== undefined ? [{ heading: t('prompt.elsewhere.answered'), text: second }] : []
  return sheetCard(reader, {
    title: thenQuestion(reflection, reader) ?? t('reflections.promptGone'),
    text: '',
    sections: [
      { heading: reflectionQuestion(reflection, reader), text: first ?? t('prompt.then.number') },
      ...meanwhile,
    ],
    field: {
      label: t('prompt.label'),
      placeholder: t('prompt.placeholder'),
      error: t('prompt.error'),
      value: text,
    },
    note: t('prompt.hint.leaveOut'),
    buttons: [
      primary(button(t('prompt.save'), 'prompt.answerThen', { reflectionId, revision: String(revision) })),
      withoutInputs(button(t('prompt.back'), 'prompt.back', { reflectionId })),
    ],
  })
}
