import type { RosterReview, TitleRead } from '../../people/roster/review-roster'
import { rolesOfLeaders } from '../../people/roster/role-of-title'
import type { RowFault } from '../../records/roster'
import { told } from '../../texts'
import { type Button, button, primary, withoutInputs } from '../kit/button'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { type Sheet, sheetCard } from '../kit/sheet-card'
import { shortened } from '../kit/shortened'
import { rowCountsInWords } from './row-counts-in-words'

export interface RosterReviewView extends Reader {
  readonly review: RosterReview
}

/** What one mends at a time; the rest is in the file. */
const mostFaults = 20
const mostTitles = 8
const mostNamed = 8
const longest = 60

/** The field of a title's choice begins so. */
export const titleField = 'title-'
/** No choice was made, and the leaders keep the role they have. */
export const notChosen = '-'
/** They have none of the roles. */
export const noneOfThem = 'none'

/** What an import would do, before anything of it is done; one press does it. */
export function rosterReviewCard(view: RosterReviewView): CardContent {
  const { review, texts, locale } = view
  const t = (key: string, params = {}) => texts(locale, `roster.${key}`, params)
  const unknown = review.titles.filter(({ role }) => role === null)
  return sheetCard(view, {
    title: t('review.title'),
    text: summaryOf(view),
    sections: sectionsOf(view, unknown),
    choices: [...unknown.slice(0, mostTitles).map((title) => titleChoice(view, title)), ...leavingChoice(view)],
    buttons: buttonsOf(view, unknown.length),
  })
}

function summaryOf({ review, texts, locale }: RosterReviewView): string {
  const { draft, kept, awaited } = review
  const counts = rowCountsInWords({ texts, locale }, review)
  const t = (key: string, params = {}) => texts(locale, `roster.review.${key}`, params)
  return [
    t(draft.rows === 1 ? 'counts1' : 'counts', { rows: draft.rows, counts }),
    ...(awaited > 0 ? [t('awaited', { n: awaited })] : []),
    ...(kept > 0 ? [t('kept', { n: kept })] : []),
    ...(draft.skipped.length > 0 ? [t('skipped', { columns: draft.skipped.map(short).join(', ') })] : []),
  ].join('\n')
}

function sectionsOf(view: RosterReviewView, unknown: readonly TitleRead[]): NonNullable<Sheet['sections']> {
  const { review, library, texts, locale } = view
  const t = (key: string, params = {}) => texts(locale, `roster.review.${key}`, params)
  const read = review.titles.filter(({ role }) => role !== null)
  const { leaving, faults } = review
  const titleLine = ({ framework, said, role, count }: TitleRead) =>
    t('titleLine', { said: short(said), role: library.role(framework, role ?? '')?.title ?? '', n: count })
  const more = (all: readonly unknown[], most: number, key: string) =>
    all.length > most ? [t(key, { n: all.length - most })] : []
  return [
    ...(read.length > 0
      ? [
          {
            heading: t('titles'),
            text: [...read.slice(0, mostTitles).map(titleLine), ...more(read, mostTitles, 'more')],
          },
        ]
      : []),
    ...(faults.length > 0
      ? [
          {
            heading: t('faults', { n: faults.length }),
            text: [
              ...faults.slice(0, mostFaults).map((fault) => faultLine(view, fault)),
              ...more(faults, mostFaults, 'faultsMore'),
            ],
          },
        ]
      : []),
    ...(leaving.length > 0
      ? [
          {
            heading: t('leaving', { n: leaving.length }),
            text: [
              ...leaving
                .slice(0, mostNamed)
                .map(({ name, unit }) => [short(name || t('noName')), unit].filter(Boolean).join(', ')),
              ...more(leaving, mostNamed, 'more'),
            ],
          },
        ]
      : []),
    ...(unknown.length > 0
      ? [{ heading: t('unknown'), text: [t('unknownText'), ...more(unknown, mostTitles, 'unknownMore')] }]
      : []),
  ].map(({ heading, text }) => ({ heading, text: text.join('\n') }))
}

/** "Række 7 (Ea Holm): …", as HR finds it in the file. */
function faultLine({ texts, locale }: Pick<Reader, 'texts' | 'locale'>, { line, name, say }: RowFault): string {
  const fault = told(texts, locale, { key: say.key, params: { ...say.params } })
  const params = { line, name: short(name), fault }
  return texts(locale, name === '' ? 'roster.review.fault' : 'roster.review.faultNamed', params)
}

function titleChoice({ library, texts, locale }: RosterReviewView, title: TitleRead): NonNullable<Sheet['choice']> {
  const t = (key: string, params = {}) => texts(locale, `roster.review.${key}`, params)
  return {
    id: `${titleField}${title.key}`,
    label: t('choose', { said: short(title.said), n: title.count }),
    error: t('chooseError'),
    value: notChosen,
    choices: [
      { title: t('chooseLater'), value: notChosen },
      ...rolesOfLeaders(library, title.framework).map(({ slug, title: name }) => ({ title: name, value: slug })),
      { title: t('chooseNone'), value: noneOfThem },
    ],
  }
}

function leavingChoice({ review, texts, locale }: RosterReviewView): NonNullable<Sheet['choice']>[] {
  if (review.leaving.length === 0) return []
  const t = (key: string) => texts(locale, `roster.review.${key}`)
  return [
    {
      id: 'leaving',
      label: t('leavingChoice'),
      error: t('leavingError'),
      value: 'no',
      choices: [
        { title: t('leavingNo'), value: 'no' },
        { title: t('leavingYes'), value: 'yes' },
      ],
    },
  ]
}

function buttonsOf({ review, texts, locale }: RosterReviewView, unknown: number): Button[] {
  const t = (key: string) => texts(locale, `roster.${key}`)
  const data = { draftId: review.draft.id }
  const isUsable = review.draft.rows > review.faults.length
  return [
    ...(isUsable ? [primary(button(t('import'), 'roster.import', data))] : []),
    ...(unknown > mostTitles ? [button(t('roles'), 'roster.roles', data)] : []),
    ...(review.faults.length > 0 ? [withoutInputs(button(t('faultsFile'), 'roster.faults', data))] : []),
    withoutInputs(button(t('drop'), 'roster.drop', data)),
  ]
}

const short = (text: string) => shortened(text, longest)
