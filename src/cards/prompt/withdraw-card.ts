import { sharesThatStand } from '../../journal/share-standing'
import type { Reflection } from '../../records/reflection'
import { button, destructive } from '../kit/button'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { reflectionQuestion } from './reflection-question'

/** Asks before a text is deleted, and shows which: it is nowhere else. */
export function withdrawCard(reader: Reader, reflection: Reflection): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  const { id: reflectionId, revision = 0, text = '' } = reflection
  const isShared = sharesThatStand(reflection).length > 0
  return sheetCard(reader, {
    title: t('withdraw.title'),
    text: t(isShared ? 'withdraw.textShared' : 'withdraw.text'),
    sections: [
      { heading: t('prompt.answered.question'), text: reflectionQuestion(reflection, reader) },
      { heading: t('prompt.answered.answer'), text },
    ],
    buttons: [
      button(t('withdraw.keep'), 'prompt.back', { reflectionId }),
      destructive(button(t('prompt.withdraw'), 'prompt.withdraw', { reflectionId, revision: String(revision) })),
    ],
  })
}
