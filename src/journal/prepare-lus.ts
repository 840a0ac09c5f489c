import { z } from 'zod'
import type { Ctx } from '../caller/context'
import { AppError } from '../errors'
import type { Leader } from '../records/leader'
import { readJournal } from './read-journal'
import { entryKey, type JournalEntry } from './reading/journal-entry'
import { type LusContent, lusContent } from './reading/lus-content'

/** How far back, in months; the longest that is offered is longer than anything is kept. */
export const periods = [3, 6, 12, 60] as const
const usualPeriod = 12
/** What can be chosen among; more would be no choice. */
const mostChoices = 50
/** Chosen beforehand; a talk has room for no more. */
const mostChosen = 30

export const periodInput = z.looseObject({ months: z.coerce.number().int().min(1).max(60).optional() })

const keys = z.array(z.string().regex(/^[0-9a-f]{12}$/)).max(mostChoices)
/** Chosen in a card's lists (`pick0`, `pick1` …, each as a comma-separated text), or given by their keys. */
export const chosenInput = z.looseObject({
  keys: keys.optional(),
  page: z.coerce.number().int().min(0).max(1000).default(0),
})

export interface LusChoice {
  readonly months: number
  /** Newest first, at most `mostChoices`. */
  readonly entries: readonly JournalEntry[]
  readonly chosen: ReadonlySet<string>
  /** How many of the period are left out. */
  readonly left: number
  /** Whether anything is written at all, in whatever period. */
  readonly hasAny: boolean
}

/** What a leader can take to the talk with their own leader. */
export async function offerLus(
  ctx: Ctx,
  leader: Leader,
  { months = usualPeriod }: z.infer<typeof periodInput>,
): Promise<LusChoice> {
  const since = new Date(ctx.clock.now())
  since.setUTCMonth(since.getUTCMonth() - months)
  const written = await readJournal(ctx, leader)
  const all = written.filter(({ at }) => at >= since.toISOString())
  const entries = all.slice(0, mostChoices)
  const chosen = new Set(entries.slice(0, mostChosen).map(({ id }) => entryKey(id)))
  return { months, entries, chosen, left: all.length - entries.length, hasAny: written.length > 0 }
}

export interface Lus {
  readonly content: LusContent
  /** Of what is in it: enough to make it again. */
  readonly keys: readonly string[]
}

/**
 * The chosen reflections as they stand now. Looked for among the caller's own alone, so that another's key finds nothing.
 * @throws AppError `invalid` where none is left
 */
export async function prepareLus(ctx: Ctx, leader: Leader, input: z.infer<typeof chosenInput>): Promise<Lus> {
  const wanted = new Set(keysOf(input))
  const entries = (await readJournal(ctx, leader)).filter(({ id }) => wanted.has(entryKey(id)))
  if (entries.length === 0)
    throw new AppError('invalid', 'None of the chosen reflections is there', { say: { key: 'lus.nothing' } })
  return {
    content: lusContent(ctx.knowledge.library, entries),
    keys: entries.slice(0, mostChoices).map(({ id }) => entryKey(id)),
  }
}

function keysOf(input: z.infer<typeof chosenInput>): readonly string[] {
  if (input.keys) return input.keys
  const picked = Object.entries(input).flatMap(([name, value]) =>
    /^pick\d{1,2}$/.test(name) && typeof value === 'string' ? value.split(',') : [],
  )
  return picked.slice(0, mostChoices)
}
