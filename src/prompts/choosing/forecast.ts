import type { Library } from '../../framework/library'
import type { PromptPlan } from '../../records/campaign'
import { chooseFromTiers } from './choose-from-tiers'
import type { Shown } from './choose-prompt'
import { fittingChannelPrompts, fittingPrompts } from './fitting-prompts'
import { type GivenPrompt, type PlanReader, planTurn } from './plan-turn'
import { promptTraits } from './prompt-traits'

/** Whom a forecast is for: a role in a municipality, or a channel of leaders of some municipalities. */
export interface ForecastFor extends PlanReader {
  readonly framework: string | null
  /** Of a channel: slugs; empty: every one. Undefined: it is no channel. */
  readonly channelOf?: readonly string[]
}

/** An occasion to come: its number in the campaign, from 0, and when. */
export interface ForecastOccasion {
  readonly number: number
  readonly atMs: number
}

/**
 * What occasions bring somebody who has not been asked anything yet: exactly, where HR chose; where it goes by what fits, one of the ways
 * it may go, since each leader goes their own.
 * @param occasions in order of time
 * @returns a prompt for each of them; undefined: there is none any more
 */
export function forecast(
  library: Library,
  plan: PromptPlan,
  whom: ForecastFor,
  occasions: readonly ForecastOccasion[],
): readonly (GivenPrompt | undefined)[] {
  const tiers = whom.channelOf
    ? fittingChannelPrompts(library, whom.channelOf)
    : fittingPrompts(library, { framework: whom.framework ?? undefined, role: whom.role ?? undefined })
  const traits = promptTraits(library, whom.role)
  const shown: Shown[] = []
  return occasions.map(({ number, atMs }) => {
    const turn = planTurn(library, plan, number, whom)
    if (turn.kind === 'given') return turn.prompts[0]
    const fitting = tiers.map((tier) => tier.filter(turn.isWithin))
    const prompt = chooseFromTiers(fitting, { shown, seed: 'forecast', nowMs: atMs, traits })
    if (prompt) shown.push({ promptId: prompt.id, at: new Date(atMs).toISOString(), isSkipped: false })
    return prompt && { promptId: prompt.id }
  })
}
