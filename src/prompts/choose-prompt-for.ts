import type { Services } from '../caller/context'
import { askedPoints, promptPlace } from '../framework/asked-points'
import type { Prompt } from '../framework/schema'
import type { PromptPlan } from '../records/campaign'
import type { Channel } from '../records/channel'
import type { Leader } from '../records/leader'
import { chooseFromTiers } from './choosing/choose-from-tiers'
import type { Shown } from './choosing/choose-prompt'
import { fittingChannelPrompts, fittingPrompts } from './choosing/fitting-prompts'
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
  if (plan.kind === 'own' || plan.kind === 'chosen') return fromPlan(services, plan, occasionNumber, leader.role)
  return nextOf(services, fittingPrompts(library, leader), plan, await listShownPrompts(services, leader.id), leader)
}

/**
 * The same for a channel, whose members have different roles: from what is said to every leader and, when that is resting, to
 * their groups and roles.
 * @param frameworks the campaign's, as slugs; empty: every framework
 */
export function choosePromptForChannel(
  services: Pick<Services, 'knowledge' | 'clock'>,
  channel: Channel,
  plan: PromptPlan,
  occasionNumber: number,
  frameworks: readonly string[],
): ChosenPrompt | undefined {
  if (plan.kind === 'own' || plan.kind === 'chosen') return fromPlan(services, plan, occasionNumber, null)
  const shown = channel.shown.map(({ promptId, at }) => ({ promptId, at, isSkipped: false }))
  return nextOf(services, fittingChannelPrompts(services.knowledge.library, frameworks), plan, shown, {
    id: channel.id,
    role: null,
  })
}

type Own = Extract<PromptPlan, { kind: 'own' | 'chosen' }>

/**
 * One that is no longer in the data gives its turn to the one after it. What HR chose stands, for a channel too and even where
 * it is private: a person who read it has decided.
 */
function fromPlan({ knowledge }: Pick<Services, 'knowledge'>, plan: Own, occasionNumber: number, role: string | null) {
  if (plan.kind === 'own') return { promptId: 'own', statementIds: [], question: plan.question }
  const from = occasionNumber % plan.promptIds.length
  const inTurn = [...plan.promptIds.slice(from), ...plan.promptIds.slice(0, from)]
  const [prompt] = inTurn.flatMap((id) => knowledge.library.prompt(id) ?? [])
  return prompt && chosen(prompt, role)
}

/** From the first of the tiers that has one that is not resting. */
function nextOf(
  { knowledge, clock }: Pick<Services, 'knowledge' | 'clock'>,
  tiers: readonly (readonly Prompt[])[],
  plan: Exclude<PromptPlan, Own>,
  shown: readonly Shown[],
  to: { readonly id: string; readonly role: string | null },
): ChosenPrompt | undefined {
  const traits = promptTraits(knowledge.library, to.role)
  const isPlanned = (areas: readonly string[]) => (prompt: Prompt) =>
    areas.includes(promptPlace(prompt.id, askedPoints(prompt, to.role)).area)
  const fitting = plan.kind === 'areas' ? tiers.map((tier) => tier.filter(isPlanned(plan.areas))) : tiers
  const prompt = chooseFromTiers(fitting, { shown, seed: to.id, nowMs: clock.now(), traits })
  return prompt && chosen(prompt, to.role)
}

function chosen(prompt: Prompt, role: string | null): ChosenPrompt {
  return { promptId: prompt.id, statementIds: askedPoints(prompt, role) }
}
