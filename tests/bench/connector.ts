import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Teams' connector as light as it can be, in a process of its own so that it costs the sender nothing. */
export interface Connector {
  readonly serviceUrl: string
  /** When each message came since the last time, in milliseconds of its own clock. */
  times(): Promise<number[]>
  stop(): Promise<void>
}

export async function startConnector(): Promise<Connector> {
  const child = spawn(process.execPath, [join(__dirname, 'connector-process.js')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the connector ended with ${code}`)))
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line).port as number))
  })
  return {
    serviceUrl: `http://127.0.0.1:${port}/teams/`,
    times: async () => (await (await fetch(`http://127.0.0.1:${port}/`)).json()) as number[],
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit')
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
