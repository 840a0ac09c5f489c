import { z } from 'zod'
import type { Container } from '../store/store'
import { conversationSchema } from './conversation'
import { delivery, instant, isHeld } from './fields'

/** What a leader sent to HR on purpose, and HR's answers. */
export const hrRequestSchema = z.looseObject({
  id: z.string(),
  tenantId: z.string(),
  /** Whose it is. */
  leaderId: z.string(),
  name: z.string(),
  text: z.string(),
  state: z.enum(['new', 'taken', 'closed']),
  /** On its way to HR's conversation; `unknown`: it may have arrived. */
  delivery,
  /** Since when it is being sent: another attempt waits for its end. */
  sendingSince: instant,
  /** The card in HR's conversation. */
  hrCard: z.looseObject({ id: z.string(), conversation: conversationSchema }).nullable().default(null),
  /** The card in the leader's chat that shows the state. */
  leaderCardId: z.string().nullable().default(null),
  answers: z
    .array(
      z.looseObject({
        at: instant,
        text: z.string(),
        delivery,
        cardId: z.string().optional(),
        /** Who of HR wrote it, which the leader sees; absent in older records. */
        byId: z.string().optional(),
        byName: z.string().optional(),
      }),
    )
    .default([]),
  /** Who of HR took it; null: nobody yet. */
  handlerId: z.string().nullable().default(null),
  handlerName: z.string().default(''),
  /** When HR is reminded of it, where nobody has answered; null: it has been, or need not be. */
  remindAt: instant.nullable().default(null),
  createdAt: instant,
  isHeld,
  ttl: z.number().int().optional(),
})
export type HrRequest = z.infer<typeof hrRequestSchema>

export const hrRequests: Container<HrRequest> = {
  name: 'helpRequests',
  partitionKey: 'tenantId',
  hasTtl: true,
  schema: hrRequestSchema,
  indexed: ['leaderId', 'handlerId', 'createdAt', 'remindAt'],
}
