import type { Season, SeasonDate } from '../../campaigns/verbs/show-season'
import { enumerate, type Locale } from '../../texts'
import { button, primary, withoutInputs } from '../kit/button'
import { dateInWords, monthAndYear } from '../kit/local-time'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { shortened } from '../kit/shortened'
import { capitalised } from './campaign-words'

export interface SeasonView extends Reader {
  readonly season: Season
  readonly nowMs: number
}

/** Half a year of a few campaigns; the calendar file has the rest. */
const mostLines = 60
const [mostNameCharacters, mostQuestionCharacters] = [40, 90]

/** HR's year: every date of every campaign, month by month, with what falls on one day and what closed days move. */
export function seasonCard(view: SeasonView): CardContent {
  const { season, texts, locale, library, home } = view
  const t = (key: string, params = {}) => texts(locale, `season.${key}`, params)
  const shown = season.dates.slice(0, mostLines)
  const rest = season.dates.length - shown.length
  const months = [...new Set(shown.map(dayOf).map((day) => day.slice(0, 7)))]
  const frameworks = library.frameworks.filter(({ slug }) => home === null || slug === home)
  const roles = frameworks.flatMap(({ slug, roles, name }) =>
    roles
      .filter(({ group, level }) => !group && level !== null && level !== 'employee')
      .map((role) => ({
        title: home === null ? `${role.title} (${name})` : role.title,
        value: `${slug}/${role.slug}`,
      })),
  )
  const { whom } = season
  const text = [
    season.dates.length === 0 ? t('none') : season.collisions.size > 0 ? t('collisions') : t('text'),
    ...(whom ? [t('forWhom', { role: library.role(whom.framework, whom.role)?.title ?? whom.role })] : []),
  ]
  return sheetCard(view, {
    title: t('title'),
    text: [...text, ...(rest > 0 ? [t('more', { n: rest })] : [])].join('\n'),
    sections: months.map((month) => ({
      heading: monthAndYear(locale, 'UTC', `${month}-15T12:00:00.000Z`),
      text: linesOf(
        view,
        shown.filter((date) => dayOf(date).startsWith(month)),
      ).join('\n'),
    })),
    choice: {
      id: 'whom',
      label: t('whom'),
      error: t('whomError'),
      value: whom ? `${whom.framework}/${whom.role}` : 'all',
      choices: [{ title: t('everybody'), value: 'all' }, ...roles],
    },
    buttons: [
      primary(button(t('show'), 'season.show')),
      ...(season.dates.length === 0 ? [] : [withoutInputs(button(t('file'), 'season.file'))]),
      withoutInputs(button(t('campaigns'), 'campaign.list')),
    ],
  })
}

function dayOf({ date, ruleDate }: SeasonDate): string {
  return date ?? ruleDate
}

/** A day with whatever is sent on it, and what is left out by itself. */
function linesOf(view: SeasonView, dates: readonly SeasonDate[]): string[] {
  const days = [...new Set(dates.map(dayOf))]
  return days.flatMap((day) => {
    const all = dates.filter((date) => dayOf(date) === day)
    const sent = all.filter(({ date }) => date !== null)
    return [
      ...all.filter(({ date }) => date === null).map((each) => skippedLine(view, each)),
      ...(sent.length > 0 ? [sentLine(view, day, sent), ...questionLines(view, sent)] : []),
    ]
  })
}

/** "Tirsdag den 7. april: Ugens (kladde) og Månedens · flere samme dag". */
function sentLine({ season, texts, locale }: SeasonView, day: string, sent: readonly SeasonDate[]): string {
  const t = (key: string, params = {}) => texts(locale, `season.${key}`, params)
  const named = sent.map(({ campaign, date, ruleDate, why, holiday }) => {
    const reason = holiday ?? (why === null ? '' : texts(locale, `campaignPreview.why.${why}`))
    const notes = [
      ...(campaign.state === 'draft' ? [t('state.draft')] : []),
      ...(campaign.state === 'paused' ? [t('state.paused')] : []),
      ...(date === ruleDate ? [] : [t('moved', { from: dateInWords(locale, ruleDate, day), why: reason })]),
    ]
    const name = shortened(campaign.name, mostNameCharacters)
    return notes.length === 0 ? name : t('noted', { name, notes: notes.join(', ') })
  })
  const line = t('day', { day: written(locale, day), campaigns: enumerate(locale, named) })
  return season.collisions.has(day) ? `${line} · ${t('collision')}` : line
}

function skippedLine({ texts, locale }: SeasonView, { campaign, ruleDate, why, holiday }: SeasonDate): string {
  const reason = holiday ?? (why === null ? '' : texts(locale, `campaignPreview.why.${why}`))
  const name = shortened(campaign.name, mostNameCharacters)
  return texts(locale, 'season.skipped', { day: written(locale, ruleDate), name, why: reason })
}

/** With a role, what it may be asked. */
function questionLines({ season, texts, locale, library }: SeasonView, sent: readonly SeasonDate[]): string[] {
  if (season.whom === null) return []
  return sent.map(({ prompt }) => {
    const known = prompt && library.prompt(prompt.promptId)
    const question = prompt?.question ?? (locale === 'en' ? known?.en : known?.text)
    return question === undefined ? texts(locale, 'season.nothing') : shortened(question, mostQuestionCharacters)
  })
}

/** The year stands above. */
function written(locale: Locale, day: string): string {
  return capitalised(dateInWords(locale, day, day))
}
