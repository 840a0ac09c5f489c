import { execFile, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface Ended {
  readonly code: number
  /** Standard output and errors, as they came. */
  readonly text: string
}

/** Runs a file of the program to its end. */
export function runToEnd(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...args],
      { cwd: folder, env: { PATH: process.env.PATH, ...env }, timeout: 60_000 },
      (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, text: out + err }),
    )
  })
}

export interface Running {
  readonly port: number
  readonly pid: number
  /** Sends a stop signal. @returns the exit code */
  stop(): Promise<number | null>
}

/** Starts the server and waits until it says where it listens. */
export function startServer(folder: string, env: Readonly<Record<string, string>>): Promise<Running> {
  const child = spawn(process.execPath, ['main.js'], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill('SIGKILL'))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const port = /"port":(\d+)/.exec(line)?.[1]
      if (!port) return
      const stop = () => {
        child.kill('SIGTERM')
        return ended
      }
      resolve({ port: Number(port), pid: child.pid ?? 0, stop })
    })
  })
}
