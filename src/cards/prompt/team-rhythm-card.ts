import type { TeamRhythm } from '../../records/team-rhythm'
import { button, destructive, primary, withoutInputs } from '../kit/button'
import { dayAndTime } from '../kit/local-time'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { clockInWords, type RhythmChoice, rhythmChoices } from './rhythm-choices'

/** Asks a team when. @param lead what is said first */
export function teamRhythmFormCard(
  reader: Reader,
  { rhythm, chosen, lead }: { rhythm: TeamRhythm | undefined; chosen?: RhythmChoice; lead?: string | undefined },
): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const first = lead ?? (rhythm && teamRhythmInWords(reader, rhythm))
  return sheetCard(reader, {
    title: t('teamRhythm.title'),
    text: [...(first === undefined ? [] : [first]), t('teamRhythm.text')].join('\n'),
    choices: rhythmChoices(reader, { standing: rhythm, ...(chosen && { chosen }) }, 'teamRhythm.topic.any'),
    buttons: [
      primary(button(t('rhythm.keep'), 'teamRhythm.keep')),
      ...(rhythm ? [destructive(withoutInputs(button(t('rhythm.stop'), 'teamRhythm.stop')))] : []),
    ],
  })
}

/** What a team has agreed, and who said so. @param before the one that it takes the place of */
export function teamRhythmKeptCard(reader: Reader, rhythm: TeamRhythm, before?: TeamRhythm): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const { setByName: name } = rhythm
  return sheetCard(reader, {
    title: t('rhythm.kept'),
    text: [
      teamRhythmInWords(reader, rhythm),
      ...(before ? [t(`teamRhythm.replaced.${before.everyWeeks}`, whenIn(reader, before))] : []),
      t('teamRhythm.hrFirst'),
    ].join('\n'),
    ...(name !== '' && { note: t('teamRhythm.setBy', { name }) }),
    buttons: [button(t('rhythm.change'), 'teamRhythm.show'), button(t('rhythm.stop'), 'teamRhythm.stop')],
  })
}

/** Nobody has answered for some time: asks whether to go on. */
export function teamRhythmAskCard(reader: Reader, { everyWeeks }: TeamRhythm): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  return sheetCard(reader, {
    title: t('teamRhythm.ask.title'),
    text: t('teamRhythm.ask.text'),
    buttons: [
      primary(button(t('teamRhythm.ask.goOn'), 'teamRhythm.goOn')),
      ...(everyWeeks === 1 ? [button(t('rhythm.every.2'), 'teamRhythm.goOn', { everyWeeks: '2' })] : []),
      button(t('rhythm.stop'), 'teamRhythm.stop'),
    ],
  })
}

/** "I får et spørgsmål hver tirsdag kl. 9.00. Næste gang er …" */
export function teamRhythmInWords(reader: Pick<Reader, 'texts' | 'locale' | 'timeZone'>, rhythm: TeamRhythm): string {
  const { texts, locale, timeZone } = reader
  const { everyWeeks, topic, dueAt } = rhythm
  const params = { ...whenIn(reader, rhythm), next: dayAndTime(locale, timeZone, dueAt) }
  const about = topic === '' ? [] : [texts(locale, 'rhythm.about', { topic })]
  return [texts(locale, `teamRhythm.stands.${everyWeeks}`, params), ...about].join(' ')
}

function whenIn(reader: Pick<Reader, 'texts' | 'locale'>, { weekday, time }: TeamRhythm) {
  const { texts, locale } = reader
  return { weekday: texts(locale, `rhythm.weekday.${weekday}`), time: clockInWords(reader, time) }
}
