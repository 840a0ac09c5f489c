import type { Profile } from '../../answers/profile'
import type { Library } from '../../framework/library'
import { answersTo } from '../../prompts/choosing/point-pairs'
import { isPlace, type JournalEntry, type Place, placeKey } from './journal-entry'
import { type OwnArea, ownAreas } from './own-areas'

export interface AreaCoverage extends OwnArea {
  /** How many of the leader's own reflections belong to it. */
  readonly count: number
}

export interface Coverage {
  /** The areas of the leader's own framework and role, in the document's order. */
  readonly areas: readonly AreaCoverage[]
  /** The first area that is still untouched; undefined where there is none. */
  readonly next: AreaCoverage | undefined
  /** Chapters such as a foreword, which are no areas: those that have been reflected on. */
  readonly chapters: readonly Pick<AreaCoverage, 'place' | 'count'>[]
  /** Whether reflections on pitfalls are counted where what answers them stands. */
  readonly hasPitfalls: boolean
  /** The framework tells roles apart, and the leader has not said which is theirs. */
  readonly asksRole: boolean
  /** Reflections on HR's own questions. */
  readonly hrs: number
  /** Notes in no area. */
  readonly notes: number
  /** Talks about expectations, which are about points of several areas. */
  readonly talks: number
  /** Reflections on other areas than these: another role or municipality. */
  readonly elsewhere: number
}

/**
 * Which areas a leader has reflected on, and which not. Counts, never shares or scores. A pitfall belongs to the area of the point that
 * answers it best: a list of pitfalls is no area to lead in.
 */
export function coverageOf(library: Library, profile: Profile, entries: readonly JournalEntry[]): Coverage {
  const framework = library.framework(profile.framework ?? '')
  const counts = new Map<string, number>()
  for (const entry of entries) {
    const { place, statementIds } = entry
    const key = placeKey(isPlace(place) ? areaOf(library, place, statementIds) : place)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const own = ownAreas(library, profile, (place, statementIds) => areaOf(library, place, statementIds)).map((area) => ({
    ...area,
    count: counts.get(placeKey(area.place)) ?? 0,
  }))
  const ownChapters = framework?.areas.filter(({ type }) => type === 'chapter').map(({ slug }) => slug) ?? []
  const isChapter = ({ place }: OwnArea) => ownChapters.includes(place.area)
  const asksRole = framework?.profile === 'roles' && library.role(framework.slug, profile.role ?? '') === undefined
  const areas = own.filter((area) => !isChapter(area))
  // Where there is nothing else, a foreword is offered, unless there will be areas once the role is known.
  const shown = areas.length > 0 || asksRole ? areas : own
  const isShown = (key: string) => shown.some(({ place }) => placeKey(place) === key)
  // Areas that nothing is asked about any more count too: what was written stays the leader's own.
  const chapters = ownChapters.flatMap((area) => {
    const place = { framework: framework?.slug ?? '', area }
    const count = counts.get(placeKey(place)) ?? 0
    return count > 0 && !isShown(placeKey(place)) ? [{ place, count }] : []
  })
  const hrs = counts.get(placeKey(null)) ?? 0
  const notes = counts.get(placeKey('notes')) ?? 0
  const talks = counts.get(placeKey('talks')) ?? 0
  const counted = [...shown, ...chapters].reduce((sum, { count }) => sum + count, 0)
  return {
    areas: shown,
    next: shown.find(({ count }) => count === 0),
    chapters,
    hasPitfalls: shown.some(({ statementIds }) => statementIds.some((id) => library.point(id)?.kind === 'pitfall')),
    asksRole,
    hrs,
    notes,
    talks,
    elsewhere: entries.length - counted - hrs - notes - talks,
  }
}

/** Where a question counts: its own area, or for a pitfall that of the point which answers it best. */
function areaOf(library: Library, place: Place, [first = '']: readonly string[]): Place {
  const point = library.point(first)
  const [answer] = point ? answersTo(library, point) : []
  return answer ? { framework: answer.framework, area: answer.area } : place
}
