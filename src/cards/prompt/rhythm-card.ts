import type { Leader } from '../../records/leader'
import type { OwnSeries, Rhythm } from '../../records/rhythm'
import { button, destructive, primary, withoutInputs } from '../kit/button'
import { dayAndTime } from '../kit/local-time'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'
import { clockInWords, type RhythmChoice, rhythmChoices } from './rhythm-choices'

/** Asks when. @param lead what is said first */
export function rhythmFormCard(
  reader: Reader,
  { rhythm, chosen = {}, lead }: { rhythm: Rhythm | undefined; chosen?: RhythmChoice; lead?: string | undefined },
): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const stands = rhythm && lead === undefined ? [rhythmInWords(reader, rhythm)] : []
  const { series } = rhythm ?? {}
  return sheetCard(reader, {
    title: t('rhythm.title'),
    text: [...(lead === undefined ? [] : [lead]), ...stands, t('rhythm.text'), t('rhythm.hrFirst')].join('\n'),
    choices: rhythmChoices(reader, { standing: rhythm, chosen }, 'rhythm.topic.any').filter(
      // A series brings its own.
      ({ id }) => !series || id !== 'topic',
    ),
    buttons: [
      primary(button(t('rhythm.keep'), 'rhythm.keep', series ? { of: 'series' } : {})),
      ...(rhythm ? [destructive(withoutInputs(stopButton(t, rhythm)))] : []),
    ],
  })
}

/** What was agreed. @param isOther whether there was another one before */
export function rhythmKeptCard(
  reader: Reader,
  rhythm: Rhythm,
  { stopped, isPaused, isOther }: Pick<Leader, 'stopped'> & { readonly isPaused: boolean; readonly isOther: boolean },
): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const held = stopped ? [t('rhythm.whileStopped')] : isPaused ? [t('rhythm.whilePaused')] : []
  return sheetCard(reader, {
    title: t('rhythm.kept'),
    text: [
      rhythmInWords(reader, rhythm),
      ...(isOther ? [t('rhythm.replaced')] : []),
      ...held,
      t('rhythm.hrFirst'),
    ].join('\n'),
    buttons: [button(t('rhythm.change'), 'rhythm.show'), stopButton(t, rhythm)],
  })
}

/** What runs is stopped: a series first, so that pressing it twice never takes the question that rested, too. */
function stopButton(t: (key: string) => string, { series }: Rhythm) {
  return button(t('rhythm.stop'), series ? 'newRole.stop' : 'rhythm.stop')
}

/** Offered once there is a profile. */
export function rhythmOfferCard(reader: SheetReader): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  const buttons = [button(t('rhythm.choose'), 'rhythm.show')]
  return sheetCard(reader, { title: t('rhythm.offer.title'), text: t('rhythm.offer.text'), buttons })
}

/** "Du får et spørgsmål hver fredag kl. 9.00. Næste gang er …" */
export function rhythmInWords(reader: Pick<Reader, 'texts' | 'locale' | 'timeZone'>, rhythm: Rhythm): string {
  const { texts, locale, timeZone } = reader
  const { weekday, time, everyWeeks, topic, dueAt, series } = rhythm
  const params = {
    weekday: texts(locale, `rhythm.weekday.${weekday}`),
    time: clockInWords(reader, time),
    next: dayAndTime(locale, timeZone, dueAt),
  }
  if (series) {
    const weekday = everyWeeks === 2 ? texts(locale, 'newRole.second', params) : params.weekday
    return seriesInWords(reader, series, { ...params, weekday })
  }
  const about = topic === '' ? [] : [texts(locale, 'rhythm.about', { topic })]
  return [texts(locale, everyWeeks === 2 ? 'rhythm.stands.2' : 'rhythm.stands.1', params), ...about].join(' ')
}

/** "Du får ”Ny i rollen” hver fredag kl. 9.00: 3 af 12 spørgsmål er kommet." */
function seriesInWords(
  { texts, locale }: Pick<Reader, 'texts' | 'locale'>,
  { come, promptIds, after }: OwnSeries,
  when: { readonly weekday: string; readonly time: string; readonly next: string },
): string {
  const params = { ...when, come, of: promptIds.length }
  const stands = texts(locale, come === 0 ? 'newRole.stands.first' : 'newRole.stands', params)
  return after ? `${stands} ${texts(locale, 'newRole.rests')}` : stands
}
