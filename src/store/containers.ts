import { z } from 'zod'
import type { Container, ContainerShape } from './store'

// Records are looseObjects: fields written by a newer version of the program survive a read and rewrite by this one.

const instant = z.iso.datetime()

/** How to reach somebody (or a channel) again. Never leaves the server. */
export const conversationSchema = z.looseObject({
  conversationId: z.string(),
  serviceUrl: z.string(),
  botId: z.string(),
  userId: z.string().optional(),
})

export const leaderSchema = z.looseObject({
  /** The leader's aadObjectId. */
  id: z.string(),
  tenantId: z.string(),
  name: z.string().default(''),
  framework: z.string().nullable().default(null),
  role: z.string().nullable().default(null),
  locale: z.enum(['da', 'en']).default('da'),
  timeZone: z.string().default('Europe/Copenhagen'),
  conversation: conversationSchema.nullable().default(null),
  /** When the welcome card was shown; null: it is still to come. */
  welcomedAt: instant.nullable().default(null),
  /** No prompts before this local date, YYYY-MM-DD. */
  pausedUntil: z.iso.date().nullable().default(null),
  /** No prompts until the leader says so. */
  stopped: z.boolean().default(false),
  /** Cards in the leader's chat that show texts of theirs, so that they can be emptied; the newest ones. */
  cardIds: z.array(z.string()).optional(),
  /** Set while the leader's data are being erased: the id of the audit line. */
  erasing: z.string().optional(),
  createdAt: instant,
  updatedAt: instant,
  ttl: z.number().int().optional(),
})
export type Leader = z.infer<typeof leaderSchema>

export const reflectionSchema = z.looseObject({
  id: z.string(),
  /** The leader's aadObjectId: nobody else's key opens this partition. */
  leaderId: z.string(),
  promptId: z.string(),
  statementIds: z.array(z.string()),
  state: z.enum(['shown', 'answered', 'skipped']),
  /** What the leader wrote; absent until answered. Private to the leader, never logged, never indexed. */
  text: z.string().optional(),
  shownAt: instant,
  answeredAt: instant.optional(),
  /** The message that shows it, so that the card can be emptied when it is erased. */
  cardIds: z.array(z.string()).optional(),
  createdAt: instant,
  ttl: z.number().int().optional(),
})
export type Reflection = z.infer<typeof reflectionSchema>

export const leaders: Container<Leader> = {
  name: 'leaders',
  partitionKey: 'tenantId',
  hasTtl: false,
  schema: leaderSchema,
  indexed: ['framework', 'role'],
}

export const reflections: Container<Reflection> = {
  name: 'reflections',
  partitionKey: 'leaderId',
  hasTtl: true,
  schema: reflectionSchema,
  indexed: ['state', 'promptId', 'shownAt', 'answeredAt', 'createdAt'],
}

const delivery = z.enum(['sending', 'sent', 'failed', 'unknown'])

/** What a leader sent to HR on purpose, and HR's answers. */
export const helpRequestSchema = z.looseObject({
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
    .array(z.looseObject({ at: instant, text: z.string(), delivery, cardId: z.string().optional() }))
    .default([]),
  /** Who of HR took it; null: nobody yet. */
  handlerId: z.string().nullable().default(null),
  handlerName: z.string().default(''),
  createdAt: instant,
  ttl: z.number().int().optional(),
})
export type HelpRequest = z.infer<typeof helpRequestSchema>

export const helpRequests: Container<HelpRequest> = {
  name: 'helpRequests',
  partitionKey: 'tenantId',
  hasTtl: true,
  schema: helpRequestSchema,
  indexed: ['leaderId', 'handlerId', 'createdAt'],
}

/** That something was done, without whom it was about. */
export const auditSchema = z.looseObject({
  id: z.string(),
  tenantId: z.string(),
  at: instant,
  what: z.string(),
  counts: z.record(z.string(), z.number().int()),
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

/** Every container, for adapters that must know them before first use. */
export const containers: readonly ContainerShape[] = [leaders, reflections, helpRequests, audit]
