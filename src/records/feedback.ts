import { z } from 'zod'
import type { Container } from '../store/store'
import { instant } from './fields'

/** What may have been wrong with an answer. */
export const missReasons = ['misread', 'role', 'topic', 'missing', 'unclear', 'other'] as const

/**
 * That an answer missed. It holds nothing of who said so: no person, role, conversation or hour, and no id that stands anywhere else
 * but in the card of whoever sent it.
 */
const feedbackSchema = z.looseObject({
  id: z.string(),
  tenantId: z.string(),
  /** The local date, YYYY-MM-DD. */
  day: z.iso.date(),
  /** What kind of answer it was. */
  operation: z.string(),
  /** The framework that answered, as a slug; null: several, or none. */
  framework: z.string().nullable(),
  /** The first of the points that were shown. */
  statementIds: z.array(z.string()),
  reason: z.enum(missReasons),
  /** What was asked, where it was sent on purpose. */
  question: z.string().optional(),
  /** The beginning of the day, so that it tells no more. */
  createdAt: instant,
  ttl: z.number().int().optional(),
})
export type Feedback = z.infer<typeof feedbackSchema>

export const feedback: Container<Feedback> = {
  name: 'feedback',
  partitionKey: 'tenantId',
  hasTtl: true,
  schema: feedbackSchema,
  indexed: ['day'],
}
