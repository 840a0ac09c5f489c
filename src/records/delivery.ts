import { z } from 'zod'
import type { Container } from '../store/store'
import { conversationSchema } from './conversation'
import { instant, isHeld } from './fields'

// What becomes of what HR plans, where it can go, and who sends it. No record here holds a word that a leader has written.

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
  /** Its card says that the question was called back. */
  calledBackAt: instant.optional(),
  /** Channels, of an older version: the key of each answer given in the thread. The discussion counts people now. */
  answerKeys: z.array(z.string()).optional(),
  createdAt: instant,
  isHeld,
  ttl: z.number().int().optional(),
})
export type Delivery = z.infer<typeof deliverySchema>
/** What the running instances know of each other: who shares the rate, and whether everything is to wait. */
const sendingSchema = z.looseObject({
  /** An instance's own id, or `gate`. */
  id: z.string(),
  tenantId: z.string(),
  /** Instances: seen last. */
  seenAt: instant,
  /** Nothing is sent by anybody before; null: go on. */
  pausedUntil: instant.nullable().default(null),
  /** A code of ours: `throttled`, `unauthorized`, `disabled` or `operator`. */
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
export const sending: Container<Sending> = {
  name: 'sending',
  partitionKey: 'tenantId',
  hasTtl: true,
  schema: sendingSchema,
  indexed: ['seenAt'],
}
