import type { PromptSample } from '../../campaigns/verbs/sample-prompt'
import type { Reflection } from '../../records/reflection'
import { localDate } from '../../time/clock'
import { type Button, button, withoutInputs } from '../kit/button'
import { dateInWords } from '../kit/local-time'
import { escapeMarkdown } from '../kit/plain-text'
import { nameOf, type Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { reflectionCard } from '../prompt/reflection-card'

export interface PromptSampleView extends Reader {
  readonly sample: PromptSample
  readonly nowMs: number
}

/** A campaign's prompt as the leader meets it, and whose turn it is. What is typed in it goes nowhere. */
export function promptSampleCard(view: PromptSampleView): CardContent {
  const { sample, texts, locale } = view
  const title = titleOf(view)
  const { prompt } = sample
  if (!prompt) {
    const text = texts(locale, 'campaignSample.none')
    return sheetCard(view, { title, text, buttons: buttonsOf(view) })
  }
  const at = new Date(view.nowMs).toISOString()
  const { promptId, statementIds, question } = prompt
  const reflection: Reflection = {
    id: 'sample',
    leaderId: '',
    promptId,
    statementIds,
    deliveryId: 'sample',
    state: 'shown',
    shownAt: at,
    createdAt: at,
    ...(question !== undefined && { question }),
  }
  const profile = sample.profile ? { framework: sample.profile.framework, role: sample.profile.role ?? undefined } : {}
  const card = reflectionCard(view, profile, reflection)
  return {
    ...card,
    data: { ...card.data, title: escapeMarkdown(title), actions: buttonsOf(view), speak: title },
    summary: title,
  }
}

/** "Prøve: gang 3, tirsdag den 19. januar, til Kontraktholder i Skanderborg". */
function titleOf({ sample, texts, locale, library, nowMs }: PromptSampleView): string {
  const { number, date, profile, campaign } = sample
  const today = localDate(nowMs, campaign.recurrence.timeZone)
  const title = profile?.role ? library.role(profile.framework, profile.role)?.title : undefined
  return texts(locale, title === undefined ? 'campaignSample.title' : 'campaignSample.titleRole', {
    number: number + 1,
    when: date === null ? texts(locale, 'campaignSample.noDate') : dateInWords(locale, date, today),
    role: title ?? '',
    framework: profile ? nameOf(library, profile.framework) : '',
  })
}

function buttonsOf({ sample, texts, locale }: PromptSampleView): Button[] {
  const { campaign, number, who, profiles } = sample
  const t = (key: string) => texts(locale, `campaignSample.${key}`)
  const at = (more: { number: number; who: number }) =>
    ({ campaignId: campaign.id, number: String(more.number), who: String(more.who) }) as const
  return [
    button(t('next'), 'campaign.sample', at({ number: number + 1, who })),
    ...(number > 0 ? [button(t('before'), 'campaign.sample', at({ number: number - 1, who }))] : []),
    ...(profiles > 1 ? [button(t('otherRole'), 'campaign.sample', at({ number, who: (who + 1) % profiles }))] : []),
    // A draft is started from its preview.
    button(t('back'), campaign.state === 'draft' ? 'campaign.review' : 'campaign.show', { campaignId: campaign.id }),
  ].map(withoutInputs)
}
