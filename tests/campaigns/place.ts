import type { z } from 'zod'
import type { Ctx } from '../../src/caller/context'
import type { campaignInput } from '../../src/campaigns/form/campaign-input'
import type { Planning } from '../../src/campaigns/planning/plan-occasion'
import type { Work } from '../../src/queue/work-message'
import { type AudiencePage, audiencePages, type Occasion, occasions } from '../../src/records/campaign'
import { type Leader, leaderSchema, leaders } from '../../src/records/leader'
import { everyDocument } from '../../src/store/every-document'
import type { Store } from '../../src/store/store'
import type { Place } from '../support/verbs'

export type Form = z.input<typeof campaignInput>

/** A weekly campaign at nine on Tuesdays to every leader, as the operator makes it. */
export const weekly: Form = {
  name: 'Ugens spørgsmål',
  audience: { isEveryLeader: true },
  recurrence: { every: 'week', weekday: 'TU', time: '09:00', first: '2027-01-05' },
}

let named = 0
/** Two campaigns of one name are refused. */
export function anotherName(): string {
  named++
  return `Ugens spørgsmål, hold ${named}`
}

/** The operator's, who may do what HR may. */
export function operator(place: Place, config: Partial<Ctx['config']> = {}): Ctx {
  return place.ctx({ leaderId: 'operator', name: '', isOperator: true }, config)
}

export async function addLeaders(place: Place, ids: readonly string[], fields: Partial<Leader> = {}): Promise<void> {
  for (const id of ids) {
    const now = new Date(place.clock.now()).toISOString()
    const leader = leaderSchema.parse({ id, tenantId: 'tenant', createdAt: now, updatedAt: now, ...fields })
    await place.store.create(leaders, leader)
  }
}

/** A queue that keeps what was sent, and when it is due. */
export interface KeptQueue {
  readonly sent: { work: Work; dueAt: string }[]
  readonly queue: Planning['queue']
}

export function createKeptQueue(place: Place): KeptQueue {
  const sent: KeptQueue['sent'] = []
  return {
    sent,
    queue: {
      async send(work, { delayMs = 0 } = {}) {
        sent.push({ work, dueAt: new Date(place.clock.now() + delayMs).toISOString() })
      },
    },
  }
}

export async function occasionsOf(store: Store, campaignId: string): Promise<Occasion[]> {
  return everyDocument(store, occasions, campaignId)
}

export async function pagesOf(store: Store, occasionId: string): Promise<AudiencePage[]> {
  return everyDocument(store, audiencePages, occasionId, { orderBy: { field: 'number' } })
}

/** Whom an occasion's pages name, in order. */
export async function audienceOf(store: Store, occasionId: string): Promise<string[]> {
  return (await pagesOf(store, occasionId)).flatMap(({ recipients }) => recipients.map(({ id }) => id))
}
