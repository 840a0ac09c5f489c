import { z } from 'zod'
import type { Container } from '../store/store'
import { denmarksTimeZone } from '../time/time-zone'
import { conversationSchema } from './conversation'
import { instant } from './fields'

export const leaderSchema = z.looseObject({
  /** The leader's aadObjectId. */
  id: z.string(),
  tenantId: z.string(),
  name: z.string().default(''),
  framework: z.string().nullable().default(null),
  role: z.string().nullable().default(null),
  /** Whether municipality and role are the leader's own choice, which the roster leaves alone; absent in older records. */
  isProfileChosen: z.boolean().optional(),
  /** The role that the roster has taken from them, until they are offered what is new in the one they have now. */
  formerRole: z.looseObject({ framework: z.string(), role: z.string() }).optional(),
  /** The role told in a sentence that they were last asked whether to keep, as `framework/role`: it is asked once. */
  roleOffered: z.string().optional(),
  locale: z.enum(['da', 'en']).default('da'),
  timeZone: z.string().default(denmarksTimeZone),
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
  /** What of HR's they may, given in the chat by an administrator; absent: nothing. `units`: for these only. */
  hrRight: z
    .discriminatedUnion('kind', [
      z.looseObject({ kind: z.literal('everything') }),
      z.looseObject({ kind: z.literal('units'), units: z.array(z.string()).min(1) }),
    ])
    .optional(),
  /** Since when they have it. */
  hrSince: instant.optional(),
  /** E-mail and user principal name, in small letters, where HR's roster names them by these. */
  addresses: z.array(z.string()).optional(),
  /** When the welcome card was shown; null: it is still to come. */
  welcomedAt: instant.nullable().default(null),
  /** With `pausedUntil`: the local date on which the pause begins; null: it has begun. */
  pausedFrom: z.iso.date().nullable().default(null),
  /** No prompts before this local date, YYYY-MM-DD. */
  pausedUntil: z.iso.date().nullable().default(null),
  /** No prompts until the leader says so. */
  stopped: z.boolean().default(false),
  /** The roster names them no longer, since when: no prompts. Being on it again, or asking for prompts, clears it. */
  leavingSince: instant.optional(),
  /** The month of their last message or press in their own chat, YYYY-MM; absent in older records. */
  lastContact: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  /** When they were told that the profile goes for want of one. */
  expiryToldAt: instant.optional(),
  /** Their data are held: kept as they are, and no prompts, since when. */
  heldSince: instant.optional(),
  /** What of it they are still to be told. */
  holdUntold: z.enum(['held', 'released']).optional(),
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

export const leaders: Container<Leader> = {
  name: 'leaders',
  partitionKey: 'tenantId',
  hasTtl: false,
  schema: leaderSchema,
  indexed: ['framework', 'role', 'unit', 'hrSince'],
}
