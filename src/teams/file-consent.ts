import type { TurnContext } from 'botbuilder'
import { z } from 'zod'
import type { Cards } from '../cards/kit/render'
import { declinedCard, makeOffered, offeredNames, offeredSchema } from '../chat/offered-files'
import type { Turn } from '../chat/turn'
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
    context: offeredSchema,
    uploadInfo: uploadSchema,
  }),
  z.object({
    action: z.literal('decline'),
    context: z
      .object({ what: z.enum(offeredNames) })
      .optional()
      .catch(undefined),
  }),
])
export type Consent = z.infer<typeof consentSchema>

/** The answer to the question whether a file may be put in somebody's OneDrive; undefined when it is no such answer. */
export function readConsent(value: unknown): Consent | undefined {
  return consentSchema.safeParse(value).data
}

/** Makes the file as things stand now and hands it over; said with a message, since the invoke shows nothing. */
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
  if (consent.action === 'decline') return say(declinedCard(turn, consent.context?.what))
  const { uploadInfo } = consent
  const { bytes, contentType, failed } = await makeOffered(turn, consent.context)
  if (!(await claimFile(turn.ctx, uploadInfo.uniqueId))) return
  const isThere = await upload(uploadInfo.uploadUrl, bytes, contentType)
  if (!isThere) return say(failed)
  await context.sendActivity(fileMessage(uploadInfo))
}
