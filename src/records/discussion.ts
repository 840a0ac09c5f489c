import { z } from 'zod'
import type { Container } from '../store/store'
import { conversationSchema } from './conversation'
import { instant, isHeld } from './fields'

const placeSchema = z.looseObject({ framework: z.string().nullable(), group: z.string().nullable() })

/** A question that a channel or a group chat talks about, and what they agree on. */
export const discussionSchema = z.looseObject({
  /** The delivery's where a campaign brought it; else of the message that asked for it. */
  id: z.string(),
  tenantId: z.string(),
  /** The conversation id of the channel or group chat, without a thread. */
  placeId: z.string(),
  /** Empty for a team's own channel and for a group chat. */
  placeName: z.string().default(''),
  /** Of a channel, whose framework and which group of it was meant, as slugs; null: nobody had said. */
  place: placeSchema.optional(),
  /** The thread, and the card in it. */
  conversation: conversationSchema,
  cardId: z.string().optional(),
  /** As in a delivery. */
  promptId: z.string(),
  statementIds: z.array(z.string()).default([]),
  question: z.string().optional(),
  /** The aadObjectId of whoever asked for it, and their name; null: a campaign. */
  startedBy: z.string().nullable().default(null),
  startedName: z.string().default(''),
  /** It came at the time that the team has chosen; whoever has set that asked for it. */
  isRegular: z.boolean().optional(),
  /** A key for each person who has answered by the card: it is in the record of their answers, and in nothing else. */
  keys: z.array(z.string()).default([]),
  /** `quiet`: it ended by itself. `calledBack`: HR has called the question back. */
  state: z.enum(['open', 'agreed', 'closed', 'quiet', 'calledBack']),
  /** When it ends by itself; null: it has ended. */
  dueAt: instant.nullable(),
  createdAt: instant,
  isHeld,
  ttl: z.number().int().optional(),
})
export type Discussion = z.infer<typeof discussionSchema>

/** What ended a discussion: the words of whoever wrote it down, which everybody there has read. */
export const agreementSchema = z.looseObject({
  /** The discussion's: it ends in one agreement. */
  id: z.string(),
  tenantId: z.string(),
  placeId: z.string(),
  placeName: z.string().default(''),
  /** Of a channel, whose framework and which group of it was meant, as slugs; null: nobody had said. */
  place: placeSchema.optional(),
  /** The thread, the card that tells it, and the card that asks what became of it. */
  conversation: conversationSchema,
  cardId: z.string().optional(),
  askedId: z.string().optional(),
  /** Whose it is: the aadObjectId and name of whoever wrote it; both empty, like the words, once their data are erased. */
  leaderId: z.string(),
  name: z.string().default(''),
  text: z.string(),
  /** Who is to do it, in free words. */
  who: z.string().default(''),
  /** YYYY-MM-DD: when it is looked at again. */
  lookOn: z.string(),
  /** The instant of that; null: it has been, or is not to be. */
  dueAt: instant.nullable(),
  /** What became of it, as somebody there has said. */
  outcome: z.enum(['done', 'underway', 'dropped']).nullable().default(null),
  /** What had become of it when it was put off to be looked at once more. */
  lastOutcome: z.enum(['done', 'underway', 'dropped']).nullable().default(null),
  /** Each edit of its writer's is the next; a form of an earlier one overwrites nothing. */
  revision: z.number().int().default(0),
  createdAt: instant,
  isHeld,
  ttl: z.number().int().optional(),
})
export type Agreement = z.infer<typeof agreementSchema>

export const discussions: Container<Discussion> = {
  name: 'discussions',
  partitionKey: 'tenantId',
  hasTtl: true,
  schema: discussionSchema,
  indexed: ['dueAt', 'placeId', 'startedBy', 'createdAt'],
}
export const agreements: Container<Agreement> = {
  name: 'agreements',
  partitionKey: 'tenantId',
  hasTtl: true,
  schema: agreementSchema,
  indexed: ['dueAt', 'placeId', 'leaderId', 'createdAt'],
}
