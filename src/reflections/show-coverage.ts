import type { Ctx } from '../context'
import { idParts } from '../framework/schema'
import type { Leader } from '../store/containers'
import { type Coverage, coverageOf } from './coverage'
import { type Place, placeKey } from './journal-entry'
import { readJournal } from './read-journal'
import { fittingPrompts } from './request-prompt'

/** What can be asked about for the caller, and how much of it they have reflected on; undefined without a municipality. */
export async function showCoverage(ctx: Ctx, leader: Leader): Promise<Coverage | undefined> {
  if (!leader.framework) return undefined
  return coverageOf(areasOf(ctx, leader), await readJournal(ctx, leader))
}

/** Statements with a question to them in an area of the caller's own, for asking about it. */
export function statementsIn(ctx: Ctx, leader: Leader, place: Place): string[] {
  const prompts = fittingPrompts(ctx, leader, []).filter(({ id }) => placeKey(placeOf(id)) === placeKey(place))
  return [...new Set(prompts.flatMap(({ statements }) => statements))].slice(0, 10)
}

/** The areas that the caller can be asked about, in the document's order. */
function areasOf(ctx: Ctx, leader: Leader): Place[] {
  const places = new Map(fittingPrompts(ctx, leader, []).map(({ id }) => [placeKey(placeOf(id)), placeOf(id)]))
  const areas = ctx.knowledge.library.framework(leader.framework ?? '')?.areas ?? []
  const orderOf = ({ area }: Place) => areas.findIndex(({ slug }) => slug === area)
  return [...places.values()].sort((a, b) => orderOf(a) - orderOf(b))
}

function placeOf(promptId: string): Place {
  const { framework, area } = idParts(promptId)
  return { framework, area }
}
