import type { Services } from '../caller/context'
import { askedPoints } from '../framework/asked-points'
import type { Library } from '../framework/library'
import type { Prompt } from '../framework/schema'
import type { PromptPlan } from '../records/campaign'
import type { Channel } from '../records/channel'
import type { Leader } from '../records/leader'
import { chooseFromTiers } from './choosing/choose-from-tiers'
import type { Shown } from './choosing/choose-prompt'
import { fittingChannelPrompts, fittingPrompts } from './choosing/fitting-prompts'
import { type GivenPrompt, type PlanReader, planTurn } from './choosing/plan-turn'
import { promptTraits } from './choosing/prompt-traits'
import { listShownPrompts } from './list-shown-prompts'

/** What a delivery holds of its prompt. `question` with `own` only. */
export interface ChosenPrompt {
  readonly promptId: string
  readonly statementIds: string[]
  readonly question?: string
}

/**
 * The prompt that a campaign brings a leader: what HR wrote or chose, else the next of the leader's role and, when those are
 * resting, of what the municipality says to every leader.
 * @param occasionNumber the occasion's place in its campaign, from 0
 * @returns undefined when none fits, or all that do were shown within 26 weeks
 */
export async function choosePromptFor(
  services: Pick<Services, 'store' | 'knowledge' | 'clock'>,
  leader: Leader,
  plan: PromptPlan,
  occasionNumber: number,
): Promise<ChosenPrompt | undefined> {
  const { library } = services.knowledge
  const turn = planTurn(library, plan, occasionNumber, leader)
  if (turn.kind === 'given') return ofGiven(library, turn.prompts, leader)
  const tiers = fittingPrompts(library, leader).map((tier) => tier.filter(turn.isWithin))
  return nextOf(services, tiers, await listShownPrompts(services, leader.id), leader)
}

/**
 * The same for a channel, whose members have different roles: from what is said to every leader and, when that is resting, to
 * their groups and roles.
 * @param frameworks the campaign's, as slugs; empty: every framework
 */
export function choosePromptForChannel(
  services: Pick<Services, 'knowledge' | 'clock' | 'config'>,
  channel: Channel,
  plan: PromptPlan,
  occasionNumber: number,
  frameworks: readonly string[],
): ChosenPrompt | undefined {
  const { library } = services.knowledge
  const asked = { id: channel.id, role: null, locale: services.config.locale }
  const turn = planTurn(library, plan, occasionNumber, asked)
  if (turn.kind === 'given') return ofGiven(library, turn.prompts, asked)
  const tiers = fittingChannelPrompts(library, frameworks).map((tier) => tier.filter(turn.isWithin))
  const shown = channel.shown.map(({ promptId, at }) => ({ promptId, at, isSkipped: false }))
  return nextOf(services, tiers, shown, asked)
}

/** What HR chose stands, for a channel too and even where it is private: a person who read it has decided. */
function ofGiven(library: Library, [first]: readonly GivenPrompt[], { role }: PlanReader): ChosenPrompt | undefined {
  if (!first) return undefined
  if (first.question !== undefined) return { promptId: first.promptId, statementIds: [], question: first.question }
  const prompt = library.prompt(first.promptId)
  return prompt && chosen(prompt, role)
}

/** From the first of the tiers that has one that is not resting. */
function nextOf(
  { knowledge, clock }: Pick<Services, 'knowledge' | 'clock'>,
  tiers: readonly (readonly Prompt[])[],
  shown: readonly Shown[],
  to: { readonly id: string; readonly role: string | null },
): ChosenPrompt | undefined {
  const traits = promptTraits(knowledge.library, to.role)
  const prompt = chooseFromTiers(tiers, { shown, seed: to.id, nowMs: clock.now(), traits })
  return prompt && chosen(prompt, to.role)
}

function chosen(prompt: Prompt, role: string | null): ChosenPrompt {
  return { promptId: prompt.id, statementIds: askedPoints(prompt, role) }
}
