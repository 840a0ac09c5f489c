import type { Config } from './config/config'
import type { Log } from './log/log'
import { createSqliteQueue } from './queue/sqlite/sqlite-queue'
import { type Work, workQueueName, workSchema } from './queue/work-message'
import type { WorkQueue } from './queue/work-queue'
import type { Clock } from './time/clock'

/** The work queue that the configuration names. @throws AppError `unavailable` when it cannot be opened */
export async function openQueue(
  config: Pick<Config, 'queue'> & Partial<Pick<Config, 'managedIdentity'>>,
  clock: Clock,
  log: Log,
): Promise<WorkQueue<Work>> {
  const common = { log, name: workQueueName, schema: workSchema }
  if (config.queue.kind === 'sqlite') return createSqliteQueue({ ...common, file: config.queue.file, clock })
  // Loaded only when used: the SDK is large and the embedded queue needs none of it.
  const { createAzureQueue } = await import('./queue/azure/azure-queue.js')
  const { kind: _, ...account } = config.queue
  return createAzureQueue({ ...common, ...account, managedIdentity: config.managedIdentity })
}
