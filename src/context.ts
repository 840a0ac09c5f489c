import type { Clock } from './clock'
import type { Config } from './config'
import type { Knowledge } from './knowledge'
import type { Log } from './log'
import type { Store } from './store/store'

/** Who acts: the activity's sender as Teams authenticated it, never anything inside card data. */
export interface Caller {
  readonly tenantId: string
  /** The sender's aadObjectId. */
  readonly leaderId: string
  /** As Teams shows it; may be empty. Never split: one word, or five, is a name. */
  readonly name: string
}

/** What every verb is handed first. */
export interface Ctx {
  readonly caller: Caller
  readonly config: Pick<
    Config,
    'locale' | 'timeZone' | 'retentionMonths' | 'contact' | 'legalBasis' | 'hrIds' | 'hrConversation'
  >
  readonly knowledge: Knowledge
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
}

/** The present instant as records hold it. */
export function nowIso(ctx: Pick<Ctx, 'clock'>): string {
  return new Date(ctx.clock.now()).toISOString()
}
