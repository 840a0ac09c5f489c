import type { Activity } from 'botbuilder'
import { visibleText } from '../text/visible-text'

/** Longer than any tag of Teams': what goes on beyond is text that only looks like one. */
const longestTag = 400

/**
 * What the person said, of all that Teams puts into a message's text: without the mention of the bot, quoted messages, placeholders of
 * attachments and characters that nobody sees. Others who are mentioned stay by name: the words are the writer's
 * (docs/teams-facts.md#what-comes-in-a-messages-text). Linear in the text's length.
 */
export function saidText({ text, entities, recipient }: Pick<Activity, 'text' | 'entities' | 'recipient'>): string {
  if (typeof text !== 'string') return ''
  const named = namesIn(entities, recipient)
  let said = ''
  for (const { kind, words } of piecesOf(text)) {
    const isBot = kind === 'mention' && isBotName(named, words.trim(), said.trim() === '')
    said += isBot || kind === 'mark' ? ' ' : words
  }
  return visibleText(said).trim()
}

interface Piece {
  readonly kind: 'words' | 'mention' | 'mark'
  readonly words: string
}

/** Takes a text apart into words, who is mentioned, and marks of Teams' own. */
function* piecesOf(text: string): Generator<Piece> {
  const closing = createFinder(text, '>')
  const ends = createFinder(text, '</at>')
  for (let at = 0; at < text.length; ) {
    const from = text.indexOf('<', at)
    yield { kind: 'words', words: text.slice(at, from < 0 ? text.length : from) }
    if (from < 0) return
    const close = closing(from)
    const tag = close < 0 || close - from > longestTag ? '' : text.slice(from, close + 1)
    const end = /^<at[\s>]/i.test(tag) ? ends(close + 1) : -1
    if (end >= 0) {
      yield { kind: 'mention', words: text.slice(close + 1, end) }
      at = end + '</at>'.length
    } else {
      const isMark = /^<\/?(at|quoted|attachment)[\s/>]/i.test(tag)
      yield isMark ? { kind: 'mark', words: tag } : { kind: 'words', words: '<' }
      at = isMark ? close + 1 : from + 1
    }
  }
}

interface Named {
  /** What the bot is called in the mentions that are its own. */
  readonly bot: ReadonlySet<string>
  readonly others: ReadonlySet<string>
}

/** Without a word on who is meant, the mention that a message begins with is the bot's. */
function isBotName({ bot, others }: Named, name: string, isFirst: boolean): boolean {
  return bot.size > 0 ? bot.has(name) : isFirst && !others.has(name)
}

/** Who is called what in the mentions, as far as Teams says so. */
function namesIn(entities: unknown, recipient: unknown): Named {
  const { id: botId, name: botName } = (recipient ?? {}) as { id?: unknown; name?: unknown }
  const named = { bot: new Set<string>(), others: new Set<string>() }
  for (const entity of Array.isArray(entities) ? entities : []) {
    const { type, text, mentioned } = (entity ?? {}) as { type?: unknown; text?: unknown; mentioned?: { id?: unknown } }
    if (type !== 'mention' || typeof text !== 'string' || botId === undefined) continue
    const name = nameIn(text)
    if (name === '') continue
    if (mentioned?.id === botId) named.bot.add(name)
    else if (name !== botName) named.others.add(name)
  }
  return named
}

function nameIn(text: string): string {
  return text
    .slice(0, longestTag)
    .replace(/<[^<>]*>/g, '')
    .trim()
}

/** Finds the next place of a text that is searched forward only, looking at no character twice. */
function createFinder(text: string, wanted: string): (from: number) => number {
  let found = 0
  let isStart = true
  return (from) => {
    if (isStart || (found >= 0 && found < from)) found = text.indexOf(wanted, from)
    isStart = false
    return found
  }
}
