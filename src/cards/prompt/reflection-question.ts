import { isNote, type Reflection } from '../../records/reflection'
import type { Reader } from '../kit/reader'

/** What was asked, in the reader's language; HR's own question is as HR wrote it. A note was not asked for. */
export function reflectionQuestion(
  { promptId, question }: Pick<Reflection, 'promptId' | 'question'>,
  { library, texts, locale }: Reader,
): string {
  if (isNote({ promptId })) return texts(locale, 'ownNote.one')
  const prompt = library.prompt(promptId)
  return question ?? (locale === 'en' ? prompt?.en : prompt?.text) ?? texts(locale, 'reflections.promptGone')
}
