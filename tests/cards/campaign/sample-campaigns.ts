import type { z } from 'zod'
import type { Preview } from '../../../src/campaigns/verbs/preview'
import type { CampaignFormValues } from '../../../src/cards/campaign/campaign-form-values'
import {
  type Campaign,
  campaignSchema,
  type DeliveryCounts,
  type Occasion,
  occasionSchema,
} from '../../../src/records/campaign'
import { type Channel, channelSchema } from '../../../src/records/channel'
import { deliveryStates } from '../../../src/records/delivery'

const at = '2026-12-01T08:00:00.000Z'
export const nowMs = Date.parse('2026-11-25T10:00:00.000Z')

export const campaign = (more: Partial<z.input<typeof campaignSchema>> = {}): Campaign =>
  campaignSchema.parse({
    id: 'cabc123def456',
    tenantId: 't',
    name: 'Ugens refleksion',
    state: 'draft',
    createdBy: 'hr',
    audience: { isEveryLeader: true },
    prompts: { kind: 'automatic' },
    recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=TU', time: '09:00', timeZone: 'Europe/Copenhagen', first: '2026-12-01' },
    closedDays: {},
    createdAt: at,
    updatedAt: at,
    ...more,
  })

export const occasion = (date: string, more: Partial<Occasion> = {}): Occasion =>
  occasionSchema.parse({
    id: `cabc123def456:${date}`,
    campaignId: 'cabc123def456',
    tenantId: 't',
    campaignName: 'Ugens refleksion',
    date,
    number: 0,
    revision: 1,
    prompts: { kind: 'automatic' },
    reminder: { most: 0 },
    closedDays: {},
    timeZone: 'Europe/Copenhagen',
    time: '09:00',
    quietHours: null,
    state: 'planned',
    dueAt: at,
    closesAt: at,
    createdAt: at,
    ...more,
  })

export function counts(some: Partial<Record<(typeof deliveryStates)[number], number>> = {}): DeliveryCounts {
  const all = Object.fromEntries(deliveryStates.map((state) => [state, some[state] ?? 0]))
  const recipients = Object.values(all).reduce((sum, n) => sum + n, 0)
  return { ...(all as Record<(typeof deliveryStates)[number], number>), recipients }
}

export const everyCount = counts(Object.fromEntries(deliveryStates.map((state, i) => [state, 1000 + i])))

export const channel = (number: number, more: Partial<Channel> = {}): Channel =>
  channelSchema.parse({
    id: `19:${String(number).padStart(32, '0')}@thread.tacv2`,
    tenantId: 't',
    teamId: '19:team',
    conversation: { conversationId: 'c', serviceUrl: 's', botId: 'b' },
    teamName: 'Ledergruppen',
    name: 'Ugens refleksion',
    createdAt: at,
    updatedAt: at,
    ...more,
  })

export const form: CampaignFormValues = {
  name: '',
  framework: 'all',
  roles: [],
  levels: [],
  units: [],
  channels: [],
  plan: 'automatic',
  areas: [],
  each: null,
  prompts: [],
  turns: [],
  english: '',
  weekday: 'TU',
  time: '09:00',
  first: '2026-12-01',
  every: '1',
  weeks: 12,
  closed: ['weekends', 'holidays'],
  question: '',
  reminders: 0,
}

export const preview: Preview = {
  dates: [
    { ruleDate: '2026-12-01', date: '2026-12-01', at, why: null, holiday: null },
    { ruleDate: '2026-12-08', date: '2026-12-08', at: '2026-12-08T08:00:00.000Z', why: null, holiday: null },
    { ruleDate: '2026-12-15', date: '2026-12-15', at: '2026-12-15T08:00:00.000Z', why: null, holiday: null },
    {
      ruleDate: '2026-12-25',
      date: '2026-12-28',
      at: '2026-12-28T08:00:00.000Z',
      why: 'public-holiday',
      holiday: '1. juledag',
    },
    { ruleDate: '2026-12-31', date: '2027-01-04', at: '2027-01-04T08:00:00.000Z', why: 'customary-day', holiday: null },
    { ruleDate: '2027-07-06', date: null, at: null, why: 'july', holiday: null },
  ],
  leaders: 132,
  isForCaller: false,
  channels: 1,
  channelsAsked: 1,
  newcomers: 12,
  unreachable: [
    { id: 'a', name: 'Søren Østergaard', why: 'no-conversation' },
    { id: 'b', name: 'Kirsten Bæk Åkjær', why: 'no-prompt' },
    { id: 'c', name: '', why: 'not-installed' },
  ],
  unreachableCount: 3,
  away: 7,
  sample: { promptId: 'own', question: 'Hvad lykkedes for dig i denne uge?', framework: null },
  runOut: null,
  shortage: null,
  needsConfirmation: false,
}
