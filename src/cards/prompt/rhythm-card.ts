import type { Leader } from '../../records/leader'
import type { OwnSeries, Rhythm } from '../../records/rhythm'
import { button, destructive, primary, withoutInputs } from '../kit/button'
import { dayAndTime } from '../kit/local-time'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { type Sheet, type SheetReader, sheetCard } from '../kit/sheet-card'

/** What is chosen beforehand. */
export interface RhythmChoice {
  readonly weekday?: number | undefined
  readonly time?: string | undefined
  readonly everyWeeks?: number | undefined
  readonly topic?: string | undefined
}

/** In place of no topic, which a list of choices cannot hold. */
export const anyTopic = '-'
const weekdays = [1, 2, 3, 4, 5, 6, 7]
const usual = { weekday: 5, time: '09:00', everyWeeks: 1, topic: '' }
/** Half hours of a working day. */
const times = Array.from(
  { length: 23 },
  (_, n) => `${String(7 + Math.floor(n / 2)).padStart(2, '0')}:${n % 2 ? '30' : '00'}`,
)

/** Asks when. @param lead what is said first */
export function rhythmFormCard(
  reader: Reader,
  { rhythm, chosen = {}, lead }: { rhythm: Rhythm | undefined; chosen?: RhythmChoice; lead?: string | undefined },
): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const said = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined && value !== ''))
  const values = { ...usual, ...rhythm, ...said }
  const stands = rhythm && lead === undefined ? [rhythmInWords(reader, rhythm)] : []
  const { series } = rhythm ?? {}
  const topicChoice = choice(t, 'topic', values.topic === '' ? anyTopic : values.topic, topics(reader, values.topic))
  return sheetCard(reader, {
    title: t('rhythm.title'),
    text: [...(lead === undefined ? [] : [lead]), ...stands, t('rhythm.text'), t('rhythm.hrFirst')].join('\n'),
    choices: [
      choice(
        t,
        'weekday',
        String(values.weekday),
        weekdays.map((day) => [t(`rhythm.weekday.${day}`), String(day)]),
      ),
      choice(
        t,
        'time',
        values.time,
        [...new Set([...times, values.time])].sort().map((time) => [inWords(reader, time), time]),
      ),
      choice(
        t,
        'everyWeeks',
        String(values.everyWeeks),
        [1, 2].map((weeks) => [t(`rhythm.every.${weeks}`), String(weeks)]),
      ),
      // A series brings its own.
      ...(series ? [] : [topicChoice]),
    ],
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
function stopButton(t: Texts, { series }: Rhythm) {
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
    time: inWords(reader, time),
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

type Texts = (key: string, params?: Record<string, string>) => string

const labels = { weekday: 'weekday', time: 'time', everyWeeks: 'every', topic: 'topic' } as const

function choice(
  t: Texts,
  id: keyof typeof labels,
  value: string,
  choices: readonly (readonly string[])[],
): NonNullable<Sheet['choice']> {
  const key = labels[id]
  return {
    id,
    label: t(`rhythm.${key}.label`),
    error: t(`rhythm.${key}.error`),
    value,
    choices: choices.map(([title = '', each = '']) => ({ title, value: each })),
  }
}

/** The municipality's areas, and what was asked for in other words. */
function topics({ library, texts, locale, home }: Reader, own: string): string[][] {
  const areas = library.framework(home ?? '')?.areas.map(({ title }) => title) ?? []
  const all = own === '' || areas.includes(own) ? areas : [own, ...areas]
  return [[texts(locale, 'rhythm.topic.any'), anyTopic], ...all.map((title) => [title, title])]
}

/** "09.00" / "09:00", as the reader writes it. */
function inWords({ locale }: Pick<Reader, 'locale'>, time: string): string {
  return locale === 'da' ? time.replace(':', '.') : time
}
