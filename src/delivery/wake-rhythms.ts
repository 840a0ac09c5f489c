import { nowIso } from '../caller/context'
import type { Planning } from '../campaigns/planning/plan-occasion'
import { ownRhythms } from '../records/rhythm'

/** A question that an instance has taken and not brought for so long is looked at again. */
const againMs = 10 * 60_000
const mostAtOnce = 500

/** Puts the questions that leaders have asked for at their own time into the work queue when that has come. */
export async function wakeRhythms({ services, queue }: Planning): Promise<void> {
  const { store, config, clock } = services
  const where = [{ field: 'nextAt', is: '<=', value: nowIso(services) }] as const
  const orderBy = { field: 'nextAt' }
  const { documents } = await store.list(ownRhythms, config.tenantId, { where, orderBy, limit: mostAtOnce })
  const later = new Date(clock.now() + againMs).toISOString()
  for (const { document, version } of documents) {
    // One of several instances sends the message.
    const outcome = await store.replace(ownRhythms, { ...document, nextAt: later }, version)
    if (outcome.status === 'changed') continue
    await queue.send({ kind: 'rhythm', leaderId: document.id, dueAt: document.dueAt })
  }
}
