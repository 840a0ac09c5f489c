import { type JournalEntry, placeKey } from '../../journal/reading/journal-entry'
import { button } from '../kit/button'
import { longDate } from '../kit/local-time'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { shortened } from '../kit/shortened'
import { areaTitle } from './area-title'
import { entryQuestion } from './journal-item'

/** On a button, which a narrow screen cuts. */
const mostOfArea = 33

/** What the leader has written last about what a prompt asks, as they asked to see it. */
export function earlierCard(reader: Reader, entry: JournalEntry): CardContent {
  const { texts, locale, timeZone } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  const { id: reflectionId, place, text, second, scale, at } = entry
  const number = scale === undefined ? [] : [t('journal.scale', { scale })]
  return sheetCard(reader, {
    title: t('earlier.title'),
    text: '',
    sections: [
      ...(text === '' ? [] : [{ heading: entryQuestion(entry, reader), text }]),
      ...(second ? [{ heading: second.question || t('reflections.promptGone'), text: second.text }] : []),
    ],
    note: [longDate(locale, timeZone, at), ...number, t('earlier.private')].join(' · '),
    buttons: [
      button(t('earlier.open'), 'prompt.show', { reflectionId }),
      button(t('earlier.all', { area: shortened(areaTitle(reader, place), mostOfArea) }), 'reflections.list', {
        area: placeKey(place),
      }),
    ],
  })
}
