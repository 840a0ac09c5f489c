import { toldCount } from '../../campaigns/audience/own-choice'
import type { Unreached, UnreachedLine } from '../../campaigns/verbs/list-unreached'
import { localDate } from '../../time/clock'
import { type Button, button, primary } from '../kit/button'
import { dateInWords } from '../kit/local-time'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { countsInWords } from './campaign-card'
import { capitalised, instantInWords, numberInWords, recipientTitle } from './campaign-words'

export interface UnreachedView extends Reader {
  readonly unreached: Unreached
  readonly nowMs: number
}

/** So many are named on the card; the file has them all. */
const mostNamed = 20

/** Whom an occasion did not reach, and why, as far as HR can do something about it. */
export function campaignUnreachedCard(view: UnreachedView): CardContent {
  const { unreached, texts, locale, nowMs } = view
  const { campaign, occasion, lines, counts, away } = unreached
  const t = (key: string, params = {}) => texts(locale, `campaignUnreached.${key}`, params)
  const rest = lines.length - mostNamed
  const isSending = counts.pending + counts.claimed > 0
  const n = numberInWords(locale, away)
  const date = dateInWords(locale, occasion.date, localDate(nowMs, campaign.recurrence.timeZone))
  return sheetCard(view, {
    title: t('title', { name: campaign.name }),
    text: [
      `${capitalised(date)}: ${countsInWords(view, counts, away)}`,
      ...(lines.length === 0
        ? [t(isSending ? 'noneYet' : 'none')]
        : lines.slice(0, mostNamed).map((line) => lineOf(view, line))),
      ...(lines.length === 0 ? [] : [t('tried', { when: triedInWords(view) })]),
      ...(canRetry(unreached) && lines.some(isToMendFirst) ? [t('mendFirst')] : []),
      ...(rest > 0 ? [t('more', { n: numberInWords(locale, rest) })] : []),
      ...(toldCount(away) === null ? [] : [t('away', { n })]),
    ].join('\n'),
    buttons: buttonsOf(view),
  })
}

/** When it was last tried for any of them, so that a retry that changed nothing is seen to have happened. */
function triedInWords({ unreached: { campaign, lines }, texts, locale, nowMs }: UnreachedView): string {
  const last = lines.reduce((newest, { triedAt }) => (triedAt > newest ? triedAt : newest), '')
  return instantInWords(texts, locale, campaign.recurrence.timeZone, last, nowMs)
}

/** Somebody has to put the app there before trying again can help. */
function isToMendFirst({ state, reason }: UnreachedLine): boolean {
  return state === 'unreachable' && (reason === 'channel-removed' || reason === 'not-installed')
}

/** "Ea Holm: har ikke installeret Pejling". */
export function whyUnreached({ texts, locale }: Pick<Reader, 'texts' | 'locale'>, line: UnreachedLine): string {
  const { state, reason } = line
  const isKnown = reason !== null && knownReasons.includes(reason)
  return texts(locale, isKnown ? `campaignPreview.unreachableWhy.${reason}` : `campaignUnreached.why.${state}`)
}

const knownReasons = ['leaving', 'not-installed', 'no-conversation', 'channel-removed', 'no-prompt', 'unreadable']

function lineOf(view: UnreachedView, line: UnreachedLine): string {
  const { texts, locale } = view
  const name = recipientTitle(view, line) || texts(locale, 'campaignPreview.noName')
  return texts(locale, 'campaignPreview.unreachableOne', { name, why: whyUnreached(view, line) })
}

function canRetry({ campaign, occasion, lines }: Unreached): boolean {
  const isOpen = campaign.state !== 'cancelled' && campaign.state !== 'paused' && occasion.calledBackAt === undefined
  return isOpen && lines.some(({ state }) => state === 'failed' || state === 'unreachable')
}

function buttonsOf({ unreached, texts, locale }: UnreachedView): Button[] {
  const { campaign, occasion, lines } = unreached
  const t = (key: string) => texts(locale, `campaignUnreached.${key}`)
  const states = ['failed', 'unreachable']
  const retry = button(t('retry'), 'campaign.resend', { occasionId: occasion.id, states })
  return [
    ...(canRetry(unreached) ? [lines.every(isToMendFirst) ? retry : primary(retry)] : []),
    ...(lines.length === 0 ? [] : [button(t('file'), 'campaign.file', { occasionId: occasion.id })]),
    button(t('back'), 'campaign.show', { campaignId: campaign.id }),
  ]
}
