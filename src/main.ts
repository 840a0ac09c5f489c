import { hostname } from 'node:os'
import { createApp } from './app'
import { readConfig } from './config/config'
import { loadEnvFile } from './config/load-env-file'
import { warnUnstatedProcessing } from './config/warn-unstated-processing'
import { AppError } from './errors'
import { createLog } from './log/log'
import { version } from './version'

/** Longer than requests in flight and a send may take, shorter than the platforms' patience after their stop signal. */
const longestStopMs = 10_000

/** Starts the bot and stops it in order on SIGTERM or SIGINT. A fault at start is one sentence and exit code 1. */
async function main(): Promise<void> {
  loadEnvFile(process.env)
  const config = readConfig(process.env)
  const log = createLog({ level: config.logLevel, always: { version, instance: hostname() } })
  warnUnstatedProcessing(config, log)
  const app = await createApp({ config, log })
  const { port } = await app.server.listen()
  app.startLoops()
  log.info({ port, isLocal: config.isLocal, store: config.store.kind }, 'listening')

  let isStopping = false
  const stop = async (signal: string) => {
    if (isStopping) return
    isStopping = true
    log.info({ signal }, 'stopping')
    // Whatever does not end: better an exit with undone work, which is found again, than a process that has to be killed.
    setTimeout(() => process.exit(1), longestStopMs).unref()
    await app.close()
    // The Cosmos SDK can hold the process open for two minutes looking for an account it cannot reach.
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error: unknown) => {
  const text = error instanceof AppError ? error.message : String((error as Error)?.stack ?? error)
  process.stderr.write(`Pejling did not start. ${text}\n`)
  process.exit(1)
})
