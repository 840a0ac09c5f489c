import { z } from 'zod'
import type { Container } from '../store/store'
import { instant } from './fields'

/** When a leader wants to be asked, as they have said it themselves. Nobody else is shown that there is one. */
export const rhythmSchema = z.looseObject({
  /** The leader's aadObjectId: each has one at most. */
  id: z.string(),
  tenantId: z.string(),
  /** 1 (Monday) to 7 (Sunday). */
  weekday: z.number().int().min(1).max(7),
  /** HH:MM where the leader is. */
  time: z.string(),
  everyWeeks: z.number().int().min(1).max(2),
  /** What they want to be asked about, in their own words; empty: what fits their role. */
  topic: z.string().default(''),
  /** The local date of the first one, from which weeks are counted. */
  startsOn: z.iso.date(),
  /** Which one comes next, as its instant by the rule. */
  dueAt: instant,
  /** When it is looked at next: later than `dueAt` where it waits. */
  nextAt: instant,
  createdAt: instant,
  updatedAt: instant,
})
export type Rhythm = z.infer<typeof rhythmSchema>

export const ownRhythms: Container<Rhythm> = {
  name: 'rhythms',
  partitionKey: 'tenantId',
  hasTtl: false,
  schema: rhythmSchema,
  indexed: ['nextAt'],
}
