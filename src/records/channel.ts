import { z } from 'zod'
import type { Container } from '../store/store'
import { conversationSchema } from './conversation'
import { instant, isHeld } from './fields'

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
  /** When it could no longer be written to (removed, deleted, archived); null: it can. */
  removedAt: instant.nullable().default(null),
  /** With `removedAt`: what went, this channel or its whole team, so that a team that comes back brings no deleted channel along. */
  removedWith: z.enum(['channel', 'team']).optional(),
  /** Whose leadership framework is meant there, and which group of it, as slugs; null: nobody has said. */
  framework: z.string().nullable().default(null),
  group: z.string().nullable().default(null),
  /** The newest prompts it was given, so that none comes again too soon. */
  shown: z.array(z.looseObject({ promptId: z.string(), at: instant })).default([]),
  createdAt: instant,
  updatedAt: instant,
})
export type Channel = z.infer<typeof channelSchema>

/** What tells people which channel it is. */
export const channelNameSchema = channelSchema.pick({ id: true, teamName: true, name: true })
export type ChannelName = Pick<Channel, 'id' | 'teamName' | 'name'>

/** Whose it is, as its members have said, or as all here work for one municipality. */
export function meantIn(
  { framework, group }: Pick<Channel, 'framework' | 'group'>,
  municipality: string | null,
): Pick<Channel, 'framework' | 'group'> {
  return { framework: framework ?? municipality, group }
}

/** Where an answer stands that somebody gave in a thread by the card; the words are in the thread alone. */
export const threadAnswerSchema = z.looseObject({
  id: z.string(),
  /** The aadObjectId of whoever answered: nobody else's key opens this partition. */
  leaderId: z.string(),
  /** The discussion's id, which is the delivery's where a campaign brought it. */
  deliveryId: z.string(),
  /** What counts the person in the discussion's `keys`: the same for all their answers there. */
  key: z.string(),
  /** A hash of the words with that key: the same press finds it again. */
  textKey: z.string().default(''),
  /** To be posted; on its way; posted; or it may have arrived. */
  state: z.enum(['noted', 'sending', 'sent', 'unknown']),
  teamName: z.string().default(''),
  /** Empty for the team's own channel. */
  channelName: z.string().default(''),
  /** The thread, and the message in it. */
  conversation: conversationSchema,
  messageId: z.string().optional(),
  createdAt: instant,
  isHeld,
  ttl: z.number().int().optional(),
})
export type ThreadAnswer = z.infer<typeof threadAnswerSchema>

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
