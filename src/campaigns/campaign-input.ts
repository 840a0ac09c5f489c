import { z } from 'zod'
import { audienceSchema, type promptPlanSchema } from '../store/campaign-containers'

// A form as it was filled in. What is wrong in it is told by `campaign-faults`, all at once, so little is refused here.

const short = z.string().trim().max(60)
const weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])

export const recurrenceInput = z.object({
  /** RFC 5545; or else `every` and what goes with it. */
  rrule: z.string().trim().max(200).optional(),
  every: z.enum(['week', '2weeks', 'month']).optional(),
  /** Default: that of `first`. */
  weekday: weekday.optional(),
  /** With `month`: which such weekday of the month, -1 for the last. Default, where a weekday is given: the first. */
  nth: z.union([z.literal([1, 2, 3, 4, -1])]).optional(),
  /** With `month`: the day, -1 for the last. Default, where no weekday is given: that of `first`. */
  monthDay: z.number().int().min(-1).max(31).optional(),
  /** HH:MM */
  time: short,
  /** IANA name. Default: the installation's. */
  timeZone: short.optional(),
  /** The same time on the clock where each leader is. */
  isLeadersZone: z.boolean().default(false),
  /** YYYY-MM-DD */
  first: short,
  last: short.nullable().default(null),
  count: z.number().nullable().default(null),
})
export type RecurrenceInput = z.infer<typeof recurrenceInput>

export const closedDaysInput = z.object({
  publicHolidays: z.boolean().default(true),
  weekends: z.boolean().default(true),
  customaryDays: z.boolean().default(true),
  schoolHolidays: z.boolean().default(false),
  july: z.boolean().default(false),
  dates: z.array(short).max(400).default([]),
  onClosed: z.enum(['move', 'skip']).default('move'),
})

const audienceInput = z.object(audienceSchema.shape).extend({
  levels: z.array(short).default([]),
  /** Ids are lower case wherever they are kept. */
  people: z.array(z.string().trim().toLowerCase().max(200)).default([]),
})

const promptsInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('automatic') }),
  z.object({ kind: z.literal('areas'), areas: z.array(short).max(100) }),
  z.object({ kind: z.literal('chosen'), promptIds: z.array(z.string().trim().max(200)).max(200) }),
  z.object({ kind: z.literal('own'), question: z.string().trim().max(5000) }),
]) satisfies z.ZodType<unknown, z.input<typeof promptPlanSchema>>

export const campaignInput = z.object({
  /** The client's own key: a form that is sent twice makes one campaign. `c` and 12 small letters and digits. */
  id: z
    .string()
    .regex(/^c[a-z0-9]{12}$/)
    .optional(),
  name: z.string().trim().max(500),
  audience: audienceInput,
  prompts: promptsInput.default({ kind: 'automatic' }),
  recurrence: recurrenceInput,
  closedDays: closedDaysInput.default(closedDaysInput.parse({})),
  quietHours: z.object({ from: short, to: short }).nullable().default(null),
  reminder: z
    .object({ afterDays: z.number().default(2), most: z.number().default(0) })
    .default({ afterDays: 2, most: 0 }),
  graceMinutes: z.number().default(360),
})
export type CampaignInput = z.infer<typeof campaignInput>

export const campaignIdInput = z.object({ campaignId: z.string() })
