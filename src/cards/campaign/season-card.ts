import type { Season, SeasonDate } from '../../campaigns/verbs/show-season'
import { enumerate, type Locale } from '../../texts'
import { type ActionData, button, primary, withoutInputs } from '../kit/button'
import { dateInWords } from '../kit/local-time'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { shortened } from '../kit/shortened'
import { capitalised } from './campaign-words'
import { notesOf, questionOf, reasonOf, type SeasonView, seasonDay, seasonMonths } from './season-words'

/** Half a year of a few campaigns; the calendar file has the rest. */
const mostLines = 60
const [mostNameCharacters, mostQuestionCharacters] = [40, 90]

/** HR's year: every date of every campaign, month by month, with what falls on one day and what closed days move. */
export function seasonCard(view: SeasonView): CardContent {
  const { season, texts, locale, library, home } = view
  const t = (key: string, params = {}) => texts(locale, `season.${key}`, params)
  const shown = season.dates.slice(0, mostLines)
  const rest = season.dates.length - shown.length
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
    t(scopeKey(season)),
    ...(whom ? [t('forWhom', { role: library.role(whom.framework, whom.role)?.title ?? whom.role })] : []),
  ]
  return sheetCard(view, {
    title: t('title'),
    text: [...text, ...(rest > 0 ? [t('more', { n: rest })] : [])].join('\n'),
    sections: seasonMonths(view, shown).map(({ heading, dates }) => ({
      heading,
      text: linesOf(view, dates).join('\n'),
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
      // What is shown: everything, or what a role gets.
      ...(season.dates.length === 0 ? [] : [withoutInputs(button(t('page'), 'season.page', shownFor(season)))]),
      withoutInputs(button(t('campaigns'), 'campaign.list')),
    ],
  })
}

/** What the card shows, for the page that is made of it. */
function shownFor({ whom, month }: Season): ActionData {
  return { ...(whom && { whom: `${whom.framework}/${whom.role}` }), ...(month !== null && { month }) }
}

function scopeKey({ dates, month, collisions }: Season): string {
  if (month !== null) return dates.length === 0 ? 'noneIn' : 'in'
  return dates.length === 0 ? 'none' : collisions.size > 0 ? 'collisions' : 'text'
}

/** A day with whatever is sent on it, and what is left out by itself. */
function linesOf(view: SeasonView, dates: readonly SeasonDate[]): string[] {
  const days = [...new Set(dates.map(seasonDay))]
  const lines = days.flatMap((day) => {
    const all = dates.filter((date) => seasonDay(date) === day)
    const sent = all.filter(({ date }) => date !== null)
    return [
      ...all.filter(({ date }) => date === null).map((each) => skippedLine(view, each)),
      ...(sent.length > 0 ? [sentLine(view, day, sent), ...questionLines(view, sent)] : []),
    ]
  })
  return [...collisionsLine(view, days), ...lines]
}

/** "Flere samme dag: den 7. og 14.", once a month: at each day it would wrap the line. */
function collisionsLine({ season, texts, locale }: SeasonView, days: readonly string[]): string[] {
  const together = days.filter((day) => season.collisions.has(day)).map((day) => dayOfMonth(locale, day))
  return together.length === 0 ? [] : [texts(locale, 'season.collisionsOn', { days: enumerate(locale, together) })]
}

function dayOfMonth(locale: Locale, day: string): string {
  const number = Number(day.slice(8))
  return locale === 'da' ? `${number}.` : `${number}`
}

/** "Tirsdag den 7. april: Ugens (kladde) og Månedens". */
function sentLine({ texts, locale }: SeasonView, day: string, sent: readonly SeasonDate[]): string {
  const t = (key: string, params = {}) => texts(locale, `season.${key}`, params)
  const named = sent.map((each) => {
    const notes = notesOf({ texts, locale }, each)
    const name = shortened(each.campaign.name, mostNameCharacters)
    return notes.length === 0 ? name : t('noted', { name, notes: notes.join(', ') })
  })
  return t('day', { day: written(locale, day), campaigns: enumerate(locale, named) })
}

function skippedLine({ texts, locale }: SeasonView, skipped: SeasonDate): string {
  const name = shortened(skipped.campaign.name, mostNameCharacters)
  const why = reasonOf({ texts, locale }, skipped)
  return texts(locale, 'season.skipped', { day: written(locale, skipped.ruleDate), name, why })
}

/** With a role, what it may be asked; of several campaigns, which asks it. */
function questionLines(view: SeasonView, sent: readonly SeasonDate[]): string[] {
  const { season, texts, locale } = view
  if (season.whom === null) return []
  return sent.map((each) => {
    const found = questionOf(view, each)
    const question =
      found === undefined
        ? texts(locale, 'season.nothing')
        : texts(locale, 'season.question', { question: shortened(found, mostQuestionCharacters) })
    const name = shortened(each.campaign.name, mostNameCharacters)
    return texts(locale, sent.length === 1 ? 'season.asked' : 'season.askedBy', { name, question })
  })
}

/** The year stands above. */
function written(locale: Locale, day: string): string {
  return capitalised(dateInWords(locale, day, day))
}
