import { z } from 'zod'
import type { Container } from '../store/store'
import { instant } from './fields'

/** What was done. Of leaders never about whom; of HR by whom, to which campaign, and whose right it was about. */
const auditSchema = z.looseObject({
  id: z.string(),
  tenantId: z.string(),
  at: instant,
  what: z.string(),
  counts: z.record(z.string(), z.number().int()),
  /** Which operator did it, in their own words, or who of HR, by object id; and why. */
  by: z.string().optional(),
  reason: z.string().optional(),
  /** Whose right to plan was given or taken, by object id; erased as `by` is. */
  about: z.string().optional(),
  /** Which campaign, and what it was called then. */
  campaignId: z.string().optional(),
  campaignName: z.string().optional(),
  /** A keyed hash of whom it was about, where it must be done again after a restore; the key is not in the store. */
  whom: z.string().optional(),
  ttl: z.number().int().optional(),
})
export type AuditLine = z.infer<typeof auditSchema>

export const audit: Container<AuditLine> = {
  name: 'audit',
  partitionKey: 'tenantId',
  hasTtl: true,
  schema: auditSchema,
  indexed: ['at', 'what'],
}
