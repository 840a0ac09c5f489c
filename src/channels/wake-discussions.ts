import { nowIso, type Services } from '../caller/context'
import { retained } from '../caller/retention'
import type { Work } from '../queue/work-message'
import type { WorkQueue } from '../queue/work-queue'
import { agreements, discussions } from '../records/discussion'
import type { Container, StoredDocument } from '../store/store'

interface Waking {
  readonly services: Services
  readonly queue: Pick<WorkQueue<Work>, 'send'>
}

/** What an instance has taken and not done for so long comes again. */
const againMs = 10 * 60_000
const mostAtOnce = 500

interface Due extends StoredDocument {
  readonly tenantId: string
  readonly dueAt: string | null
  readonly createdAt: string
  readonly isHeld?: boolean | undefined
}

/** Puts discussions that are to end by themselves, and agreements that are to be looked at again, into the work queue. */
export async function wakeDiscussions(waking: Waking): Promise<void> {
  await wake(waking, discussions, (discussionId) => ({ kind: 'quiet', discussionId }))
  await wake(waking, agreements, (agreementId) => ({ kind: 'agreement', agreementId }))
}

/** The time of each moves on, so that one of several instances sends the message, and another one if it is lost. */
async function wake<T extends Due>(
  { services, queue }: Waking,
  container: Container<T>,
  workOf: (id: string) => Work,
): Promise<void> {
  const { store, config, clock } = services
  const where = [{ field: 'dueAt', is: '<=', value: nowIso(services) }] as const
  const orderBy = { field: 'dueAt' }
  const { documents } = await store.list(container, config.tenantId, { where, orderBy, limit: mostAtOnce })
  const later = new Date(clock.now() + againMs).toISOString()
  for (const { document, version } of documents) {
    const outcome = await store.replace(container, retained(services, { ...document, dueAt: later }), version)
    if (outcome.status === 'replaced') await queue.send(workOf(document.id))
  }
}
