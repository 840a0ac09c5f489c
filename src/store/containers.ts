import { z } from 'zod'
import { audiencePages, campaigns, occasions } from './campaign-containers'
import { conversationSchema } from './conversation'
import { channels, deliveries, sending, threadAnswers } from './delivery-containers'
import type { Container, ContainerShape } from './store'

// Records are looseObjects: fields written by a newer version of the program survive a read and rewrite by this one.

const instant = z.iso.datetime()
/** A message on its way to another conversation; `unknown`: it may have arrived. */
const delivery = z.enum(['sending', 'sent', 'failed', 'unknown'])

export const leaderSchema = z.looseObject({
  /** The leader's aadObjectId. */
  id: z.string(),
  tenantId: z.string(),
  name: z.string().default(''),
  framework: z.string().nullable().default(null),
  role: z.string().nullable().default(null),
  /** Whether municipality and role are the leader's own choice, which the roster leaves alone; absent in older records. */
  isProfileChosen: z.boolean().optional(),
  locale: z.enum(['da', 'en']).default('da'),
  timeZone: z.string().default('Europe/Copenhagen'),
  /** Teams has told the zone: the roster does not change it. */
  isTimeZoneTold: z.boolean().optional(),
  conversation: conversationSchema.nullable().default(null),
  /**
   * Why nothing can be sent; null: nothing known against it. An installation, any activity of theirs and a send that arrives
   * clear it.
   */
  unreachable: z
    .looseObject({ why: z.enum(['uninstalled', 'blocked', 'not-installed', 'no-conversation']), at: instant })
    .nullable()
    .default(null),
  /** Organisational unit, from HR's roster; null: not told. */
  unit: z.string().nullable().default(null),
  /** When the welcome card was shown; null: it is still to come. */
  welcomedAt: instant.nullable().default(null),
  /** No prompts before this local date, YYYY-MM-DD. */
  pausedUntil: z.iso.date().nullable().default(null),
  /** No prompts until the leader says so. */
  stopped: z.boolean().default(false),
  /** Cards in the leader's chat that show texts of theirs, so that they can be emptied; the newest ones. */
  cardIds: z.array(z.string()).optional(),
  /** The newest file that was handed over: the same consent, delivered again, does nothing. */
  fileId: z.string().optional(),
  /** Set while the leader's data are being erased: the id of the audit line. */
  erasing: z.string().optional(),
  /** Likewise: what stands for the leader in counts that must go on adding up. Goes with this record. */
  alias: z.string().optional(),
  /** Likewise: how many texts of theirs may still stand in other conversations, by kind. */
  cardsLeft: z.looseObject({ hr: z.number().int(), channels: z.number().int(), threads: z.number().int() }).optional(),
  createdAt: instant,
  updatedAt: instant,
  ttl: z.number().int().optional(),
})
export type Leader = z.infer<typeof leaderSchema>

/** One answer shown in one channel by the leader's own act. The words are not repeated here. */
export const shareSchema = z.looseObject({
  /** Id of the `channels` record, and what the channel was called. */
  channelId: z.string(),
  name: z.string(),
  /** Which answer was shared: an edited one is another. */
  revision: z.number().int(),
  delivery,
  /** Of the last attempt, and how many there were. */
  at: instant,
  attempts: z.number().int(),
  /** The message in the channel, so that it can be taken back. */
  cardId: z.string().optional(),
  isTakenBack: z.boolean().default(false),
})
export type Share = z.infer<typeof shareSchema>

export const reflectionSchema = z.looseObject({
  id: z.string(),
  /** The leader's aadObjectId: nobody else's key opens this partition. */
  leaderId: z.string(),
  /** `own` where it is HR's own question, which then stands in `question`. */
  promptId: z.string(),
  statementIds: z.array(z.string()),
  question: z.string().optional(),
  /** The delivery of a campaign that brought it; absent where the leader asked for it. */
  deliveryId: z.string().optional(),
  /** `withdrawn`: the leader took the answer back; text and scale are gone from the record. */
  state: z.enum(['shown', 'answered', 'skipped', 'snoozed', 'withdrawn']),
  /** What the leader wrote; absent until answered. Private to the leader, never logged, never indexed. */
  text: z.string().optional(),
  /** "How well does it go?", 1 to 5, by the leader alone and for the leader alone. */
  scale: z.number().int().min(1).max(5).optional(),
  /** Counts how often the answer was given, edited or withdrawn; absent: never. A form that began from an older one is behind. */
  revision: z.number().int().optional(),
  shared: z.array(shareSchema).optional(),
  /** With `snoozed`: when it comes again. */
  snoozedUntil: instant.optional(),
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
  indexed: ['framework', 'role', 'unit'],
}

export const reflections: Container<Reflection> = {
  name: 'reflections',
  partitionKey: 'leaderId',
  hasTtl: true,
  schema: reflectionSchema,
  indexed: ['state', 'promptId', 'shownAt', 'answeredAt', 'createdAt'],
}

/** A prompt put off, found by its time; gone when it has come again or is answered. */
export const snoozeSchema = z.looseObject({
  /** `snoozeId`: <leaderId>:<reflectionId>. */
  id: z.string(),
  tenantId: z.string(),
  leaderId: z.string(),
  reflectionId: z.string(),
  dueAt: instant,
  ttl: z.number().int().optional(),
})
export type Snooze = z.infer<typeof snoozeSchema>

export const snoozes: Container<Snooze> = {
  name: 'snoozes',
  partitionKey: 'tenantId',
  hasTtl: true,
  schema: snoozeSchema,
  indexed: ['dueAt', 'leaderId'],
}

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
export const containers: readonly ContainerShape[] = [
  leaders,
  reflections,
  snoozes,
  helpRequests,
  channels,
  campaigns,
  occasions,
  audiencePages,
  deliveries,
  threadAnswers,
  sending,
  audit,
]
