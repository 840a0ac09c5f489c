import { usualRhythm } from '../../dates/agreed-rhythm'
import type { Reader } from '../kit/reader'
import type { Sheet } from '../kit/sheet-card'

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
const usual = { ...usualRhythm, everyWeeks: 1, topic: '' }
/** Half hours of a working day. */
const times = Array.from(
  { length: 23 },
  (_, n) => `${String(7 + Math.floor(n / 2)).padStart(2, '0')}:${n % 2 ? '30' : '00'}`,
)

/**
 * What a question that comes regularly is chosen by.
 * @param any the key of what is said in place of a topic
 */
export function rhythmChoices(
  reader: Reader,
  { standing, chosen = {} }: { readonly standing: RhythmChoice | undefined; readonly chosen?: RhythmChoice },
  any: string,
): NonNullable<Sheet['choices']> {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const said = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined && value !== ''))
  const values = { ...usual, ...standing, ...said }
  return [
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
      [...new Set([...times, values.time])].sort().map((time) => [clockInWords(reader, time), time]),
    ),
    choice(
      t,
      'everyWeeks',
      String(values.everyWeeks),
      [1, 2].map((weeks) => [t(`rhythm.every.${weeks}`), String(weeks)]),
    ),
    choice(t, 'topic', values.topic === '' ? anyTopic : values.topic, topics(reader, values.topic, t(any))),
  ]
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
function topics({ library, home }: Reader, own: string, any: string): string[][] {
  const areas = library.framework(home ?? '')?.areas.map(({ title }) => title) ?? []
  const all = own === '' || areas.includes(own) ? areas : [own, ...areas]
  return [[any, anyTopic], ...all.map((title) => [title, title])]
}

/** "09.00" / "09:00", as the reader writes it. */
export function clockInWords({ locale }: Pick<Reader, 'locale'>, time: string): string {
  return locale === 'da' ? time.replace(':', '.') : time
}
