import type { Browser, Locator, Page } from 'playwright-core'

/** Microsoft's Agents Playground as a person uses it. Every wait ends after ten seconds with an error. */
export interface Playground {
  readonly page: Page
  openChat(): Promise<void>
  /** One of the team's channels; the Playground installs the bot in it. */
  openChannel(name: string): Promise<void>
  /** Sends a message in the chat and waits for the card that answers it. */
  say(text: string): Promise<void>
  /** Starts a post with @Pejling before the text and waits for the answer in its thread. */
  postWithMention(text: string): Promise<void>
  /** The card that shows the text is meant, not the newest, until something new is said or a chat opened. */
  turnTo(text: string): Promise<void>
  /** The newest card; in a channel the last one in the newest thread. */
  card(): Locator
  /** What can be read in the newest card. */
  read(): Promise<string>
  /** A button, row or link in the newest card, by the name a screen reader says. */
  press(name: string): Promise<void>
  /** The same, where it is answered by a card below. */
  pressForCard(name: string): Promise<void>
  /** Does something elsewhere that brings a card here, and waits for it. */
  cardAfter(act: () => Promise<unknown>): Promise<void>
  /** Picks from a list that opens, or from one that stands open. */
  choose(label: string, option: string): Promise<void>
  fill(label: string, text: string): Promise<void>
  /** In the newest card. */
  waitForText(text: string): Promise<void>
  /** The card that is meant, as the bot sent it. */
  sentCard(): object
  /** Whatever the Playground complained about in its log: status codes from 400 up and things it cannot show. */
  complaints(): readonly string[]
  /** The page with the newest card in full, as PNG. */
  screenshot(file: string): Promise<void>
  /** The newest card alone, or the chat from what was said down to it, as PNG. */
  screenshotOf(part: 'card' | { readonly since: string }, file: string): Promise<void>
}

const width = 1280
const usualHeight = 820
// What stands above and below a card: the header, a question, the box to write in; in a channel also the box for a post.
const surroundings = 560
/** Narrow enough for the Playground to leave out the list of chats, as a chat beside one's work is in Teams. */
const chatWidth = 760
const chatMargin = 16
/** The edge of a card, and some of what it lies on. */
const cardMargin = 4
/** From the bubble's time of day to its words. */
const aboveWords = 40

export async function openPlayground(browser: Browser, url: string): Promise<Playground> {
  const page = await browser.newPage({
    viewport: { width, height: usualHeight },
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
  })
  page.setDefaultTimeout(10_000)
  const log = followLog(page)
  await page.goto(url, { waitUntil: 'domcontentloaded' })
  await page.getByRole('button', { name: 'Hide log panel' }).click()

  const cards = () => page.locator('.ac-adaptiveCard')
  // A channel shows its newest thread first, a chat its newest message last.
  let threads: Locator | undefined
  let turnedTo: Locator | undefined
  let turnedToText = ''
  const newest = () => (threads ? threads.first().locator('.ac-adaptiveCard').last() : cards().last())
  const card = () => turnedTo ?? newest()
  const open = async (name: string) => {
    turnedTo = undefined
    await page.getByRole('treeitem', { name, exact: true }).click()
  }

  async function cardAfter(act: () => Promise<unknown>): Promise<void> {
    const before = await cards().count()
    await act()
    await cards().nth(before).waitFor()
  }

  return {
    page,
    card,
    read: async () => (await card().textContent()) ?? '',
    sentCard: () => log.latestCard(turnedTo ? turnedToText : ''),
    complaints: log.complaints,
    async openChat() {
      threads = undefined
      await open('Personal Chat')
      await page.getByRole('button', { name: 'Send Message' }).waitFor()
    },
    async openChannel(name) {
      await open(`Ledergruppen - ${name}`)
      await page.getByRole('button', { name: 'Post', exact: true }).waitFor()
      threads = page.getByRole('group').filter({ has: page.getByRole('button', { name: 'Send Message' }) })
    },
    async turnTo(text) {
      turnedTo = cards().filter({ hasText: text }).first()
      turnedToText = text
      await turnedTo.waitFor()
    },
    say: (text) =>
      cardAfter(async () => {
        turnedTo = undefined
        await page.getByRole('textbox').last().click()
        await page.keyboard.insertText(text)
        await page.keyboard.press('Enter')
      }),
    async postWithMention(text) {
      turnedTo = undefined
      await page.locator('[data-lexical-editor=true]').first().click()
      // The list of names opens only for keys, not for inserted text.
      await page.keyboard.type('@Pej')
      await page.locator('#typeahead-menu').getByRole('menuitem', { name: 'Pejling' }).click()
      await page.keyboard.insertText(` ${text}`)
      await page.getByRole('button', { name: 'Post', exact: true }).click()
      await page.getByRole('group').filter({ hasText: text }).first().locator('.ac-adaptiveCard').last().waitFor()
    },
    press: (name) => card().getByRole('button', { name, exact: true }).click(),
    pressForCard: (name) => cardAfter(() => card().getByRole('button', { name, exact: true }).click()),
    cardAfter,
    async choose(label, option) {
      const list = card().getByRole('combobox', { name: label })
      if ((await list.count()) === 0) return card().getByRole('radio', { name: option, exact: true }).check()
      await list.click()
      await page.getByRole('option', { name: option, exact: true }).click()
    },
    fill: (label, text) => card().getByRole('textbox', { name: label }).fill(text),
    waitForText: (text) => card().filter({ hasText: text }).waitFor(),
    async screenshot(file) {
      // Higher for a long card; a narrower window would not do: the Playground's cards do not follow its width.
      const height = (await card().boundingBox())?.height ?? 0
      await page.setViewportSize({ width, height: Math.max(usualHeight, Math.ceil(height) + surroundings) })
      await card().scrollIntoViewIfNeeded()
      await page.screenshot({ path: file, animations: 'disabled' })
      await page.setViewportSize({ width, height: usualHeight })
    },
    async screenshotOf(part, file) {
      const measure = async () => {
        const to = await card().boundingBox()
        if (part === 'card') {
          if (!to) throw new Error('The chat shows no card')
          return {
            x: to.x - cardMargin,
            wide: to.width + 2 * cardMargin,
            top: to.y - cardMargin,
            height: to.height + 2 * cardMargin,
          }
        }
        const from = await page.getByText(part.since, { exact: true }).last().boundingBox()
        if (!from || !to) throw new Error(`The chat does not show "${part.since}" with a card after it`)
        const top = from.y - aboveWords
        return { x: 0, wide: chatWidth, top, height: to.y + to.height - top + chatMargin }
      }
      // Of a channel a narrow window shows its list above all else.
      const windowWidth = part === 'card' ? width : chatWidth
      await page.setViewportSize({ width: windowWidth, height: usualHeight })
      const { height } = await measure()
      await page.setViewportSize({ width: windowWidth, height: Math.ceil(height) + surroundings })
      await card().scrollIntoViewIfNeeded()
      const { x, wide, top } = await measure()
      await page.screenshot({
        path: file,
        animations: 'disabled',
        clip: { x: Math.floor(x), y: Math.floor(top), width: Math.ceil(wide), height: Math.ceil(height) },
      })
      await page.setViewportSize({ width, height: usualHeight })
    },
  }
}

/** The Playground tells its page, frame by frame, what went to and fro. */
function followLog(page: Page) {
  const complaints: string[] = []
  const sent: object[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const frame: unknown = JSON.parse(String(payload))
      const card = cardIn(frame)
      if (card) sent.push(card)
      const { log } = frame as { log?: { displayText?: string; response?: { status?: number } } }
      if ((log?.response?.status ?? 0) >= 400) complaints.push(JSON.stringify(log).slice(0, 500))
      if (/not supported|error|fail/i.test(log?.displayText ?? '')) complaints.push(log?.displayText ?? '')
    }),
  )
  return {
    complaints: () => complaints,
    latestCard: (text: string) => {
      const latest = sent.findLast((card) => JSON.stringify(card).includes(text))
      if (!latest) throw new Error('The bot has sent no such card')
      return latest
    },
  }
}

function cardIn(value: unknown): object | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if ((value as { type?: unknown }).type === 'AdaptiveCard') return value
  for (const part of Object.values(value)) {
    const card = cardIn(part)
    if (card) return card
  }
  return undefined
}
