import type { CommandReader } from '../../answers/reading/read-command'
import { type PastSpan, readPast } from '../../dates/read-past'
import { localDate } from '../../time/clock'
import type { Turn } from '../turn'

/** Longer texts say more than what to show. */
const mostWords = 16

/** What of one's own journal is asked for: what was written in a time, about something or about everything. */
export interface JournalTime {
  readonly during: PastSpan
  /** '' for everything. */
  readonly text: string
}

/**
 * "Mine refleksioner fra oktober", "hvad skrev jeg om delegering i sidste måned": what asks for the journal and ends in a time. Undefined
 * for any other text.
 */
export function readJournalTime({ ctx, leader, isPersonal }: Turn, text: string): JournalTime | undefined {
  if (!isPersonal) return undefined
  return journalTimeIn(text, localDate(ctx.clock.now(), leader.timeZone), ctx.knowledge.readCommand)
}

/** @param today as a local date */
export function journalTimeIn(text: string, today: string, readCommand: CommandReader): JournalTime | undefined {
  const words = text
    .trim()
    .replace(/[?!.]+$/, '')
    .split(/\s+/)
  if (words.length > mostWords) return undefined
  for (let at = 1; at < words.length; at++) {
    const during = readPast(words.slice(at).join(' '), today)
    const asked = during && readCommand(words.slice(0, at).join(' '))
    if (!during || !asked) continue
    if (asked.name === 'reflections' && asked.rest === '') return { during, text: '' }
    if (asked.name === 'search') return { during, text: asked.rest }
  }
  return undefined
}
