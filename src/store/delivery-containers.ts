import { z } from 'zod'
import { conversationSchema } from './conversation'
import type { Container } from './store'

// What becomes of what HR plans, where it can go, and who sends it. No record here holds a word that a leader has written.

const instant = z.iso.datetime()

export const deliveryStates = [
  'pending',
  'claimed',
  'sent',
  'unknown',
  'failed',
  'unreachable',
  'missed',
  'cancelled',
] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** One occasion to one recipient, from the claim on. */
export const deliverySchema = z.looseObject({
  /** `deliveryId`: <occasionId>:<recipientId>. */
  id: z.string(),
  occasionId: z.string(),
  campaignId: z.string(),
  tenantId: z.string(),
  recipientId: z.string(),
  recipientKind: z.enum(['leader', 'channel']),
  state: z.enum(deliveryStates),
  /** Why it is failed, unreachable, missed, cancelled or unknown: a code of ours, never a text of Teams'. */
  reason: z.string().nullable().default(null),
  /** Which prompt; `own` for HR's own question, which stands in `question`. */
  promptId: z.string(),
  statementIds: z.array(z.string()).default([]),
  question: z.string().optional(),
  attempts: z.number().int().default(1),
  claimedAt: instant,
  /** Which instance holds the claim. */
  claimedBy: z.string(),
  /** With `pending`: no attempt before. */
  notBefore: instant.nullable().default(null),
  /** After this it is not tried again. */
  closesAt: instant.optional(),
  sentAt: instant.optional(),
  /** The message, and the conversation it is in (for a channel, the thread). */
  activityId: z.string().optional(),
  conversation: conversationSchema.optional(),
  /** What the leader did with it. Nobody but the counts is told. */
  response: z.enum(['answered', 'skipped', 'snoozed']).nullable().default(null),
  reminded: z.number().int().default(0),
  /** Channels: the key of each answer given in the thread, so that a press that comes twice counts once. No person, no text. */
  answerKeys: z.array(z.string()).optional(),
  createdAt: instant,
  ttl: z.number().int().optional(),
})
export type Delivery = z.infer<typeof deliverySchema>

/** A channel that Pejling is installed in. */
export const channelSchema = z.looseObject({
  /** The channel's conversation id, without a thread. */
  id: z.string(),
  tenantId: z.string(),
  teamId: z.string(),
  teamName: z.string().default(''),
  /** Empty for the team's own channel, which Teams names in each member's language. */
  name: z.string().default(''),
  conversation: conversationSchema,
  /** When the app was removed from the team; null: it is there. */
  removedAt: instant.nullable().default(null),
  /** The newest prompts it was given, so that none comes again too soon. */
  shown: z.array(z.looseObject({ promptId: z.string(), at: instant })).default([]),
  createdAt: instant,
  updatedAt: instant,
})
export type Channel = z.infer<typeof channelSchema>

/** Where an answer stands that somebody gave in a thread by the card; the words are in the thread alone. */
export const threadAnswerSchema = z.looseObject({
  /** Of the delivery and the text: the same press finds it again. */
  id: z.string(),
  /** The aadObjectId of whoever answered: nobody else's key opens this partition. */
  leaderId: z.string(),
  deliveryId: z.string(),
  /** What counts it in the delivery's `answerKeys`. */
  key: z.string(),
  /** On its way; posted; or it may have arrived. */
  state: z.enum(['sending', 'sent', 'unknown']),
  teamName: z.string().default(''),
  /** Empty for the team's own channel. */
  channelName: z.string().default(''),
  /** The thread, and the message in it. */
  conversation: conversationSchema,
  messageId: z.string().optional(),
  createdAt: instant,
  ttl: z.number().int().optional(),
})
export type ThreadAnswer = z.infer<typeof threadAnswerSchema>

/** What the running instances know of each other: who shares the rate, and whether everything is to wait. */
export const sendingSchema = z.looseObject({
  /** An instance's own id, or `gate`. */
  id: z.string(),
  tenantId: z.string(),
  /** Instances: seen last. */
  seenAt: instant,
  /** Nothing is sent by anybody before; null: go on. */
  pausedUntil: instant.nullable().default(null),
  /** A code of ours: `throttled`, `disabled` or `operator`. */
  why: z.string().nullable().default(null),
  ttl: z.number().int().optional(),
})
export type Sending = z.infer<typeof sendingSchema>

export const deliveries: Container<Delivery> = {
  name: 'deliveries',
  partitionKey: 'occasionId',
  hasTtl: true,
  schema: deliverySchema,
  indexed: ['state', 'recipientId', 'response'],
}

export const threadAnswers: Container<ThreadAnswer> = {
  name: 'threadAnswers',
  partitionKey: 'leaderId',
  hasTtl: true,
  schema: threadAnswerSchema,
  indexed: [],
}

export const channels: Container<Channel> = {
  name: 'channels',
  partitionKey: 'tenantId',
  hasTtl: false,
  schema: channelSchema,
  indexed: ['teamId'],
}

export const sending: Container<Sending> = {
  name: 'sending',
  partitionKey: 'tenantId',
  hasTtl: true,
  schema: sendingSchema,
  indexed: ['seenAt'],
}
