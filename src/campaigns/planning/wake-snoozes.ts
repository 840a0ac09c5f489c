import { nowIso } from '../../caller/context'
import { snoozes } from '../../records/reflection'
import type { Planning } from './plan-occasion'

/** A snooze that an instance has taken and not brought for so long comes again. */
const againMs = 10 * 60_000
const mostAtOnce = 500

/**
 * Puts prompts that were put off into the work queue when their time has come. The record stays until the worker has brought the
 * prompt; its time moves on, so that one of several instances sends the message, and another one if it is lost.
 */
export async function wakeSnoozes({ services, queue }: Planning): Promise<void> {
  const { store, config, clock } = services
  const where = [{ field: 'dueAt', is: '<=', value: nowIso(services) }] as const
  const { documents } = await store.list(snoozes, config.tenantId, {
    where,
    orderBy: { field: 'dueAt' },
    limit: mostAtOnce,
  })
  const later = new Date(clock.now() + againMs).toISOString()
  for (const { document, version } of documents) {
    const outcome = await store.replace(snoozes, { ...document, dueAt: later }, version)
    if (outcome.status === 'changed') continue
    const { leaderId, reflectionId } = document
    await queue.send({ kind: 'snoozed', leaderId, reflectionId })
  }
}
