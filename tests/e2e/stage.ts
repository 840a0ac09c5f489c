import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../demo/ports'
import type { Program } from '../demo/run-program'
import { startBot } from '../demo/start-bot'
import { startPlayground } from '../demo/start-playground'

export interface Stage {
  /** The Playground's page. */
  readonly url: string
  /** What the bot has logged: warnings and worse. */
  readonly log: () => string
  /** Ends both programs and removes the store. */
  close(): Promise<void>
}

/** The bot with an empty store and the Playground, on free ports. */
export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-e2e-'))
  const stop = new AbortController()
  const programs: Program[] = []
  let log = ''
  const close = async () => {
    stop.abort()
    await Promise.all(programs.map((program) => program.ended))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const botPort = await freePort(3979)
    const port = await freePort(56151)
    const onOutput = (text: string) => {
      log += text
    }
    const { signal } = stop
    programs.push(await startBot({ port: botPort, storeFile: join(folder, 'e2e.sqlite'), onOutput, signal }))
    programs.push(await startPlayground({ port, botPort, logFile: join(folder, 'playground.log'), signal }))
    return { url: `http://localhost:${port}`, log: () => log, close }
  } catch (error) {
    await close()
    throw error
  }
}
