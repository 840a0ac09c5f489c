import { createApp } from '../../src/app'
import { readConfig } from '../../src/config/config'
import { createLog } from '../../src/log/log'

// The bot in a process of its own: `node --import tsx turn-process.ts <SQLite file>`. Prints its port, and its memory for each line it reads.

async function main(): Promise<void> {
  const config = readConfig({ PEJLING_LOCAL: 'yes', PEJLING_PORT: '0', PEJLING_SQLITE_FILE: process.argv[2] })
  const app = await createApp({ config, log: createLog({ level: 'error', destination: process.stderr }) })
  const { port } = await app.server.listen()
  process.stdout.write(`${port}\n`)
  process.stdin.on('data', () => {
    globalThis.gc?.()
    const { heapUsed, rss } = process.memoryUsage()
    process.stdout.write(`${JSON.stringify({ heapMb: heapUsed / 2 ** 20, rssMb: rss / 2 ** 20 })}\n`)
  })
  process.once('SIGTERM', async () => {
    await app.close()
    process.exit(0)
  })
}

void main()
