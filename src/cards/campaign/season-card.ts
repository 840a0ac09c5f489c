import type { Season, SeasonDate } from '../../campaigns/verbs/show-season'
import { localDate } from '../../time/clock'
import { button, primary, withoutInputs } from '../kit/button'
import { dateInWords, monthAndYear } from '../kit/local-time'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { shortened } from '../kit/shortened'
import { capitalised, stateInWords } from './campaign-words'

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
      .filter(({ group, level }) => !group && level !== null)
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
      text: shown
        .filter((date) => dayOf(date).startsWith(month))
        .map((date) => lineOf(view, date))
        .join('\n'),
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

function lineOf({ season, texts, locale, library, nowMs }: SeasonView, found: SeasonDate): string {
  const t = (key: string, params = {}) => texts(locale, `season.${key}`, params)
  const { campaign, date, ruleDate, why, holiday, prompt } = found
  const today = localDate(nowMs, campaign.recurrence.timeZone)
  const name = shortened(campaign.name, mostNameCharacters)
  const reason = why === null ? '' : (holiday ?? texts(locale, `campaignPreview.why.${why}`))
  const day = capitalised(dateInWords(locale, dayOf(found), today))
  if (date === null) return t('skipped', { day, name, why: reason })
  const notes = [
    ...(date === ruleDate ? [] : [t('moved', { from: dateInWords(locale, ruleDate, today), why: reason })]),
    ...(season.collisions.has(date) ? [t('collision')] : []),
    ...(campaign.state === 'running' ? [] : [stateInWords(texts, locale, campaign)]),
  ]
  const known = prompt && library.prompt(prompt.promptId)
  const question = prompt?.question ?? (locale === 'en' ? known?.en : known?.text)
  const asked = season.whom ? [question === undefined ? t('nothing') : shortened(question, mostQuestionCharacters)] : []
  return [[`${day}: ${name}`, ...notes].join(' · '), ...asked].join('\n')
}
