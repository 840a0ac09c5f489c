import { retained, ttlSeconds } from '../caller/retention'
import { type Config, readConfig } from '../config/config'
import { AppError } from '../errors'
import { createLog } from '../log/log'
import { openStore } from '../open-store'
import { type AuditLine, audit } from '../records/audit'
import { leaders } from '../records/leader'
import { reflections } from '../records/reflection'
import { asStored } from '../store/as-stored'
import { everyDocument } from '../store/every-document'
import type { Store } from '../store/store'
import { systemClock } from '../time/clock'

export interface CarriedOver {
  /** What the backup's audit lacked, the oldest first. */
  readonly lines: readonly AuditLine[]
  /** Answers that were deleted since, and are again. */
  readonly withdrawn: number
}

/**
 * Takes from a store that a backup has replaced what has to hold in the backup, too: its audit, and that answers were deleted. Safe to
 * repeat.
 * @param replaced the SQLite file that stood in the store's place
 * @returns undefined where it cannot be read
 */
export async function carryOver(env: NodeJS.ProcessEnv, replaced: string): Promise<CarriedOver | undefined> {
  const config = readConfig(env)
  const log = createLog({ level: 'warn', destination: process.stderr })
  const restored = await openStore(config, systemClock, log)
  try {
    const before = await openStore({ store: { kind: 'sqlite', file: replaced } }, systemClock, log)
    try {
      return {
        lines: await carryAudit(config, before, restored),
        withdrawn: await carryWithdrawn(config, before, restored),
      }
    } finally {
      await before.close()
    }
  } catch (error) {
    // It is damaged, which may be why a backup was put in its place.
    if (error instanceof AppError && error.code === 'unavailable') return undefined
    throw error
  } finally {
    await restored.close()
  }
}

async function carryAudit(config: Config, before: Store, restored: Store): Promise<AuditLine[]> {
  const lacking: AuditLine[] = []
  for (const line of await everyDocument(before, audit, config.tenantId, { orderBy: { field: 'at' } })) {
    const ttl = ttlSeconds(line.at, config.retentionMonths, systemClock.now())
    const { status } = await restored.create(audit, { ...line, ttl })
    if (status === 'created') lacking.push(line)
  }
  return lacking
}

async function carryWithdrawn(config: Config, before: Store, restored: Store): Promise<number> {
  let count = 0
  for (const { id: leaderId } of await everyDocument(restored, asStored(leaders), config.tenantId)) {
    const where = [{ field: 'state', is: '=', value: 'withdrawn' }] as const
    for (const withdrawn of await everyDocument(before, reflections, leaderId, { where })) {
      const found = await restored.get(asStored(reflections), leaderId, withdrawn.id)
      if (!found || found.document.state === 'withdrawn') continue
      const again = retained({ config, clock: systemClock }, withdrawn)
      if ((await restored.replace(reflections, again, found.version)).status === 'replaced') count++
    }
  }
  return count
}
