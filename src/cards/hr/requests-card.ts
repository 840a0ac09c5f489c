import { answerStanding } from '../../hr-requests/answer-standing'
import type { ChannelName } from '../../records/channel'
import type { HrRequest } from '../../records/hr-request'
import { channelTitle } from '../campaign/campaign-words'
import { button, primary, withoutInputs } from '../kit/button'
import { dateAndTime } from '../kit/local-time'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'

export interface RequestsView extends Reader {
  /** Those of this page, the oldest first. */
  readonly requests: readonly HrRequest[]
  /** From 0. */
  readonly page: number
  readonly pages: number
  /** In HR's own conversation, where they can be opened. */
  readonly isAtDesk: boolean
  /** Which channel that is, where it is one that Pejling knows. */
  readonly place?: ChannelName | undefined
}

/** What waits for HR: from whom, since when, and with whom it is. What was written stands in its own card. */
export function requestsCard(view: RequestsView): CardContent {
  const { requests, page, pages, isAtDesk, texts, locale } = view
  const t = (key: string, params = {}) => texts(locale, key, params)
  const [first] = requests
  return sheetCard(view, {
    title: t('requests.title'),
    text: [
      first ? introduction() : t('requests.none'),
      ...(pages > 1 ? [t('campaigns.page', { page: page + 1, pages })] : []),
    ].join('\n'),
    sections: requestSections(view, requests),
    ...(first &&
      isAtDesk && {
        choice: {
          id: 'requestId',
          label: t('requests.choose'),
          error: t('requests.chooseError'),
          value: first.id,
          choices: requests.map((request) => ({ title: headingOf(view, request), value: request.id })),
        },
      }),
    buttons: [
      ...(first && isAtDesk ? [primary(button(t('requests.show'), 'desk.show'))] : []),
      ...(page > 0 ? [withoutInputs(button(t('campaigns.before'), 'desk.list', { page: String(page - 1) }))] : []),
      ...(page + 1 < pages
        ? [withoutInputs(button(t('campaigns.more'), 'desk.list', { page: String(page + 1) }))]
        : []),
    ],
  })

  function introduction(): string {
    if (isAtDesk) return t('requests.text')
    if (!view.place) return t('requests.textElsewhere')
    return t('requests.textNamed', { place: channelTitle(texts, locale, view.place) })
  }
}

/** Reminds HR's conversation of what nobody has answered, once. */
export function requestsReminderCard(reader: Reader, requests: readonly HrRequest[]): CardContent {
  const t = (key: string, params = {}) => reader.texts(reader.locale, key, params)
  const count = requests.length
  return sheetCard(reader, {
    title: t(count === 1 ? 'requests.remind.one' : 'requests.remind.many', { n: count }),
    text: t('requests.remind.text'),
    sections: requestSections(reader, requests.slice(0, mostReminded)),
    buttons: [primary(button(t('requests.remind.show'), 'desk.list', { page: '0' }))],
  })
}

/** The list that the button leads to has them all. */
const mostReminded = 8

function requestSections(reader: Reader, requests: readonly HrRequest[]) {
  return requests.map((request) => ({ heading: headingOf(reader, request), text: standingOf(reader, request) }))
}

function headingOf({ texts, locale, timeZone }: Reader, { name, createdAt }: HrRequest): string {
  return `${name || texts(locale, 'hr.noName')}, ${dateAndTime(locale, timeZone, createdAt)}`
}

function standingOf({ texts, locale }: Reader, request: HrRequest): string {
  const { state, handlerName } = request
  const t = (key: string, params = {}) => texts(locale, key, params)
  const taken =
    state !== 'new' && handlerName !== '' ? t('desk.state.takenBy', { name: handlerName }) : t(`desk.state.${state}`)
  return [taken, t(`requests.${answerStanding(request)}`)].join(' · ')
}
