import { lazyKnowledge } from '../answers/knowledge'
import type { Resending } from '../campaigns/verbs/resend-deliveries'
import { readConfig } from '../config/config'
import { AppError, type Saying } from '../errors'
import { createLog } from '../log/log'
import { openQueue } from '../open-queue'
import { openStore } from '../open-store'
import { dataDir } from '../paths'
import { readAuditKey } from '../store/sqlite/audit-key'
import { loadTexts } from '../texts'
import { systemClock } from '../time/clock'

/**
 * Runs a verb of HR's as the operator of this server, on the configured store and queue. What a form has to say against itself
 * is said a line each. @param flagOf the flag that a sentence is about, by its key
 */
export async function asOperator<T>(
  env: NodeJS.ProcessEnv,
  act: (ctx: Resending) => Promise<T>,
  flagOf: (key: string) => string | undefined = () => undefined,
): Promise<T> {
  const config = readConfig(env)
  // Standard output is for what was asked for.
  const log = createLog({ level: 'warn', destination: process.stderr })
  const store = await openStore(config, systemClock, log)
  const queue = await openQueue(config, systemClock, log)
  const caller = { tenantId: config.tenantId, leaderId: 'operator', name: '', isOperator: true } as const
  try {
    const knowledge = lazyKnowledge(dataDir, config.dataFolder)
    const auditKey = config.store.kind === 'sqlite' ? readAuditKey(config.store.file) : undefined
    return await act({ caller, config, knowledge, auditKey, store, clock: systemClock, log, queue })
  } catch (error) {
    throw error instanceof AppError && error.say ? inWords(error, error.say, flagOf) : error
  } finally {
    await queue.close()
    await store.close()
  }
}

function inWords(
  error: AppError,
  say: NonNullable<AppError['say']>,
  flagOf: (key: string) => string | undefined,
): AppError {
  const texts = loadTexts(dataDir)
  const lines = [say, ...(say.and ?? [])].map(({ key, params }: Saying) => {
    const flag = flagOf(key)
    return `${flag === undefined ? '' : `${flag}  `}${texts('en', key, params)}`
  })
  return new AppError(error.code, lines.join('\n'), { cause: error })
}
