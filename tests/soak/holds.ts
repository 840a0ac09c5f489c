import { containers } from '../../src/records/containers'
import { asStored } from '../../src/store/as-stored'
import { everyDocument } from '../../src/store/every-document'
import type { Store } from '../../src/store/store'

const tenantId = '00000000-0000-0000-0000-0000000000001'

/** Where something of a leader lies, by container. */
export async function holdsOf(store: Store, leader: number): Promise<string[]> {
  const id = `10000000-0000-4000-8000-${String(leader).padStart(12, '0')}`
  const found: string[] = []
  for (const container of containers) {
    for (const partition of [tenantId, id]) {
      const all = await everyDocument(store, asStored(container), partition)
      if (all.some((document) => JSON.stringify(document).includes(id))) found.push(container.name)
    }
  }
  return found
}
