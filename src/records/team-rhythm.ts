import { z } from 'zod'
import type { Container } from '../store/store'
import { conversationSchema } from './conversation'
import { instant } from './fields'
import { rhythmFields } from './rhythm'

/** When a channel or group chat wants a question to talk about, as one of its members has said. */
export const teamRhythmSchema = z.looseObject({
  /** The conversation id of the channel or group chat, without a thread: each has one at most. */
  id: z.string(),
  tenantId: z.string(),
  ...rhythmFields,
  /** The way there, without a thread. */
  conversation: conversationSchema,
  /** The aadObjectId and name of whoever has said so; null and empty once their data are erased. */
  setBy: z.string().nullable(),
  setByName: z.string().default(''),
  /** The message that tells it, and where: it shows their name. */
  card: z.looseObject({ conversation: conversationSchema, id: z.string() }).optional(),
  /** From when on questions without an answer are counted. */
  countedFrom: instant,
  /** When it was asked whether to go on; nothing comes until somebody says so. Null: it goes on. */
  askedAt: instant.nullable().default(null),
  createdAt: instant,
  updatedAt: instant,
})
export type TeamRhythm = z.infer<typeof teamRhythmSchema>

export const teamRhythms: Container<TeamRhythm> = {
  name: 'teamRhythms',
  partitionKey: 'tenantId',
  hasTtl: false,
  schema: teamRhythmSchema,
  indexed: ['nextAt', 'setBy'],
}
