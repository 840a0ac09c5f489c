import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { PlaceKey } from './place'

/** Processes that send, which can be killed and come back. */
export interface Senders {
  /** Kills one as `kill -9` does, and starts it again. */
  kill(number: number): Promise<void>
  /** Kills one for good. */
  end(number: number): Promise<void>
  /** Ends all in order. @returns their exit codes */
  stop(): Promise<(number | null)[]>
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export async function startSenders(place: PlaceKey, count: number, concurrency: number): Promise<Senders> {
  const children = await Promise.all(Array.from({ length: count }, (_, n) => start(place, n, concurrency)))
  const end = async (number: number, signal: NodeJS.Signals) => {
    const child = children[number]
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    child.kill(signal)
    return ended
  }
  return {
    async kill(number) {
      await end(number, 'SIGKILL')
      children[number] = await start(place, number, concurrency)
    },
    end: async (number) => void (await end(number, 'SIGKILL')),
    stop: () => Promise.all(children.map((_, number) => end(number, 'SIGTERM'))),
  }
}

async function start(place: PlaceKey, number: number, concurrency: number): Promise<ChildProcess> {
  const script = join(__dirname, 'sender-process.ts')
  const args = ['--import', 'tsx', script, JSON.stringify(place), `sender-${number}`, String(concurrency)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve())
    child.once('exit', (code) => reject(new Error(`a sender ended with ${code} before it was ready`)))
  })
  return child
}
