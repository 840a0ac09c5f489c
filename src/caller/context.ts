import type { Knowledge } from '../answers/knowledge'
import type { Config } from '../config/config'
import type { Log } from '../log/log'
import type { Store } from '../store/store'
import type { Clock } from '../time/clock'

/** What of HR's somebody may: plan for everybody, for the leaders of some units of the roster, or nothing. */
export type HrRight =
  | { readonly kind: 'none' }
  | { readonly kind: 'everything' }
  | { readonly kind: 'units'; readonly units: readonly string[] }

/** Who acts: the activity's sender as Teams authenticated it, never anything inside card data. */
export interface Caller {
  readonly tenantId: string
  /** The sender's aadObjectId. */
  readonly leaderId: string
  /** As Teams shows it; may be empty. Never split: one word, or five, is a name. */
  readonly name: string
  /** Runs a command of the operator's on the server: no person of Teams. Never set by an activity. */
  readonly isOperator?: true
  /** What of HR's they were given, as stored when the turn began; what the configuration gives stands there. */
  readonly hrRight?: HrRight
  /** Who of the operators it is, as they call themselves; for the audit. */
  readonly by?: string
}

/** What every verb is handed first. */
export interface Ctx extends Services {
  readonly caller: Caller
}

/** What loops are handed, which act for nobody: the scheduler and the worker. */
export interface Services {
  readonly config: Pick<
    Config,
    | 'isLocal'
    | 'tenantId'
    | 'locale'
    | 'timeZone'
    | 'retentionMonths'
    | 'profileMonths'
    | 'contact'
    | 'legalBasis'
    | 'processors'
    | 'archive'
    | 'controller'
    | 'dpo'
    | 'hrIds'
    | 'hrConversation'
    | 'hrReminderDays'
    | 'approveQuestions'
    | 'sendsPerSecond'
    | 'spreadMinutes'
    | 'confirmRecipients'
    | 'municipality'
  >
  readonly knowledge: Knowledge
  /** What the audit's hashes of persons are made with; undefined where it has none. */
  readonly auditKey?: string | undefined
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
}

/** The present instant as records hold it. */
export function nowIso(ctx: Pick<Services, 'clock'>): string {
  return new Date(ctx.clock.now()).toISOString()
}
