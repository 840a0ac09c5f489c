import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

// No network but this machine's, and nothing of its own in the background.
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** @throws Error with one sentence when there is no Chromium */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.PEJLING_CHROMIUM || '/usr/bin/chromium'
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}: install it (Debian, Ubuntu: sudo apt-get install chromium), or set PEJLING_CHROMIUM to the path of one.`,
    )
  }
  return chromium.launch({ executablePath, args: flags })
}
