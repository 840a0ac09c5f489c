import { strictEqual } from 'node:assert/strict'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Gallery, openGallery } from '../support/card-gallery'
import { openBrowser } from './browser'
import { openOthers } from './others'
import { openPlayground, type Playground } from './playground'
import { createReport } from './report'
import { settle } from './settle'
import { openStage } from './stage'
import { tryDemo } from './try-demo'
import { type Walk, walk } from './walk'
import { walkAnswers } from './walk-answers'
import { walkHr } from './walk-hr'
import { walkHrDesk } from './walk-hr-desk'
import { walkHrLeaders } from './walk-hr-leaders'
import { walkInsert } from './walk-insert'
import { walkOwn } from './walk-own'
import { walkTalk } from './walk-talk'
import { walkTeam } from './walk-team'

// Walks through the bot in Microsoft's Agents Playground, in a real browser, and leaves pictures of it. Git-ignored.
const root = join(__dirname, '..', '..')
const folder = join(root, 'screenshots')
// With `-- --readme` the pictures of the README and of the guides are taken anew, and no others: an ordinary run changes nothing in the checkout.
const isForReaders = process.argv.includes('--readme')
const documentPictures = isForReaders ? join(root, 'docs/images') : folder
const longestMs = 900_000

// In this order; each but the first goes on in the store and the chat that those before it left.
const walks = {
  leader: walk,
  answers: walkAnswers,
  talk: walkTalk,
  'hr-leaders': walkHrLeaders,
  hr: walkHr,
  'hr-desk': walkHrDesk,
  // Those from here on move the clock.
  team: walkTeam,
  own: walkOwn,
  insert: walkInsert,
}

async function main(): Promise<boolean> {
  const chosen = chosenWalks()
  const closers: (() => Promise<void>)[] = []
  try {
    const browser = await openBrowser()
    closers.push(() => browser.close())
    const stage = await openStage()
    closers.push(stage.close)
    const others = await openOthers(stage)
    closers.push(others.close)
    const gallery = await openGallery()
    closers.push(gallery.close)
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const playground = await openPlayground(browser, stage.url)
    const report = createReport((number) => playground.screenshot(join(folder, `failed-${number}.png`)))
    const { log, timeZone, handTo, advance } = stage
    const shared: Walk = {
      playground,
      others,
      step: report.step,
      picture: photographer(playground, gallery),
      documentPicture: (name, part) => playground.screenshotOf(part, join(documentPictures, `${name}.png`)),
      log,
      timeZone,
      handTo,
      advance,
    }
    const walkAll = async () => {
      if (!chosen.some(([, each]) => each === walk)) await settle(shared)
      const checkLeft = createLeftCheck(shared)
      for (const [name, each] of chosen) {
        await each(shared)
        await checkLeft(name)
      }
    }
    if (chosen.length === Object.keys(walks).length) await tryDemo(report.step)
    await report.step(`all of it within ${longestMs / 60_000} minutes`, () => within(longestMs, walkAll()))
    return report.conclude()
  } finally {
    for (const close of closers.reverse()) await close().catch(() => undefined)
  }
}

/** Looks at what the bot has logged and the Playground has complained of since the last look, or since the beginning. */
function createLeftCheck({ log, playground, step }: Walk): (name: string) => Promise<void> {
  let [logged, complaints] = [0, 0]
  return (name) =>
    step(`left nothing in the log of the bot or of the Playground by the walk “${name}”`, async () => {
      const [lines, complained] = [log().slice(logged).split('\n'), playground.complaints().slice(complaints)]
      logged = log().length
      complaints = playground.complaints().length
      strictEqual(lines.filter((line) => !isMeant(name, line)).join('\n'), '')
      strictEqual(complained.join('\n'), '')
    })
}

/** That a message was refused is logged; in HR’s walk one is meant to be. */
function isMeant(name: string, line: string): boolean {
  return name === 'hr' && line.includes('"outcome":"refused"')
}

/** All of them, or those named: `-- --only hr` or `-- --only hr,hr-desk`. */
function chosenWalks(): readonly (readonly [name: string, each: (walk: Walk) => Promise<void>])[] {
  const at = process.argv.indexOf('--only')
  if (at < 0) return Object.entries(walks)
  const names = (process.argv[at + 1] ?? '').split(',')
  const unknown = names.filter((name) => !(name in walks))
  if (unknown.length > 0) {
    throw new Error(`There is no walk "${unknown.join('", "')}": --only takes ${Object.keys(walks).join(', ')}.`)
  }
  return Object.entries(walks).filter(([name]) => names.includes(name))
}

/**
 * Takes each picture in the Playground, and of the card alone on a telephone and in dark, which the Playground has not. A card
 * that somebody has filled in or folded out looks so in the Playground only.
 */
function photographer(playground: Playground, gallery: Gallery): Walk['picture'] {
  let number = 0
  return async (name, { isTouched = false } = {}) => {
    // Pictures are for eyes, of which a build server has none, and the longer the chat, the longer one takes.
    if (isForReaders || process.env.CI) return
    number++
    const file = (kind: string) => join(folder, `${String(number).padStart(2, '0')}-${name}-${kind}.png`)
    await playground.screenshot(file('playground'))
    if (isTouched) return
    const card = playground.sentCard()
    await gallery.shoot({ card, theme: 'light', width: 360 }, file('narrow'))
    await gallery.shoot({ card, theme: 'dark', width: 446 }, file('dark'))
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`The walk took longer than ${ms / 1000} seconds.`)), ms)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

// A walk that was cut short is still going on: exit ends it.
main().then(
  (isWell) => process.exit(isWell ? 0 : 1),
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  },
)
