import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { CardContent } from '../../src/cards/kit/render'
import { cards } from '../cards/sample-cards'
import { teamsLike } from './teams-host-config'

// Cards as Microsoft's own renderer shows them, in a browser without a network.

const modules = join(__dirname, '..', '..', 'node_modules')
const scripts = ['markdown-it/dist/browser/markdown-it.umd.min.js', 'adaptivecards-renderer/dist/adaptivecards.js']
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type Theme = 'light' | 'dark'

export interface Shot {
  readonly card: object
  readonly theme: Theme
  /** CSS pixels. */
  readonly width: number
  /** The accessible names of rows to press first. */
  readonly press?: readonly string[]
}

export interface Gallery {
  /** A picture of the card in a PNG file. */
  shoot(shot: Shot, file: string): Promise<void>
  close(): Promise<void>
}

/** Each card light and wide, and dark and narrow, in a folder. */
export async function shootEach(
  contents: Readonly<Record<string, CardContent>>,
  narrow: number,
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const gallery = await openGallery()
  for (const [name, content] of Object.entries(contents)) {
    const { card } = cards.render(content)
    await gallery.shoot({ card, theme: 'light', width: 600 }, join(folder, `${name}-light-600.png`))
    await gallery.shoot({ card, theme: 'dark', width: narrow }, join(folder, `${name}-dark-${narrow}.png`))
  }
  await gallery.close()
}

export async function openGallery(): Promise<Gallery> {
  const browser = await chromium.launch({
    executablePath: process.env.PEJLING_CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
  })

  async function show({ card, theme, width }: Shot) {
    const page = await browser.newPage({ viewport: { width: width + 40, height: 300 }, deviceScaleFactor: 1.25 })
    await page.setContent(pageOf(theme, width))
    for (const script of scripts) await page.addScriptTag({ path: join(modules, script) })
    await page.evaluate(`(${draw})(${JSON.stringify(card)}, ${JSON.stringify(teamsLike(theme))})`)
    return page
  }

  return {
    async shoot(shot, file) {
      const page = await show(shot)
      for (const name of shot.press ?? []) await page.getByRole('button', { name, exact: true }).first().click()
      await page.screenshot({ path: file, fullPage: true })
      await page.close()
    },
    close: () => browser.close(),
  }
}

/** Runs in the page, so it is text: the project's types know no DOM. */
const draw = `(card, config) => {
  const md = markdownit()
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = md.render(text)
    result.didProcess = true
  }
  const adaptiveCard = new AdaptiveCards.AdaptiveCard()
  adaptiveCard.hostConfig = new AdaptiveCards.HostConfig(config)
  adaptiveCard.parse(card)
  document.getElementById('card').appendChild(adaptiveCard.render())
}`

function pageOf(theme: Theme, width: number): string {
  const [page, line] = theme === 'light' ? ['#f5f5f5', '#d1d1d1'] : ['#141414', '#424242']
  const [face, text, field] = theme === 'light' ? ['#ffffff', '#242424', '#ffffff'] : ['#292929', '#ffffff', '#1f1f1f']
  // As Teams shows links.
  const link = theme === 'light' ? '#5b5fc7' : '#9299f7'
  return `<style>${cardCss}
    body { margin: 20px; background: ${page}; color: ${text}; font: 14px 'Segoe UI', 'Liberation Sans', sans-serif }
    #card { width: ${width}px; border: 1px solid ${line}; border-radius: 6px; overflow: hidden }
    a { color: ${link} }
    .ac-pushButton { background: ${face}; color: ${text}; border-color: ${line} }
    .ac-input { background: ${field}; color: ${text} }
  </style><div id="card" lang="da"></div>`
}

const cardCss = `
  .ac-pushButton { font: 600 14px 'Segoe UI', 'Liberation Sans', sans-serif; padding: 6px 12px; border: 1px solid; border-radius: 4px; text-align: left; white-space: normal; margin-bottom: 4px }
  .ac-pushButton.style-positive { background: #5b5fc7; color: #fff; border-color: #5b5fc7 }
  .ac-actionSet { flex-wrap: wrap; row-gap: 8px }
  .ac-input { font: inherit; width: 100%; box-sizing: border-box; padding: 6px 8px; border: 1px solid #d1d1d1; border-radius: 4px }
  .ac-choiceSetInput-expanded input { margin-right: 8px }
  .ac-textBlock p { margin: 0 } .ac-textBlock p + p { margin-top: 8px }
  .ac-textBlock ul, .ac-textBlock ol { margin: 0; padding-left: 20px }
  .ac-selectable { cursor: pointer }`
