import { z } from 'zod'

/** What waits in the work queue: ids only. Who takes one looks up whether it is still to be done. */
export const workSchema = z.discriminatedUnion('kind', [
  /** Deliver to everybody on a page of an occasion's audience. */
  z.strictObject({ kind: z.literal('page'), occasionId: z.string(), page: z.number().int() }),
  /** One more attempt at one delivery. */
  z.strictObject({ kind: z.literal('delivery'), deliveryId: z.string() }),
  /** Remind those on a page who have not answered. */
  z.strictObject({
    kind: z.literal('reminder'),
    occasionId: z.string(),
    page: z.number().int(),
    number: z.number().int(),
  }),
  /** Say on the cards of a page that the question was called back. */
  z.strictObject({ kind: z.literal('call-back'), occasionId: z.string(), page: z.number().int() }),
  /** Bring a prompt again that was put off. */
  z.strictObject({ kind: z.literal('snoozed'), leaderId: z.string(), reflectionId: z.string() }),
  /** Ask whether anything has changed since an answer. */
  z.strictObject({ kind: z.literal('again'), leaderId: z.string(), reflectionId: z.string() }),
  /** End a discussion in which nobody has answered for long. */
  z.strictObject({ kind: z.literal('quiet'), discussionId: z.string() }),
  /** Ask what became of an agreement. */
  z.strictObject({ kind: z.literal('agreement'), agreementId: z.string() }),
  /** Somebody has been silent for so long that something is to be done about their profile, or their data are held. */
  z.strictObject({ kind: z.literal('profile'), leaderId: z.string() }),
  /** Ask a leader at the time they have chosen; `dueAt` says for which time. */
  z.strictObject({ kind: z.literal('rhythm'), leaderId: z.string(), dueAt: z.string() }),
  /** The same for a channel or group chat. */
  z.strictObject({ kind: z.literal('team-rhythm'), placeId: z.string(), dueAt: z.string() }),
  /** Go on with a long import of HR's list, or with undoing it. */
  z.strictObject({ kind: z.literal('roster'), draftId: z.string() }),
])
export type Work = z.infer<typeof workSchema>

/** The queue's name, in SQLite and in Azure. */
export const workQueueName = 'pejling-work'
