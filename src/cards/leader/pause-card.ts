import type { Leader } from '../../records/leader'
import type { Locale } from '../../texts'
import { button } from '../kit/button'
import { dateInWords } from '../kit/local-time'
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

/** @param until local date @param today likewise */
export function pausedCard(reader: SheetReader, until: string, today: string): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  return sheetCard(reader, {
    title: t('pause.set.title'),
    text: t('pause.set.text', { date: dateInWords(reader.locale, until, today) }),
    buttons: [button(t('pause.resume'), 'pause.end')],
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
  { pausedUntil, stopped }: Pick<Leader, 'pausedUntil' | 'stopped'>,
  locale: Locale,
): 'stopped' | { readonly until: string } | undefined {
  if (stopped) return 'stopped'
  return pausedUntil === null ? undefined : { until: dateInWords(locale, pausedUntil, '') }
}
