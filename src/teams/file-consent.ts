import type { TurnContext } from 'botbuilder'
import { z } from 'zod'
import { lusFailedCard } from '../cards/journal/lus-card'
import { notice } from '../cards/kit/notice-card'
import type { Cards } from '../cards/kit/render'
import { lusContext, lusFile } from '../chat/journal/lus'
import type { Turn } from '../chat/turn'
import { chosenInput, prepareLus } from '../journal/prepare-lus'
import { claimFile } from '../people/claim-file'
import { cardMessage, fileMessage } from './answer'
import type { UploadFile } from './upload-file'

const short = z.string().min(1).max(400)
const uploadSchema = z.object({
  name: short,
  contentUrl: z.string().max(4000).default(''),
  uploadUrl: z.string().min(1).max(8000),
  uniqueId: short,
  fileType: z.string().max(20).default('docx'),
})

/** What Teams says of the answer. Everything in it came by way of the client, the context included. */
const consentSchema = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('accept'),
    context: chosenInput.extend({ what: z.literal(lusContext) }),
    uploadInfo: uploadSchema,
  }),
  z.object({ action: z.literal('decline') }),
])
export type Consent = z.infer<typeof consentSchema>

/** The answer to the question whether a file may be put in somebody's OneDrive; undefined when it is no such answer. */
export function readConsent(value: unknown): Consent | undefined {
  return consentSchema.safeParse(value).data
}

/** Makes the file as the reflections stand now and hands it over; said with a message, since the invoke shows nothing. */
export async function answerConsent(
  context: TurnContext,
  turn: Turn,
  consent: Consent,
  { cards, upload }: { readonly cards: Cards; readonly upload: UploadFile },
): Promise<void> {
  if (!turn.isPersonal) return
  const say = async (card: Parameters<typeof cardMessage>[1]) => {
    await context.sendActivity(cardMessage(cards, card))
  }
  if (consent.action === 'decline') return say(notice(turn.reader, 'lusDeclined'))
  const { uploadInfo } = consent
  const lus = await prepareLus(turn.ctx, turn.leader, consent.context)
  const bytes = await lusFile(turn, lus)
  if (!(await claimFile(turn.ctx, uploadInfo.uniqueId))) return
  const isThere = await upload(uploadInfo.uploadUrl, bytes, wordType)
  if (!isThere) return say(lusFailedCard(turn.reader, lus.keys))
  await context.sendActivity(fileMessage(uploadInfo))
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
