import { nowIso, type Services } from '../caller/context'
import type { Work } from '../queue/work-message'
import type { WorkQueue } from '../queue/work-queue'
import { installation, schemaVersion } from '../records/installation'
import { leaders } from '../records/leader'
import { eachPage } from '../store/every-document'
import { updateDocument } from '../store/update-document'
import { profileStanding } from './profile-standing'

/** Which day's profiles have been looked at, so that one of several instances does it. */
const record = 'profiles'
const askAgainMs = 3600_000

/** Once a day, puts into the work queue who has been silent for so long that something is to be done, and whose data are held. */
export function createProfileLook(services: Services, queue: WorkQueue<Work>): () => Promise<void> {
  let nextMs = Number.NEGATIVE_INFINITY
  return async () => {
    const now = services.clock.now()
    if (now < nextMs) return
    nextMs = now + askAgainMs
    if (!(await claimDay(services))) return
    const { tenantId, profileMonths } = services.config
    for await (const page of eachPage(services.store, leaders, tenantId))
      for (const { document } of page) {
        const isDue = document.heldSince !== undefined || profileStanding(document, profileMonths, now) !== 'kept'
        if (isDue) await queue.send({ kind: 'profile', leaderId: document.id })
      }
  }
}

async function claimDay(services: Services): Promise<boolean> {
  const at = nowIso(services)
  const outcome = await updateDocument(services.store, installation, record, record, (before) =>
    before && before.at.slice(0, 10) >= at.slice(0, 10)
      ? 'keep'
      : { ...before, id: record, version: schemaVersion, program: '', at },
  )
  return outcome.status === 'written'
}
