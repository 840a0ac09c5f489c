import type { Approval } from '../../campaigns/kept/approval'
import type { Campaign, OwnQuestion } from '../../records/campaign'
import { button, primary } from '../kit/button'
import { noticeCard } from '../kit/notice-card'
import type { Reader } from '../kit/reader'
import type { CardContent } from '../kit/render'
import { sheetCard } from '../kit/sheet-card'
import { approvalInWords, audienceInWords } from './campaign-words'

export interface ApprovalView extends Reader {
  readonly campaign: Campaign
  readonly approval: Approval
  /** Who wrote the questions, as Teams shows them; empty where that is not known. */
  readonly writer: string
  /** From 0. */
  readonly page: number
}

/** So many fit a message, however long they are and in two languages. */
const questionsOnPage = 10

/** HR's own questions, all of them, for another of HR to read and approve of: on the last page, where all have been seen. */
export function approvalCard(view: ApprovalView): CardContent {
  const { campaign, approval, writer, texts, locale, library } = view
  const t = (key: string, params = {}) => texts(locale, `campaignApproval.${key}`, params)
  const questions = ownQuestions(campaign)
  const pages = Math.max(1, Math.ceil(questions.length / questionsOnPage))
  const page = Math.min(view.page, pages - 1)
  const first = page * questionsOnPage
  const data = { campaignId: campaign.id }
  const isLast = page + 1 === pages
  return sheetCard(view, {
    title: t('title', { name: campaign.name }),
    text: [
      ...(writer === '' ? [] : [t('writer', { name: writer })]),
      ...approvalInWords(texts, locale, approval),
      ...audienceInWords(texts, locale, library, campaign.audience),
      ...(pages > 1 ? [texts(locale, 'campaigns.page', { page: page + 1, pages })] : []),
    ].join('\n'),
    sections: questions.slice(first, first + questionsOnPage).map(({ question, en }, at) => ({
      heading: t('question', { n: first + at + 1, of: questions.length }),
      text: [question, ...(en === undefined ? [] : [t('english', { question: en })])].join('\n'),
    })),
    buttons: [
      ...(approval === 'open' && isLast
        ? [primary(button(t('approve'), 'campaign.approve', { ...data, revision: String(campaign.revision) }))]
        : []),
      ...(isLast ? [] : [primary(button(t('more'), 'campaign.toApprove', { ...data, page: String(page + 1) }))]),
      ...(page > 0
        ? [button(texts(locale, 'campaigns.before'), 'campaign.toApprove', { ...data, page: String(page - 1) })]
        : []),
      button(t('edit'), 'campaign.edit', data),
      button(t('show'), 'campaign.show', data),
    ],
  })
}

/** Tells HR's conversation that questions are to be read, once for each time they were written. */
export function toBeApprovedCard({ texts, locale }: Reader, campaign: Campaign, writer: string): CardContent {
  const t = (key: string, params = {}) => texts(locale, `campaignApproval.${key}`, params)
  return noticeCard({
    locale,
    title: t('ask.title', { name: campaign.name }),
    text: t(writer === '' ? 'ask.text' : 'ask.textBy', { writer }),
  })
}

function ownQuestions({ prompts }: Campaign): readonly OwnQuestion[] {
  return prompts.kind === 'own' ? [prompts, ...(prompts.more ?? [])] : []
}
