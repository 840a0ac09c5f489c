import type { Profile } from '../answers/query'
import type { Library } from '../framework/library'
import { idParts } from '../framework/schema'
import { fittingPrompts } from './fitting-prompts'
import { type Place, placeKey } from './journal-entry'

/** An area of a leader's own framework and role, and points in it that there is a question on. */
export interface OwnArea {
  readonly place: Place
  readonly statementIds: readonly string[]
}

/** Every area that a leader can be asked about, in the document's order: their role's, and what is said to every leader. */
export function ownAreas(library: Library, profile: Profile): OwnArea[] {
  const areas = new Map<string, { place: Place; statementIds: Set<string> }>()
  for (const { id, statements } of fittingPrompts(library, profile).flat()) {
    const { framework, area } = idParts(id)
    const place = { framework, area }
    const known = areas.get(placeKey(place)) ?? { place, statementIds: new Set() }
    for (const statement of statements) known.statementIds.add(statement)
    areas.set(placeKey(place), known)
  }
  const order = library.framework(profile.framework ?? '')?.areas.map(({ slug }) => slug) ?? []
  return [...areas.values()]
    .sort((a, b) => order.indexOf(a.place.area) - order.indexOf(b.place.area))
    .map(({ place, statementIds }) => ({ place, statementIds: [...statementIds] }))
}
