import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { createApp } from './app'
import { createStopping } from './async/stop-in-order'
import { readConfig } from './config/config'
import { loadEnvFile } from './config/load-env-file'
import { warnUnstatedProcessing } from './config/warn-unstated-processing'
import { AppError } from './errors'
import { createLog } from './log/log'
import { networkDiskOf } from './store/sqlite/network-disk'
import { holdServerLease } from './store/sqlite/server-lease'
import { systemClock } from './time/clock'
import { version } from './version'

/** Longer than requests in flight and a send may take, shorter than the platforms' patience after their stop signal. */
const longestStopMs = 10_000

/**
 * Starts the bot and stops it in order on SIGTERM or SIGINT. A fault at start is one sentence and exit code 1; 1, too, where
 * another server has taken over the store or something could not be ended.
 */
async function main(): Promise<void> {
  loadEnvFile(process.env)
  const config = readConfig(process.env)
  const log = createLog({ level: config.logLevel, always: { version, instance: hostname() } })
  warnUnstatedProcessing(config, log)
  const { ends, stop } = createStopping(log, (code) => process.exit(code))
  const end = (reason: string, code: 0 | 1) => {
    // Whatever does not end: better an exit with undone work, which is found again, than a process that has to be killed.
    setTimeout(() => process.exit(1), longestStopMs).unref()
    // An exit that is asked for, since the Cosmos SDK can hold the process open for two minutes looking for an account out of reach.
    void stop(reason, code)
  }
  if (config.store.kind === 'sqlite') {
    const disk = networkDiskOf(config.store.file)
    if (disk)
      log.warn(
        { disk },
        'the SQLite file lies on a network disk, where its locks may not hold: use a disk of the machine’s own, or Cosmos DB',
      )
    const onLost = () => {
      log.error({}, 'another server has taken over the store')
      end('lease lost', 1)
    }
    const holder = { host: hostname(), pid: process.pid }
    const lease = await holdServerLease({ file: config.store.file, holder, clock: systemClock, isAlive, wait, onLost })
    ends.push(() => lease.release())
  }
  const app = await createApp({ config, log })
  ends.push(() => app.close())
  const { port } = await app.server.listen()
  app.startLoops()
  log.info({ port, isLocal: config.isLocal, store: config.store.kind }, 'listening')
  process.once('SIGTERM', () => end('SIGTERM', 0))
  process.once('SIGINT', () => end('SIGINT', 0))
}

/** Whether a process of this machine still runs. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Somebody else's process runs, too.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

main().catch((error: unknown) => {
  const text = error instanceof AppError ? error.message : String((error as Error)?.stack ?? error)
  process.stderr.write(`Pejling did not start. ${text}\n`)
  process.exit(1)
})
