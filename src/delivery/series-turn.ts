import { atHome } from '../framework/at-home'
import { afterSeries, isForRole, nextInSeries } from '../prompts/choosing/own-series'
import type { Leader } from '../records/leader'
import { ownRhythms, type Rhythm } from '../records/rhythm'
import type { Versioned } from '../store/store'
import { done, type SendingContext, type Verdict } from './sending-context'

/** What a series brings now, and how it stands then; undefined without one, `over` where it has ended or is for another role. */
export function nextOfSeries({ services }: SendingContext, { series }: Rhythm, stored: Leader) {
  if (!series) return undefined
  const leader = atHome(stored, services.config.municipality)
  const next = isForRole(series, leader) ? nextInSeries(services.knowledge.library, series) : undefined
  return next ? { prompt: next.prompt, series: { ...series, come: next.come } } : 'over'
}

/** The last one says goodbye; where it has not come for certain, the series ends at its next time. */
export async function endIfLast(context: SendingContext, leaderId: string, leader: Leader): Promise<void> {
  const { store, config } = context.services
  const found = await store.get(ownRhythms, config.tenantId, leaderId)
  if (found && nextOfSeries(context, found.document, leader) === 'over') await endSeries(context, found, leader)
}

/** What rested meanwhile comes at its own next time. */
export async function endSeries(
  { services }: SendingContext,
  { document, version }: Versioned<Rhythm>,
  { timeZone }: Leader,
): Promise<Verdict> {
  const after = afterSeries(document, Math.max(services.clock.now(), Date.parse(document.dueAt)), timeZone)
  if (after) await services.store.replace(ownRhythms, after, version)
  else await services.store.remove(ownRhythms, document.tenantId, document.id)
  return done
}
