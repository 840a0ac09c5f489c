import { z } from 'zod'
import type { Container } from '../store/store'
import { instant } from './fields'

/** What a leader in a new role is asked, one after another, in place of a question of their own; it ends with the last one. */
const ownSeriesSchema = z.looseObject({
  framework: z.string(),
  /** The role it is for, by its slug; in another it ends. */
  role: z.string(),
  promptIds: z.array(z.string()).min(1),
  /** How many of them have come. */
  come: z.number().int().min(0),
  /** The question of their own that rests meanwhile; null: there is none. */
  after: z.looseObject({ everyWeeks: z.number().int().min(1).max(2), topic: z.string() }).nullable(),
})
export type OwnSeries = z.infer<typeof ownSeriesSchema>

/** When a question is to come again and again, as those have said it who want it. */
export const rhythmFields = {
  /** 1 (Monday) to 7 (Sunday). */
  weekday: z.number().int().min(1).max(7),
  /** HH:MM where they are. */
  time: z.string(),
  everyWeeks: z.number().int().min(1).max(2),
  /** What they want to be asked about, in their own words; empty: what fits them. */
  topic: z.string().default(''),
  /** The local date of the first one, from which weeks are counted. */
  startsOn: z.iso.date(),
  /** Which one comes next, as its instant by the rule. */
  dueAt: instant,
  /** When it is looked at next: later than `dueAt` where it waits. */
  nextAt: instant,
}

/** When a leader wants to be asked, as they have said it themselves. Nobody else is shown that there is one. */
export const rhythmSchema = z.looseObject({
  /** The leader's aadObjectId: each has one at most. */
  id: z.string(),
  tenantId: z.string(),
  ...rhythmFields,
  /** While it lasts, these come at that time. */
  series: ownSeriesSchema.optional(),
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
