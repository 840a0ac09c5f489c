import type { Absence } from '../../dates/absence'
import type { AbsenceReading } from '../../dates/read-absence'
import type { Leader } from '../../records/leader'
import type { Locale, Params } from '../../texts'
import { addDays } from '../../time/local-dates'
import { type Button, button } from '../kit/button'
import { dateInWords, shortDate } from '../kit/local-time'
import type { CardContent } from '../kit/render'
import { type SheetReader, sheetCard } from '../kit/sheet-card'

/** Asks for how long no prompts are to come. */
export function pauseChoiceCard(reader: SheetReader): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  return sheetCard(reader, {
    title: t('pause.ask.title'),
    text: t('pause.ask.text'),
    buttons: [
      ...['pause.ask.week', 'pause.ask.weeks'].map((key) => button(t(key), 'pause.set', { text: t(key) })),
      button(t('pause.ask.stop'), 'pause.stop'),
    ],
  })
}

/** Asks which days are meant, where the words leave it open. @param today local date */
export function pauseMeantCard(
  reader: SheetReader,
  reading: Extract<AbsenceReading, { status: 'either' | 'open' }>,
  today: string,
): CardContent {
  const t = (key: string, params: Params = {}) => reader.texts(reader.locale, key, params)
  const isOpen = reading.status === 'open'
  const date = isOpen ? dateInWords(reader.locale, reading.from, today) : ''
  return sheetCard(reader, {
    title: t(isOpen ? 'pause.open.title' : 'pause.meant.title'),
    text: t(isOpen ? 'pause.open.text' : 'pause.meant.text', { date }),
    buttons: isOpen
      ? ['pause.ask.week', 'pause.ask.weeks'].map((key) =>
          button(t(key), 'pause.set', { text: `fra ${reading.from} ${t(key)}` }),
        )
      : reading.choices.map((absence) => meantButton(reader, absence, today)),
  })
}

/** Its text says the days with their year, which can mean nothing else. */
function meantButton({ texts, locale }: SheetReader, { from, until }: Absence, today: string): Button {
  const date = (day: string) => shortDate(locale, day, today)
  if (from === null)
    return button(texts(locale, 'pause.meant.until', { date: date(until) }), 'pause.set', { text: `til ${until}` })
  const last = addDays(until, -1)
  const title =
    last === from
      ? texts(locale, 'pause.meant.day', { date: date(from) })
      : texts(locale, 'pause.meant.period', { from: date(from), last: date(last) })
  return button(title, 'pause.set', { text: `fra ${from} til ${last}` })
}

/** @param today local date @param wasStopped prompts come again after it, which had been stopped */
export function pausedCard(
  reader: SheetReader,
  { from, until }: Absence,
  today: string,
  wasStopped: boolean,
): CardContent {
  const t = (key: string, params: Params = {}) => reader.texts(reader.locale, key, params)
  const date = (day: string) => dateInWords(reader.locale, day, today)
  const text =
    from === null
      ? t('pause.set.text', { date: date(until) })
      : t('pause.set.period', { from: date(from), last: date(addDays(until, -1)), date: date(until) })
  return sheetCard(reader, {
    title: t('pause.set.title'),
    text: wasStopped ? `${text}\n${t('pause.set.wasStopped')}` : text,
    buttons: [button(t(wasStopped ? 'pause.ask.stop' : 'pause.resume'), wasStopped ? 'pause.stop' : 'pause.end')],
  })
}

export function stoppedCard(reader: SheetReader): CardContent {
  const t = (key: string) => reader.texts(reader.locale, key)
  return sheetCard(reader, {
    title: t('pause.stopped.title'),
    text: t('pause.stopped.text'),
    buttons: [button(t('pause.resume'), 'pause.end')],
  })
}

/** What the profile says of a pause; undefined where there is none. */
export function pauseInWords(
  { texts, locale }: SheetReader,
  { pausedFrom, pausedUntil, stopped }: Pick<Leader, 'pausedFrom' | 'pausedUntil' | 'stopped'>,
): string | undefined {
  if (stopped) return texts(locale, 'pause.stopped.short')
  if (pausedUntil === null) return undefined
  const until = withYear(locale, pausedUntil)
  if (pausedFrom === null) return texts(locale, 'pause.until', { until })
  return texts(locale, 'pause.during', { from: withYear(locale, pausedFrom), until })
}

function withYear(locale: Locale, date: string): string {
  return dateInWords(locale, date, '')
}
