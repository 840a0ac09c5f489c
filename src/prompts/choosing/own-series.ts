import { nextRhythmTime } from '../../dates/rhythm-dates'
import type { Library } from '../../framework/library'
import type { Prompt } from '../../framework/schema'
import type { OwnSeries, Rhythm } from '../../records/rhythm'

/** The prompt that is next, and how many have come with it; undefined where none is left. Those that the data no longer have are passed over. */
export function nextInSeries(
  library: Library,
  { promptIds, come }: OwnSeries,
): { readonly prompt: Prompt; readonly come: number } | undefined {
  for (const [i, id] of promptIds.entries()) {
    const prompt = i < come ? undefined : library.prompt(id)
    if (prompt) return { prompt, come: i + 1 }
  }
  return undefined
}

/** Whether somebody still has the role that a series is for. */
export function isForRole(
  series: OwnSeries,
  { framework, role }: { readonly framework: string | null; readonly role: string | null },
): boolean {
  return series.framework === framework && series.role === role
}

/** What goes on once a series is over: the question of the leader's own that rested; undefined where there was none. */
export function afterSeries(rhythm: Rhythm, afterMs: number, zone: string): Rhythm | undefined {
  const { series, ...own } = rhythm
  if (!series) return rhythm
  if (!series.after) return undefined
  const { everyWeeks, topic } = series.after
  const at = new Date(nextRhythmTime({ ...own, everyWeeks }, afterMs, zone)).toISOString()
  return { ...own, everyWeeks, topic, dueAt: at, nextAt: at }
}
