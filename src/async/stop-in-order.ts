import type { Log } from '../log/log'

export interface Stopping {
  /** What is to end when the process does: the newest first. */
  readonly ends: (() => unknown)[]
  /** Ends all of it once, whoever asks how often, and then the process. @param code unless something could not be ended */
  stop(reason: string, code: 0 | 1): Promise<void>
}

/** What runs in this process and how it ends. @param exit ends the process */
export function createStopping(log: Log, exit: (code: number) => void): Stopping {
  const ends: Stopping['ends'] = []
  let isStopping = false
  return {
    ends,
    async stop(reason, code) {
      if (isStopping) return
      isStopping = true
      log.info({ reason }, 'stopping')
      let failed = 0
      for (const end of ends.toReversed()) {
        try {
          await end()
        } catch (error) {
          // The others are still to end: a lease that is not given back keeps the next server waiting.
          log.error({ error }, 'something could not be ended')
          failed = 1
        }
      }
      exit(Math.max(code, failed))
    },
  }
}
