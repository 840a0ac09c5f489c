import { z } from 'zod'
import { type Delivery, deliverySchema } from '../../records/delivery'
import type { StoredDocument } from '../../store/store'
import { dateAndTime } from '../kit/local-time'
import { escapeMarkdown } from '../kit/plain-text'
import { reflectionQuestion } from '../prompt/reflection-question'
import { type DataReader, headed, type PersonalDataPart, partOf } from './personal-data-part'

/** As `ownedCampaignRecords` hands them over: no more than what is about the person. */
const campaignSchema = z.object({
  name: z.string(),
  isCreator: z.boolean(),
  wroteQuestions: z.boolean().optional(),
  approvedAt: z.string().optional(),
})
const pageSchema = z.object({ dueAt: z.iso.datetime() })

export function campaignPart(documents: readonly StoredDocument[], { texts, locale }: DataReader): PersonalDataPart {
  const part = partOf(documents, campaignSchema, (campaign) => [
    texts(locale, `data.campaign.${partIn(campaign)}`, { name: escapeMarkdown(campaign.name) }),
  ])
  return headed(texts(locale, 'data.campaigns'), part)
}

/** What somebody has to do with a campaign: of several, what they did for HR. */
function partIn({ isCreator, wroteQuestions, approvedAt }: z.infer<typeof campaignSchema>) {
  if (isCreator) return 'creator'
  if (wroteQuestions) return 'writer'
  return approvedAt === undefined ? 'recipient' : 'approver'
}

export function deliveryPart(documents: readonly StoredDocument[], reader: DataReader): PersonalDataPart {
  const part = partOf(documents, deliverySchema, (delivery) => [deliveryLine(delivery, reader)])
  return headed(reader.texts(reader.locale, 'data.deliveries'), part)
}

export function pagePart(
  documents: readonly StoredDocument[],
  { texts, locale, timeZone }: DataReader,
): PersonalDataPart {
  return partOf(documents, pageSchema, ({ dueAt }) => [
    texts(locale, 'data.page', { when: dateAndTime(locale, timeZone, dueAt) }),
  ])
}

/** What one of HR has done as such, as a number: the JSON shows each. */
export function auditPart(documents: readonly StoredDocument[], { texts, locale }: DataReader): PersonalDataPart {
  const count = documents.length
  return { blocks: count === 0 ? [] : [texts(locale, 'data.acts', { count })], unread: 0 }
}

function deliveryLine(delivery: Delivery, reader: DataReader): string {
  const { texts, locale, timeZone } = reader
  const { promptId, sentAt, createdAt, response, reminded } = delivery
  const sentences = [
    // None was chosen where nothing was sent.
    ...(promptId === '' ? [] : [reflectionQuestion(delivery, reader)]),
    texts(locale, stateKey(delivery)),
    ...(response === null ? [] : [texts(locale, `data.response.${response}`)]),
    ...(reminded === 0 ? [] : [texts(locale, 'data.reminded', { count: reminded })]),
  ]
  return `- ${escapeMarkdown(`${dateAndTime(locale, timeZone, sentAt ?? createdAt)}: ${sentences.join(' ')}`)}`
}

/** Reasons that say something to the person; the others are codes, which the JSON shows. */
const saidReasons = ['paused', 'stopped', 'leaving', 'uninstalled', 'blocked']

function stateKey({ state, reason }: Delivery): string {
  const isSaid = state === 'unreachable' && reason !== null && saidReasons.includes(reason)
  return isSaid ? `data.notSent.${reason}` : `data.delivery.${state}`
}
