import { sharesThatStand } from '../../journal/share-standing'
import { isNote, type Reflection } from '../../records/reflection'
import { talkSections } from '../expectations/talk-in-words'
import { button, destructive } from '../kit/button'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { reflectionQuestion } from './reflection-question'
import { thenQuestion } from './then-card'

/** Asks before a text is deleted, and shows which: it is nowhere else. */
export function withdrawCard(reader: Reader, reflection: Reflection): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  const { id: reflectionId, revision = 0, text = '', second } = reflection
  const isOfNote = isNote(reflection)
  const isShared = sharesThatStand(reflection).length > 0
  const ofNote = isShared ? 'ownNote.withdraw.textShared' : 'ownNote.withdraw.text'
  const ofAnswer = isShared ? 'withdraw.textShared' : 'withdraw.text'
  return sheetCard(reader, {
    title: t(isOfNote ? 'ownNote.withdraw.title' : 'withdraw.title'),
    text: t(isOfNote ? ofNote : ofAnswer),
    sections: [
      ...(isOfNote ? [] : [{ heading: t('prompt.answered.question'), text: reflectionQuestion(reflection, reader) }]),
      ...(text === '' ? [] : [{ heading: t(isOfNote ? 'ownNote.one' : 'prompt.answered.answer'), text }]),
      ...(second === undefined ? [] : [{ heading: thenQuestion(reflection, reader) ?? '', text: second }]),
      ...talkSections(reader, reflection.talk),
    ],
    buttons: [
      button(t(isOfNote ? 'ownNote.withdraw.keep' : 'withdraw.keep'), 'prompt.back', { reflectionId }),
      destructive(
        button(t(isOfNote ? 'ownNote.delete' : 'prompt.withdraw'), 'prompt.withdraw', {
          reflectionId,
          revision: String(revision),
        }),
      ),
    ],
  })
}
