import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Microsoft's emulator of Azure Storage Queues, on loopback, in a process of its own. */
export interface Azurite {
  readonly connectionString: string
  readonly port: number
  /** Ends the process in order and starts it again at the same address. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const account = 'devstoreaccount1'
// The emulator's published key (learn.microsoft.com/azure/storage/common/storage-use-azurite).
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

export async function startAzurite(): Promise<Azurite> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-azurite-'))
  let server = await launch(folder, 0)
  return {
    port: server.port,
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};QueueEndpoint=http://127.0.0.1:${server.port}/${account};`,
    async restart() {
      await end(server.child)
      server = await launch(folder, server.port)
    },
    async stop() {
      await end(server.child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function launch(folder: string, port: number): Promise<{ child: ChildProcess; port: number }> {
  const script = join(__dirname, '..', '..', 'node_modules', 'azurite', 'dist', 'src', 'queue', 'main.js')
  const where = ['--location', folder, '--queueHost', '127.0.0.1', '--queuePort', String(port)]
  const child = spawn(process.execPath, [script, ...where, '--disableTelemetry', '--skipApiVersionCheck'])
  child.stderr.on('data', (data) => process.stderr.write(data))
  // It tells the port it found in a sentence, unless it is silent.
  const found = await new Promise<number>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (data) => {
      said += data
      const [, number] = /successfully listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(said) ?? []
      if (number) resolve(Number(number))
    })
    child.once('close', () => reject(new Error(`azurite did not start: ${said}`)))
  })
  return { child, port: found }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const isEnded = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await isEnded
}
