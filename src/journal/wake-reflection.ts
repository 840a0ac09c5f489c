import { nowIso, type Services } from '../caller/context'
import { retained } from '../caller/retention'
import { snoozeId } from '../records/ids'
import { type Reflection, reflections, snoozes } from '../records/reflection'

/**
 * Claims a prompt that was put off: it is shown again from now on, and of several who try one is handed it. To be sent at once;
 * whoever finds that nothing may be sent now (a pause) must not claim it.
 * @returns undefined when it is not to come: answered, skipped, put off again, gone, or claimed by another
 */
export async function wakeReflection(
  services: Services,
  { leaderId, reflectionId }: { leaderId: string; reflectionId: string },
): Promise<Reflection | undefined> {
  const { store, config } = services
  const now = nowIso(services)
  const found = await store.get(reflections, leaderId, reflectionId)
  const until = found?.document.state === 'snoozed' ? found.document.snoozedUntil : undefined
  if (until !== undefined && until > now) return undefined
  let woken: Reflection | undefined
  if (found && until !== undefined) {
    const { snoozedUntil: _, ...rest } = found.document
    const shown: Reflection = retained(services, { ...rest, state: 'shown', shownAt: now })
    // An answer or another instance has changed it meanwhile, and has dealt with the record too.
    if ((await store.replace(reflections, shown, found.version)).status === 'changed') return undefined
    woken = shown
  }
  await store.remove(snoozes, config.tenantId, snoozeId(leaderId, reflectionId))
  return woken
}
