import type { Profile } from '../../answers/profile'
import { askedPoints, promptPlace } from '../../framework/asked-points'
import type { Library } from '../../framework/library'
import { fittingPrompts } from '../../prompts/choosing/fitting-prompts'
import { type Place, placeKey } from './journal-entry'

/** An area of a leader's own framework and role, and points in it that there is a question on. */
export interface OwnArea {
  readonly place: Place
  readonly statementIds: readonly string[]
}

/**
 * Every area that a leader can be asked about: their role's in the document's order, then what is said to every leader. An area
 * that is in both stands with the role's.
 * @param areaOf where a question belongs, if not where it stands in the document
 */
export function ownAreas(
  library: Library,
  profile: Profile,
  areaOf: (place: Place, statementIds: readonly string[]) => Place = (place) => place,
): OwnArea[] {
  const order = library.framework(profile.framework ?? '')?.areas.map(({ slug }) => slug) ?? []
  const areas = new Map<string, { place: Place; statementIds: Set<string> }>()
  for (const prompts of fittingPrompts(library, profile)) {
    const placed = prompts.map((prompt) => {
      const statements = askedPoints(prompt, profile.role)
      return { place: areaOf(promptPlace(prompt.id, statements), statements), statements }
    })
    for (const { place, statements } of placed.sort(
      (a, b) => order.indexOf(a.place.area) - order.indexOf(b.place.area),
    )) {
      const known = areas.get(placeKey(place)) ?? { place, statementIds: new Set() }
      for (const statement of statements) known.statementIds.add(statement)
      areas.set(placeKey(place), known)
    }
  }
  return [...areas.values()].map(({ place, statementIds }) => ({ place, statementIds: [...statementIds] }))
}
