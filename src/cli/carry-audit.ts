import { ttlSeconds } from '../caller/retention'
import { systemClock } from '../clock'
import { readConfig } from '../config/config'
import { createLog } from '../log/log'
import { openStore } from '../open-store'
import { type AuditLine, audit } from '../records/audit'
import { everyDocument } from '../store/every-document'

/**
 * Takes the audit of a store that a backup has replaced over into the backup: what was done stays done, also where its effect is
 * gone. Safe to repeat.
 * @param replaced the SQLite file that stood in the store's place
 * @returns the lines that the backup lacked, the oldest first
 */
export async function carryAudit(env: NodeJS.ProcessEnv, replaced: string): Promise<readonly AuditLine[]> {
  const config = readConfig(env)
  const log = createLog({ level: 'warn', destination: process.stderr })
  const before = await openStore({ store: { kind: 'sqlite', file: replaced } }, systemClock, log)
  const restored = await openStore(config, systemClock, log)
  try {
    const lacking: AuditLine[] = []
    for (const line of await everyDocument(before, audit, config.tenantId, { orderBy: { field: 'at' } })) {
      const ttl = ttlSeconds(line.at, config.retentionMonths, systemClock.now())
      const { status } = await restored.create(audit, { ...line, ttl })
      if (status === 'created') lacking.push(line)
    }
    return lacking
  } finally {
    await restored.close()
    await before.close()
  }
}
