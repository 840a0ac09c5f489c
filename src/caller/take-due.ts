import type { Container, StoredDocument } from '../store/store'
import { nowIso, type Services } from './context'

/** What an instance has taken and not done for so long comes again. */
const againMs = 10 * 60_000
const mostAtOnce = 500

/**
 * Documents whose time has come, the earliest first. The time of each moves on as it is taken, so that one of several instances has it,
 * and another one where that is lost.
 * @param field of the container's indexed fields, the instant of that time
 * @param moved the document with its later time, ttl included
 */
export async function* takeDue<T extends StoredDocument>(
  services: Services,
  container: Container<T>,
  field: string,
  moved: (document: T, laterAt: string) => T,
): AsyncGenerator<T, void> {
  const { store, config, clock } = services
  const where = [{ field, is: '<=', value: nowIso(services) }] as const
  const { documents } = await store.list(container, config.tenantId, { where, orderBy: { field }, limit: mostAtOnce })
  const laterAt = new Date(clock.now() + againMs).toISOString()
  for (const { document, version } of documents) {
    const { status } = await store.replace(container, moved(document, laterAt), version)
    if (status === 'replaced') yield document
  }
}
