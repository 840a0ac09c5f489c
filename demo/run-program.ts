import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Program {
  /** Resolves when it has ended, whoever ended it, with the last it wrote on stderr. Never rejects. */
  readonly ended: Promise<{ readonly complaint: string }>
  /** To whatever in the program listens for it. */
  tell(message: object): void
}

export interface ProgramOptions {
  /** Goes into the sentence about what went wrong. */
  readonly name: string
  /** Files that are loaded before it. */
  readonly preload?: readonly string[]
  /** What Node runs, TypeScript included, and its arguments. */
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
  /** Asked every tenth of a second, with what the program has written on stdout. */
  readonly isReady: (output: string) => boolean | Promise<boolean>
  readonly onOutput?: (text: string) => void
  /** Ends the program, at whatever stage it is. */
  readonly signal: AbortSignal
}

const startMs = 30_000
// The bot gives requests in flight five seconds.
const patienceMs = 7_000
const tsx = pathToFileURL(require.resolve('tsx')).href
const endWithParent = pathToFileURL(join(__dirname, 'end-with-parent.ts')).href

/**
 * Starts a Node program and waits until it is ready. It ends with this process, however that ends.
 * @throws Error with one sentence when the program ends before it is ready or takes too long; it has ended by then
 */
export async function runProgram(options: ProgramOptions): Promise<Program> {
  const preload = [tsx, endWithParent, ...(options.preload ?? []).map((file) => pathToFileURL(file).href)]
  const child = spawn(process.execPath, [...preload.flatMap((file) => ['--import', file]), ...options.args], {
    cwd: options.cwd,
    env: options.env,
    // The channel is what end-with-parent listens on.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  let complaint = ''
  child.stdout?.on('data', (data: Buffer) => {
    output = (output + data).slice(-10_000)
    options.onOutput?.(String(data))
  })
  child.stderr?.on('data', (data: Buffer) => {
    complaint = (complaint + data).slice(-2_000)
  })

  let hasEnded = false
  const ended = new Promise<{ complaint: string }>((resolve) => {
    const end = () => {
      hasEnded = true
      resolve({ complaint: complaint.trim() })
    }
    child.once('close', end)
    child.once('error', end)
  })
  const stop = async () => {
    child.kill('SIGTERM')
    const last = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    await ended
    clearTimeout(last)
  }
  options.signal.addEventListener('abort', stop, { once: true })

  const deadline = Date.now() + startMs
  while (!hasEnded && !options.signal.aborted && Date.now() < deadline) {
    if (await options.isReady(output)) return { ended, tell: (message) => void child.send(message) }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const isLate = !hasEnded && !options.signal.aborted
  await stop()
  throw new Error(isLate ? `${options.name} did not get ready in time.` : complaint.trim() || `${options.name} ended.`)
}
