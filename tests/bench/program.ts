import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A bot in a process of its own, compiled, run by plain node. */
export interface Program {
  readonly port: number
  /** Milliseconds on a processor so far, user and system; NaN where the system does not tell. */
  cpuMs(): number
  /** Megabytes in memory. */
  memoryMb(): number
  stop(): Promise<void>
}

const outDir = join(__dirname, '../..')
const running = new Set<ChildProcess>()
// Nothing is left behind, however the bench ends.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Pejling's modules one by one, in local mode, on a SQLite file unless `env` names another store. */
export function startPejling(
  file: string,
  nodeOptions: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Program> {
  return start([...nodeOptions, join(outDir, 'src/main.js')], {
    PEJLING_LOCAL: 'yes',
    PEJLING_PORT: '0',
    PEJLING_SQLITE_FILE: file,
    ...env,
  })
}

/** Pejling as it is shipped: the folder that the build makes. */
export function startShipped(file: string, nodeOptions: readonly string[] = []): Promise<Program> {
  return start([...nodeOptions, join(outDir, 'dist/main.js')], {
    PEJLING_LOCAL: 'yes',
    PEJLING_PORT: '0',
    PEJLING_SQLITE_FILE: file,
  })
}

/** The yardstick: the SDK's own echo bot. */
export function startEcho(nodeOptions: readonly string[] = []): Promise<Program> {
  return start([...nodeOptions, join(outDir, 'tests/support/echo-bot.js')], {})
}

/** Resolves when the program says where it listens. */
async function start(args: readonly string[], env: Record<string, string>): Promise<Program> {
  const child = spawn(process.execPath, args, {
    // Without NODE_ENV, both: local mode refuses `production`, and nothing either of them loads looks at it.
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const port = await listening(child)
  return {
    port,
    cpuMs: () => {
      // Fields 14 and 15 after the name, in ticks of 10 ms.
      const fields = proc(child, 'stat')?.split(') ')[1]?.split(' ')
      return fields ? (Number(fields[11]) + Number(fields[12])) * 10 : Number.NaN
    },
    memoryMb: () => Number(/VmRSS:\s+(\d+)/.exec(proc(child, 'status') ?? '')?.[1] ?? Number.NaN) / 1024,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

function proc({ pid }: ChildProcess, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}

function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the program ended with ${code} before it listened`)))
    const { stdout } = child
    if (!stdout) return reject(new Error('no output to read'))
    createInterface({ input: stdout }).on('line', (line) => {
      const port = /"port":(\d+)/.exec(line)?.[1]
      if (port) resolve(Number(port))
    })
  })
}
