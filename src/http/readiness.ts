import type { Log } from '../log/log'

// A probe waits no longer; an answer is reused so that probing costs the store nothing to speak of.
const patienceMs = 3000
const reuseMs = 1000

/**
 * Whether `check` succeeds in time. Anyone can ask this over HTTP, so calls share one check, and for a second its answer.
 * A failure is logged when it begins, not at each probe.
 */
export function createReadiness(check: () => Promise<void>, log: Log): () => Promise<boolean> {
  let current: Promise<boolean> | undefined
  let wasReady = true

  async function ask(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('the check takes too long')), patienceMs)
    })
    try {
      await Promise.race([check(), late])
      if (!wasReady) log.info({}, 'ready again')
      wasReady = true
    } catch (error) {
      if (wasReady) log.error({ error }, 'not ready')
      wasReady = false
    } finally {
      clearTimeout(timer)
      setTimeout(() => {
        current = undefined
      }, reuseMs).unref()
    }
    return wasReady
  }

  return () => {
    current ??= ask()
    return current
  }
}
