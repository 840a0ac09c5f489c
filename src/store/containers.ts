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

/** Every container, for adapters that must know them before first use. */
export const containers: readonly ContainerShape[] = [leaders, reflections]
