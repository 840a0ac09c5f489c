import { z } from 'zod'
import type { Container } from '../store/store'
import { talkSchema } from './expectation-talk'
import { delivery, instant, isHeld } from './fields'

/** One answer shown in one channel by the leader's own act. The words are not repeated here. */
const shareSchema = z.looseObject({
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
  /**
   * `own` where it is HR's own question, which then stands in `question`; `note` where nothing was asked; `talk` where it is about a talk
   * that the leader has prepared.
   */
  promptId: z.string(),
  statementIds: z.array(z.string()),
  question: z.string().optional(),
  /** Of a note: the area that the leader chose, as `<framework>/<area>`; absent: none. */
  area: z.string().optional(),
  /** With `talk`: what the leader takes along to a talk about expectations. Their own words, as `text` is. */
  talk: talkSchema.optional(),
  /** The delivery of a campaign that brought it; absent where the leader asked for it. */
  deliveryId: z.string().optional(),
  /** `withdrawn`: the leader took the answer back; text and scale are gone from the record. */
  state: z.enum(['shown', 'answered', 'skipped', 'snoozed', 'withdrawn']),
  /** What the leader wrote; absent until answered. Private to the leader, never logged, never indexed. */
  text: z.string().optional(),
  /** What the leader wrote to the prompt's second question, after the first. */
  second: z.string().optional(),
  /** "How well does it go?", 1 to 5, by the leader alone and for the leader alone. */
  scale: z.number().int().min(1).max(5).optional(),
  /** Counts how often the answer was given, edited or withdrawn; absent: never. A form that began from an older one is behind. */
  revision: z.number().int().optional(),
  shared: z.array(shareSchema).optional(),
  /** When the leader wants to be asked whether anything has changed since; absent: they do not. */
  againAt: instant.optional(),
  /** Of a question that comes again for that: the answer it asks about, and when that was given. */
  goesOnFrom: z.looseObject({ reflectionId: z.string(), answeredAt: instant }).optional(),
  /** With `snoozed`: when it comes again. */
  snoozedUntil: instant.optional(),
  /** Hash of the activity that asked for it, so that one that is delivered again finds it. */
  askedIn: z.string().optional(),
  shownAt: instant,
  /** When it was last brought to mind again. */
  remindedAt: instant.optional(),
  answeredAt: instant.optional(),
  /** When HR called the question back; an answer stays. */
  calledBackAt: instant.optional(),
  /** The message that shows it, so that the card can be emptied when it is erased. */
  cardIds: z.array(z.string()).optional(),
  createdAt: instant,
  isHeld,
  ttl: z.number().int().optional(),
})
export type Reflection = z.infer<typeof reflectionSchema>

/** In place of a prompt's id. */
export const notePrompt = 'note'
/** What the leader wrote of their own accord, without a question. */
export function isNote({ promptId }: Pick<Reflection, 'promptId'>): boolean {
  return promptId === notePrompt
}
export const reflections: Container<Reflection> = {
  name: 'reflections',
  partitionKey: 'leaderId',
  hasTtl: true,
  schema: reflectionSchema,
  indexed: ['state', 'promptId', 'shownAt', 'answeredAt', 'createdAt'],
}

/** A prompt put off, or an answer to be asked about again, found by its time; gone when it has come or is settled otherwise. */
export const snoozeSchema = z.looseObject({
  /** `snoozeId`: <leaderId>:<reflectionId>. */
  id: z.string(),
  tenantId: z.string(),
  leaderId: z.string(),
  reflectionId: z.string(),
  /** `again`: whether anything has changed since the answer is to be asked; absent: the prompt was put off. */
  kind: z.literal('again').optional(),
  dueAt: instant,
  isHeld,
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
