import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../demo/ports'
import type { Program } from '../../demo/run-program'
import { startBot } from '../../demo/start-bot'
import { startPlayground } from '../../demo/start-playground'
import { openRelay, type Relay } from './relay'

export interface Stage {
  /** The Playground's page. */
  readonly url: string
  readonly botUrl: string
  /** What the bot has logged: warnings and worse. */
  readonly log: () => string
  /** The bot's own. */
  readonly timeZone: string
  /** Who sits at the Playground from now on; at first Bente Skovgaard. */
  readonly handTo: Relay['handTo']
  /** The bot's clock goes ahead by so many days, for good. */
  advance(days: number): void
  /** Ends both programs and removes the store. */
  close(): Promise<void>
}

/** The bot with an empty store and the Playground, on free ports. */
export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-e2e-'))
  const stop = new AbortController()
  const programs: Program[] = []
  let relay: Relay | undefined
  let log = ''
  let aheadMs = 0
  const close = async () => {
    stop.abort()
    await Promise.all([relay?.close(), ...programs.map((program) => program.ended)])
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const botPort = await freePort(3979)
    const port = await freePort(56151)
    const onOutput = (text: string) => {
      log += text
    }
    const { signal } = stop
    const timeZone = zoneForCampaigns(Date.now())
    const storeFile = join(folder, 'e2e.sqlite')
    const preload = [join(__dirname, 'moved-clock.ts')]
    const bot = await startBot({ port: botPort, storeFile, timeZone, preload, onOutput, signal })
    programs.push(bot)
    const relayPort = await freePort(4979)
    relay = await openRelay(relayPort, botPort)
    programs.push(await startPlayground({ port, botPort: relayPort, logFile: join(folder, 'playground.log'), signal }))
    const advance = (days: number) => {
      aheadMs += days * 24 * 3600_000
      bot.tell({ aheadMs })
    }
    const [url, botUrl] = [`http://localhost:${port}`, `http://127.0.0.1:${botPort}`]
    return { url, botUrl, log: () => log, timeZone, handTo: relay.handTo, advance, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Between 2 and 3 at night no campaign is sent, since clocks change then: it is day elsewhere. */
function zoneForCampaigns(nowMs: number): string {
  const home = 'Europe/Copenhagen'
  const hour = (ms: number) => new Date(ms).toLocaleTimeString('en-GB', { timeZone: home, hour: '2-digit' })
  const isNight = [0, 10].some((minutes) => hour(nowMs + minutes * 60_000) === '02')
  return isNight ? 'Asia/Tokyo' : home
}
