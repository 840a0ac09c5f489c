import { z } from 'zod'
import { levels } from '../framework/schema'
import type { Container } from '../store/store'
import { deliveryStates } from './delivery'
import { instant, isHeld } from './fields'

// What HR plans, and the occasions that come of it. No record here holds a word that a leader has written.

const date = z.iso.date()
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/**
 * Whom a campaign is for. Every list that is not empty narrows the leaders; `people` and `channels` are added to them.
 * With `isEveryLeader` false and no list that narrows, only `people` and `channels` are meant.
 */
export const audienceSchema = z.looseObject({
  isEveryLeader: z.boolean().default(false),
  /** Framework slugs. */
  frameworks: z.array(z.string()).default([]),
  /** Role slugs. */
  roles: z.array(z.string()).default([]),
  levels: z.array(z.enum(levels)).default([]),
  /** Names of organisational units, as the roster has them. */
  units: z.array(z.string()).default([]),
  /** `aadObjectId`s. */
  people: z.array(z.string()).default([]),
  /** Ids of `channels` records. */
  channels: z.array(z.string()).default([]),
})
export type Audience = z.infer<typeof audienceSchema>

const ownQuestionSchema = z.looseObject({
  question: z.string().min(1).max(500),
  /** The same in English, for who has chosen it; without it, everybody reads the Danish one. */
  en: z.string().min(1).max(500).optional(),
})
export type OwnQuestion = z.infer<typeof ownQuestionSchema>

export const promptPlanSchema = z.discriminatedUnion('kind', [
  /** By each leader's framework and role. */
  z.looseObject({ kind: z.literal('automatic') }),
  /** The same, on pitfalls only. */
  z.looseObject({ kind: z.literal('pitfalls') }),
  /** The same, within these areas only (area slugs). */
  z.looseObject({
    kind: z.literal('areas'),
    areas: z.array(z.string()).min(1),
    /** One area at a time, for so many occasions each; absent: all of them all the time. */
    occasionsEach: z.number().int().min(1).max(26).optional(),
  }),
  /** These, one an occasion, in this order, from the beginning again when they are used up. */
  z.looseObject({ kind: z.literal('chosen'), promptIds: z.array(z.string()).min(1) }),
  /** The same, but each role (slug) has its own; who has another role gets none. */
  z.looseObject({ kind: z.literal('byRole'), turns: z.array(z.record(z.string(), z.string())).min(1) }),
  /** HR's own, one an occasion like these. The first stands where the only one stood once, so that records of both kinds are read. */
  z.looseObject({ kind: z.literal('own'), ...ownQuestionSchema.shape, more: z.array(ownQuestionSchema).optional() }),
])
export type PromptPlan = z.infer<typeof promptPlanSchema>

/** When: local dates and wall-clock time in a zone are the truth (never an instant). */
const recurrenceSchema = z.looseObject({
  /** RFC 5545 recurrence rule of dates, without DTSTART, time parts, COUNT or UNTIL: "FREQ=WEEKLY;BYDAY=TU". */
  rrule: z.string(),
  time: clockTime,
  /** IANA name. */
  timeZone: z.string(),
  /** The same wall-clock time where each leader is. */
  isLeadersZone: z.boolean().default(false),
  first: date,
  /** The last date on which it may fall; null: none. */
  last: date.nullable().default(null),
  /** How many occasions at most; null: no limit. */
  count: z.number().int().min(1).nullable().default(null),
})
export type Recurrence = z.infer<typeof recurrenceSchema>

/** Days on which nothing is sent, and what becomes of an occasion that falls on one. */
const closedDaysSchema = z.looseObject({
  publicHolidays: z.boolean().default(true),
  weekends: z.boolean().default(true),
  /** 24 and 31 December and 5 June: no public holidays, and nobody is at work. */
  customaryDays: z.boolean().default(true),
  /** ISO weeks 7 and 42. */
  schoolHolidays: z.boolean().default(false),
  july: z.boolean().default(false),
  /** The municipality's own. */
  dates: z.array(date).default([]),
  /** `move`: to the next open day before the next occasion would fall; `skip`: not at all. */
  onClosed: z.enum(['move', 'skip']).default('move'),
})
export type ClosedDays = z.infer<typeof closedDaysSchema>

/** A card in the chat of one of HR that shows a campaign. */
const campaignCardSchema = z.looseObject({ personId: z.string(), cardId: z.string() })
export type CampaignCard = z.infer<typeof campaignCardSchema>

export const campaignSchema = z.looseObject({
  /** No colon in it: ids of occasions and deliveries begin with it. */
  id: z.string(),
  tenantId: z.string(),
  name: z.string(),
  state: z.enum(['draft', 'running', 'paused', 'cancelled', 'ended']),
  /** Counts changes. An occasion holds what it was planned with: a change counts from the next one. */
  revision: z.number().int().default(1),
  audience: audienceSchema,
  prompts: promptPlanSchema,
  recurrence: recurrenceSchema,
  closedDays: closedDaysSchema,
  /** Nothing is sent from `from` to `to` (local, may span midnight); null: none. */
  quietHours: z.looseObject({ from: clockTime, to: clockTime }).nullable().default(null),
  /** Days after which those who have not answered are reminded, and how often; 0: never. */
  reminder: z
    .looseObject({ afterDays: z.number().int().min(1).max(6).default(2), most: z.number().int().min(0).max(2) })
    .default({ afterDays: 2, most: 0 }),
  /** How late an occasion may still be sent, e.g. after the server was down. */
  graceMinutes: z.number().int().min(1).default(360),
  /** The local date of the last occasion that is planned, missed or skipped; null: none yet. The scheduler's place. */
  doneUntil: date.nullable().default(null),
  /** How many occasions have been planned. */
  occasions: z.number().int().default(0),
  /** When the scheduler looks at it next; null: never (a draft, paused, cancelled or ended). */
  nextAt: instant.nullable().default(null),
  /** When something of it is sent next, as of the scheduler's last look; null: nothing is to come. */
  nextSendAt: instant.nullable().default(null),
  /** What was due then and is still not sent to everybody, as of the scheduler's last look; null: nothing is late. */
  undoneSince: instant.nullable().default(null),
  /** Since when and how often in a row the scheduler has failed at it; null: all is well. */
  failing: z.looseObject({ since: instant, times: z.number().int() }).nullable().default(null),
  /** Who of HR made it. */
  createdBy: z.string(),
  /** Who of HR wrote its own questions as they stand; empty once that person has erased their data. Absent where there are none. */
  ownBy: z.string().optional(),
  /** Another of HR has read them as they stand, and is for them. */
  approved: z.looseObject({ by: z.string(), at: instant }).optional(),
  /** The cards that follow what is sent, and when they are looked at next; null: nothing is to come. */
  shownIn: z.array(campaignCardSchema).optional(),
  followAt: instant.nullable().optional(),
  createdAt: instant,
  updatedAt: instant,
})
export type Campaign = z.infer<typeof campaignSchema>

/** The recipients of an occasion by state, which add up to `recipients`. */
const deliveryCountsSchema = z.record(z.enum([...deliveryStates, 'recipients']), z.number().int())
export type DeliveryCounts = Readonly<z.infer<typeof deliveryCountsSchema>>

/** One run of a campaign, keyed by its local date, with everything it was planned with. */
export const occasionSchema = z.looseObject({
  /** `occasionId`: <campaignId>:<local date>. */
  id: z.string(),
  campaignId: z.string(),
  tenantId: z.string(),
  campaignName: z.string(),
  date,
  /** The number of this occasion in its campaign, from 0. */
  number: z.number().int(),
  revision: z.number().int(),
  prompts: promptPlanSchema,
  /** The audience's frameworks, which a channel's prompt is chosen from; empty: every one. */
  frameworks: z.array(z.string()).default([]),
  reminder: campaignSchema.shape.reminder,
  closedDays: closedDaysSchema,
  timeZone: z.string(),
  time: clockTime,
  quietHours: campaignSchema.shape.quietHours,
  graceMinutes: campaignSchema.shape.graceMinutes,
  /**
   * `planning`: its audience is being written down, page by page. `planned`: the recipients are final. `missed`: found too late.
   * `cancelled`: what is not sent yet is not to be.
   */
  state: z.enum(['planning', 'planned', 'missed', 'cancelled']),
  /** First send, and the end of grace: what has not left by then is missed. */
  dueAt: instant,
  closesAt: instant,
  recipients: z.number().int().default(0),
  pages: z.number().int().default(0),
  /** The part of the audience that is being written down, where the planning goes on after a crash; null: none yet, or done. */
  cursor: z.string().nullable().default(null),
  /** The local dates of its reminders; none once they are called off. */
  reminderDates: z.array(date).default([]),
  /** The next reminder; null: none to come. */
  remindAt: instant.nullable().default(null),
  reminded: z.number().int().default(0),
  /** How it ended, once nothing of it changes any more; until then the deliveries are counted. */
  counts: deliveryCountsSchema.optional(),
  /** Kept with the counts: who of those not reached chose so, and how many were reminded. */
  away: z.number().int().optional(),
  remindedLeaders: z.number().int().optional(),
  /** HR has called its question back: what was sent says so. */
  calledBackAt: instant.optional(),
  /** Some of it was sent again after all: it is counted anew each time. */
  isResent: z.boolean().optional(),
  createdAt: instant,
  isHeld,
  ttl: z.number().int().optional(),
})
export type Occasion = z.infer<typeof occasionSchema>

export const recipientSchema = z.looseObject({ id: z.string(), kind: z.enum(['leader', 'channel']) })
export type Recipient = z.infer<typeof recipientSchema>

/**
 * A page of an occasion's recipients: one message of the work queue. A recipient without a `deliveries` record is pending; so
 * 50,000 of them are planned with some 500 writes, and claiming is creating the record, which one of several instances can.
 */
export const audiencePageSchema = z.looseObject({
  /** `pageId`: <occasionId>:p<number>. */
  id: z.string(),
  occasionId: z.string(),
  campaignId: z.string(),
  number: z.number().int(),
  /** Whose clocks `dueAt` goes by: the campaign's zone, or the leaders' own. */
  timeZone: z.string().optional(),
  dueAt: instant,
  closesAt: instant,
  recipients: z.array(recipientSchema),
  ttl: z.number().int().optional(),
})
export type AudiencePage = z.infer<typeof audiencePageSchema>

export const campaigns: Container<Campaign> = {
  name: 'campaigns',
  partitionKey: 'tenantId',
  hasTtl: false,
  schema: campaignSchema,
  indexed: ['state', 'nextAt', 'createdAt'],
}

export const occasions: Container<Occasion> = {
  name: 'occasions',
  partitionKey: 'campaignId',
  hasTtl: true,
  schema: occasionSchema,
  indexed: ['state', 'date', 'remindAt'],
}

export const audiencePages: Container<AudiencePage> = {
  name: 'audiencePages',
  partitionKey: 'occasionId',
  hasTtl: true,
  schema: audiencePageSchema,
  indexed: ['number'],
}
