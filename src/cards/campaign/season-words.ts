import type { Season, SeasonDate } from '../../campaigns/verbs/show-season'
import { dateInWords, monthAndYear } from '../kit/local-time'
import type { Reader } from '../kit/reader'

export interface SeasonView extends Reader {
  readonly season: Season
  readonly nowMs: number
}

/** The day it stands on: where it is left out, the one it would have been. */
export function seasonDay({ date, ruleDate }: Pick<SeasonDate, 'date' | 'ruleDate'>): string {
  return date ?? ruleDate
}

/** The months in which something stands, in order, each with its name and what stands in it. */
export function seasonMonths({ locale }: Pick<SeasonView, 'locale'>, dates: readonly SeasonDate[]) {
  const months = [...new Set(dates.map((date) => seasonDay(date).slice(0, 7)))]
  return months.map((month) => ({
    heading: monthAndYear(locale, 'UTC', `${month}-15T12:00:00.000Z`),
    dates: dates.filter((date) => seasonDay(date).startsWith(month)),
  }))
}

/** What a closed day does with it: "flyttet fra torsdag den 2. april: Skærtorsdag", and whether it runs at all yet. */
export function notesOf(
  { texts, locale }: Pick<SeasonView, 'texts' | 'locale'>,
  found: Pick<SeasonDate, 'campaign' | 'date' | 'ruleDate' | 'why' | 'holiday'>,
): string[] {
  const { campaign, date, ruleDate } = found
  const t = (key: string, params = {}) => texts(locale, `season.${key}`, params)
  const from = dateInWords(locale, ruleDate, seasonDay(found))
  return [
    ...(campaign.state === 'draft' ? [t('state.draft')] : []),
    ...(campaign.state === 'paused' ? [t('state.paused')] : []),
    ...(date === ruleDate || date === null ? [] : [t('moved', { from, why: reasonOf({ texts, locale }, found) })]),
  ]
}

/** Which closed day it is. */
export function reasonOf(
  { texts, locale }: Pick<SeasonView, 'texts' | 'locale'>,
  { why, holiday }: Pick<SeasonDate, 'why' | 'holiday'>,
): string {
  return holiday ?? (why === null ? '' : texts(locale, `campaignPreview.why.${why}`))
}

/** With a role, what it may be asked; undefined: nothing. */
export function questionOf({ library, locale }: Pick<SeasonView, 'library' | 'locale'>, { prompt }: SeasonDate) {
  const known = prompt && library.prompt(prompt.promptId)
  return prompt?.question ?? (locale === 'en' ? known?.en : known?.text)
}
