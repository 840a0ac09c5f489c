import { z } from 'zod'
import { audienceSchema, type promptPlanSchema } from '../../records/campaign'
import { tidyRule } from '../calendar/recurrence-rule'

// A form as it was filled in. What is wrong in it is told by `campaign-faults`, all at once and by field, so that nothing that can be
// typed is refused here.

const typed = z.string().trim()
const weekday = z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])

const recurrenceInput = z.object({
  /** RFC 5545; or else `every` and what goes with it. */
  rrule: typed.transform(tidyRule).optional(),
  every: z.enum(['week', '2weeks', 'month']).optional(),
  /** Default: that of `first`. */
  weekday: weekday.optional(),
  /** With `month`: which such weekday of the month, -1 for the last. Default, where a weekday is given: the first. */
  nth: z.union([z.literal([1, 2, 3, 4, -1])]).optional(),
  /** With `month`: the day, -1 for the last. Default, where no weekday is given: that of `first`. */
  monthDay: z.number().optional(),
  /** HH:MM */
  time: typed,
  /** IANA name. Default: the installation's. */
  timeZone: typed.optional(),
  /** The same time on the clock where each leader is. */
  isLeadersZone: z.boolean().default(false),
  /** YYYY-MM-DD */
  first: typed,
  last: typed.nullable().default(null),
  count: z.number().nullable().default(null),
})
export type RecurrenceInput = z.infer<typeof recurrenceInput>

const closedDaysInput = z.object({
  publicHolidays: z.boolean().default(true),
  weekends: z.boolean().default(true),
  customaryDays: z.boolean().default(true),
  schoolHolidays: z.boolean().default(false),
  july: z.boolean().default(false),
  dates: z.array(typed).default([]),
  onClosed: z.enum(['move', 'skip']).default('move'),
})

const audienceInput = z.object(audienceSchema.shape).extend({
  levels: z.array(typed).default([]),
  /** Ids are lower case wherever they are kept. */
  people: z.array(typed.toLowerCase()).default([]),
})

const ownQuestionInput = z.object({ question: typed, en: typed.optional() })

const promptsInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('automatic') }),
  z.object({ kind: z.literal('pitfalls') }),
  z.object({ kind: z.literal('areas'), areas: z.array(typed), occasionsEach: z.number().optional() }),
  z.object({ kind: z.literal('chosen'), promptIds: z.array(typed) }),
  z.object({ kind: z.literal('byRole'), turns: z.array(z.record(typed, typed)) }),
  z.object({ kind: z.literal('own'), ...ownQuestionInput.shape, more: z.array(ownQuestionInput).optional() }),
]) satisfies z.ZodType<unknown, z.input<typeof promptPlanSchema>>

const reminderInput = z.object({ afterDays: z.number().default(2), most: z.number().default(0) })

export const campaignInput = z.object({
  /** The client's own key: a form that is sent twice makes one campaign. `c` and 12 small letters and digits. */
  id: z.string().optional(),
  name: typed,
  audience: audienceInput,
  prompts: promptsInput.default({ kind: 'automatic' }),
  recurrence: recurrenceInput,
  closedDays: closedDaysInput.default(closedDaysInput.parse({})),
  quietHours: z.object({ from: typed, to: typed }).nullable().default(null),
  reminder: reminderInput.default(reminderInput.parse({})),
  graceMinutes: z.number().default(360),
})
export type CampaignInput = z.infer<typeof campaignInput>

/** What is left out stays as it is; of what has parts, each part. */
export const campaignChanges = z.object({
  ...campaignInput.omit({ id: true }).partial().shape,
  audience: audienceInput.partial().optional(),
  recurrence: recurrenceInput.partial().optional(),
  closedDays: closedDaysInput.partial().optional(),
  reminder: reminderInput.partial().optional(),
})

export const campaignIdInput = z.object({ campaignId: z.string() })
