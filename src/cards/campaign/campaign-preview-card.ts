import { fewestTold } from '../../campaigns/audience/own-choice'
import type { PromptsRunOut } from '../../campaigns/audience/prompts-run-out'
import type { PlannedDate, Shortage } from '../../campaigns/calendar/planned-date'
import type { Approval } from '../../campaigns/kept/approval'
import type { Preview } from '../../campaigns/verbs/preview'
import type { Campaign } from '../../records/campaign'
import { localDate } from '../../time/clock'
import { button, primary } from '../kit/button'
import { dateInWords, timeOfDay } from '../kit/local-time'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import {
  audienceInWords,
  capitalised,
  instantInWords,
  numberInWords,
  recipientsInWords,
  recipientTitle,
} from './campaign-words'

export interface CampaignPreviewView extends Reader {
  readonly campaign: Campaign
  readonly preview: Preview
  readonly approval?: Approval
  readonly nowMs: number
}

/** So many of those who are not reached are named; the rest are counted. */
const mostNamed = 12

/** What will happen, before it does: when, to whom, who is not reached, and what it may look like. */
export function campaignPreviewCard(view: CampaignPreviewView): CardContent {
  const { campaign, preview, approval = 'none', texts, locale } = view
  const t = (key: string, params = {}) => texts(locale, `campaignPreview.${key}`, params)
  const data = { campaignId: campaign.id }
  const isDraft = campaign.state === 'draft'
  const edit = button(t('edit'), 'campaign.edit', data)
  const hasRecipients = preview.leaders + preview.channels > 0
  const first = firstButton()
  const hasPlanned = preview.dates.some(({ isPlanned }) => isPlanned)
  return sheetCard(view, {
    title: t('title', { name: campaign.name }),
    text: [
      t(isDraft ? 'textDraft' : hasPlanned ? 'textChangedAfter' : 'textChanged'),
      ...(approval === 'none' ? [] : [t(`approval.${approval}`)]),
    ].join('\n'),
    sections: [
      { heading: t('dates'), text: datesText(view) },
      { heading: t('recipients'), text: recipientsText(view) },
      ...(preview.runOut ? [{ heading: t('runOut'), text: runOutText(view, preview.runOut) }] : []),
      ...(preview.shortage ? [{ heading: t('shortage'), text: shortageText(view, preview.shortage) }] : []),
      ...(preview.unreachableCount > 0
        ? [
            {
              heading: t('unreachable', { n: numberInWords(locale, preview.unreachableCount) }),
              text: unreachableText(view),
            },
          ]
        : []),
      { heading: t('sample'), text: sampleText(view) },
    ],
    buttons: [
      ...(first ? [first, edit] : [primary(edit)]),
      // By role, whether or not somebody in it is known yet.
      button(t('sampleMe'), 'campaign.sample', data),
      ...(isDraft ? [button(t('drop'), 'campaign.drop', data)] : []),
    ],
  })

  function firstButton() {
    if (approval === 'open') return primary(button(texts(locale, 'campaignCard.approve'), 'campaign.toApprove', data))
    if (!isDraft || approval === 'waits') return button(t('done'), 'campaign.show', data)
    // Where a start would be refused the way on is to mend it.
    const canStart = hasRecipients && preview.dates.some(({ date }) => date !== null)
    return canStart ? primary(button(t('start'), 'campaign.start', data)) : undefined
  }
}

function datesText({ campaign, preview, texts, locale, nowMs }: CampaignPreviewView): string {
  const { timeZone } = campaign.recurrence
  const today = localDate(nowMs, timeZone)
  const t = (key: string, params = {}) => texts(locale, `campaignPreview.${key}`, params)
  const lines = preview.dates.map((planned) => {
    const why = planned.why === null ? '' : reasonText(planned)
    const from = dateInWords(locale, planned.ruleDate, today)
    if (planned.at === null) return t('skipped', { date: from, why })
    const when = instantInWords(texts, locale, timeZone, planned.at, nowMs)
    if (planned.isPlanned) return t('planned', { when })
    return planned.date === planned.ruleDate ? when : t('moved', { when, from, why })
  })
  return lines.length === 0 ? t('noDates') : lines.map(capitalised).join('\n')

  function reasonText({ why, holiday }: PlannedDate): string {
    return holiday ?? texts(locale, `campaignPreview.why.${why}`)
  }
}

function recipientsText({ campaign, preview, library, texts, locale }: CampaignPreviewView): string {
  return [
    ...audienceInWords(texts, locale, library, campaign.audience),
    recipientsInWords(texts, locale, preview),
    ...(preview.isForCaller ? [texts(locale, 'campaignPreview.yourself')] : []),
    ...(preview.leaders + preview.channels === 0 ? [texts(locale, 'campaignPreview.nobodyWhy')] : []),
    ...(preview.newcomers > 0
      ? [texts(locale, 'campaignPreview.newcomers', { n: numberInWords(locale, preview.newcomers) })]
      : []),
    ...(preview.channelsAsked > 0 ? [askedText(preview.channelsAsked)] : []),
    ...(preview.leaders > 0 ? [awayText(preview.away)] : []),
  ].join('\n')

  function askedText(n: number): string {
    const key = n === 1 ? 'channelsAskedOne' : 'channelsAsked'
    return texts(locale, `campaignPreview.${key}`, { n: numberInWords(locale, n) })
  }

  function awayText(away: number | null): string {
    if (away === null) return texts(locale, 'campaignPreview.awayFew', { fewest: fewestTold })
    return texts(locale, 'campaignPreview.away', { n: numberInWords(locale, away) })
  }
}

/** So many roles are named; of more it is the plan that is to be changed. */
const mostRoles = 6

function runOutText({ library, texts, locale }: CampaignPreviewView, runOut: PromptsRunOut): string {
  const t = (key: string, params = {}) => texts(locale, `campaignPreview.${key}`, params)
  const { times } = runOut
  if (runOut.kind === 'again') return t('runOutAgain', { prompts: runOut.prompts, times })
  const named = runOut.roles.slice(0, mostRoles).map(({ framework, role, prompts }) => {
    const { municipality = framework } = library.framework(framework) ?? {}
    const name = role === null ? municipality : (library.role(framework, role)?.title ?? role)
    return t('runOutRole', { name, prompts, times })
  })
  const rest = runOut.roles.length - named.length
  return [t('runOutText'), ...named, ...(rest > 0 ? [t('runOutMore', { n: rest })] : [])].join('\n')
}

function shortageText({ campaign, texts, locale }: CampaignPreviewView, shortage: Shortage): string {
  const timeOf = (at: string) => timeOfDay(locale, campaign.recurrence.timeZone, at)
  return texts(locale, 'campaignPreview.shortageText', {
    from: timeOf(shortage.from),
    until: timeOf(shortage.until),
    inTime: numberInWords(locale, shortage.inTime),
    recipients: numberInWords(locale, shortage.recipients),
  })
}

function unreachableText(view: CampaignPreviewView): string {
  const { preview, texts, locale } = view
  const t = (key: string, params = {}) => texts(locale, `campaignPreview.${key}`, params)
  const named = preview.unreachable.slice(0, mostNamed).map((each) =>
    t('unreachableOne', {
      name: recipientTitle(view, each) || t('noName'),
      why: texts(locale, `campaignPreview.unreachableWhy.${each.why}`),
    }),
  )
  const rest = preview.unreachableCount - named.length
  return [...named, ...(rest > 0 ? [t('unreachableMore', { n: numberInWords(locale, rest) })] : [])].join('\n')
}

function sampleText({ preview, library, texts, locale }: CampaignPreviewView): string {
  const { sample } = preview
  if (!sample) return texts(locale, 'campaignPreview.noSample')
  if (sample.question !== undefined) return sample.question
  const prompt = library.prompt(sample.promptId)
  const framework = sample.framework ? library.framework(sample.framework) : undefined
  const question = (locale === 'en' ? prompt?.en : prompt?.text) ?? ''
  return framework ? `${question}\n${framework.municipality}` : question
}
