import type { Profile } from '../../answers/profile'
import { placeKey, placeOf } from '../../journal/reading/journal-entry'
import { ownAreas } from '../../journal/reading/own-areas'
import { sharedStanding, sharesThatStand } from '../../journal/share-standing'
import type { Reflection } from '../../records/reflection'
import { button, primary, withoutInputs } from '../kit/button'
import { dateAndTime } from '../kit/local-time'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { type Sheet, type SheetReader, sheetCard } from '../kit/sheet-card'
import { shareLines } from '../prompt/share-lines'
import { areaTitle, areaTitles } from './area-title'

/** What stands in the form. */
export interface NoteForm {
  readonly reflectionId: string
  /** Of the note that it begins from; 0: a new one. */
  readonly revision: number
  readonly text?: string | undefined
  /** See `placeKey`. */
  readonly area?: string | undefined
  /** What is wrong with it, in place of what a note is. */
  readonly lead?: string | undefined
  /** What was kept meanwhile: it is shown beside what is typed here. */
  readonly standing?: Reflection | undefined
}

/** Where a note is written or edited. @param profile whose areas there are to choose from */
export function noteFormCard(reader: Reader, profile: Profile, form: NoteForm): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  const { reflectionId, revision, text = '', area = 'notes', lead, standing } = form
  const isNew = revision === 0
  const back = withoutInputs(button(t('prompt.back'), 'prompt.back', { reflectionId }))
  return sheetCard(reader, {
    title: t(isNew ? 'ownNote.new' : 'ownNote.edit'),
    text: lead ?? t('ownNote.text'),
    sections: standing ? [standingSection(reader, standing)] : [],
    field: {
      label: t('ownNote.label'),
      placeholder: t('ownNote.placeholder'),
      error: t('ownNote.fault.empty'),
      value: text,
    },
    choices: areaChoice(reader, profile, area),
    note: t('prompt.hint.leaveOut'),
    buttons: [
      primary(button(t('ownNote.keep'), 'note.keep', { reflectionId, revision: String(revision) })),
      ...(isNew ? [] : [back]),
    ],
  })
}

/** A note as it stands. */
export function noteCard(reader: Reader, reflection: Reflection): CardContent {
  const { texts, locale, timeZone } = reader
  const t = (key: string, params = {}) => texts(locale, key, params)
  const { id: reflectionId, state, text = '', area, answeredAt, createdAt } = reflection
  const id = { reflectionId }
  const mine = button(t('button.myReflections'), 'reflections.list')
  const another = button(t('ownNote.another'), 'note.write')
  if (state !== 'answered') {
    const take = sharesThatStand(reflection).length > 0 ? [button(t('share.takeBack'), 'share.takeBack', id)] : []
    const lines = [t('ownNote.gone.text'), ...shareLines(reader, reflection)]
    return sheetCard(reader, {
      title: t('ownNote.gone.title'),
      text: lines.join('\n'),
      buttons: [...take, another, mine],
    })
  }
  const when = dateAndTime(locale, timeZone, answeredAt ?? createdAt)
  const seen = [
    t(`prompt.answered.${sharedStanding(reflection) ?? 'private'}`, { when }),
    ...(area === undefined ? [] : [t('ownNote.inArea', { area: areaTitle(reader, placeOf(area)) })]),
    ...shareLines(reader, reflection),
  ]
  return sheetCard(reader, {
    title: t('ownNote.kept'),
    text,
    note: seen.join(' · '),
    buttons: [
      button(t('prompt.edit'), 'prompt.edit', id),
      button(t('ownNote.delete'), 'prompt.askWithdraw', id),
      button(t('prompt.share'), 'share.choose', id),
      mine,
    ],
  })
}

function standingSection({ texts, locale }: SheetReader, { state, text = '' }: Reflection) {
  const key = state === 'answered' ? 'ownNote.elsewhere.edited' : 'ownNote.elsewhere.deleted'
  return { heading: texts(locale, key), text: state === 'answered' ? text : texts(locale, 'ownNote.elsewhere.nothing') }
}

/** The areas of the leader's own, and the one it is in; nothing to choose where they have none. */
function areaChoice(reader: Reader, profile: Profile, area: string): NonNullable<Sheet['choices']> {
  const t = (key: string) => reader.texts(reader.locale, key)
  const own = ownAreas(reader.library, profile).map(({ place }) => place)
  const places = [...own, ...(own.some((place) => placeKey(place) === area) ? [] : [placeOf(area)])]
  const titles = [...areaTitles(reader, places)].filter(([value]) => value !== 'notes')
  if (titles.length === 0) return []
  return [
    {
      id: 'area',
      label: t('ownNote.area.label'),
      error: t('ownNote.fault.area'),
      value: area,
      choices: [
        { title: t('ownNote.area.none'), value: 'notes' },
        ...titles.map(([value, title]) => ({ title, value })),
      ],
    },
  ]
}
