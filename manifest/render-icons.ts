/**
 * Draws color.png and outline.png from icons/*.svg, after a change to these:
 * `npx tsx manifest/render-icons.ts [path to Chromium]`. The PNGs are committed, so that a build needs no browser.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

// What Teams demands of each: learn.microsoft.com, "Teams app package", App icons.
const icons = { color: 192, outline: 32 }

async function renderIcons(executablePath: string): Promise<void> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
  args.push('--disable-background-networking', '--disable-component-update', '--disable-sync')
  const browser = await chromium.launch({ executablePath, args })
  try {
    for (const [name, size] of Object.entries(icons)) {
      const page = await browser.newPage({ viewport: { width: size, height: size } })
      const svg = readFileSync(join(__dirname, 'icons', `${name}.svg`), 'utf8')
      await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`)
      await page.screenshot({ path: join(__dirname, `${name}.png`), omitBackground: true })
    }
  } finally {
    await browser.close()
  }
}

void renderIcons(process.argv[2] ?? '/usr/bin/chromium')
