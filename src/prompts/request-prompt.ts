import { z } from 'zod'
import { type Ctx, nowIso } from '../caller/context'
import { retained } from '../caller/retention'
import { askedPoints } from '../framework/asked-points'
import type { Prompt } from '../framework/schema'
import { reflectionId } from '../records/ids'
import type { Leader } from '../records/leader'
import { type Reflection, reflections } from '../records/reflection'
import { localDate } from '../time/clock'
import { chooseFromTiers } from './choosing/choose-from-tiers'
import { restedLongest, type Shown } from './choosing/choose-prompt'
import { fittingPrompts, promptsOn } from './choosing/fitting-prompts'
import { promptTraits } from './choosing/prompt-traits'
import { type OnTopic, promptsOnTopic } from './choosing/topic-prompts'
import { listShownPrompts, type ShownPrompt } from './list-shown-prompts'

export const promptRequestInput = z.object({
  /** Ask about one of these statements, if any of them has a prompt. */
  statementIds: z.array(z.string().max(200)).max(10).default([]),
  /** Ask about this, in the asker's words. */
  topic: z.string().max(200).default(''),
})

/** What asked: the same key again within that time is the same activity, delivered once more. */
export interface AskedIn {
  readonly key: string
  readonly withinMs: number
}

/**
 * Shows the caller a prompt and records that it was shown, in their own partition. Asking again on the same day for the same
 * prompt finds what stands there, and so does the same activity. On two instances at once both choose the same one.
 * @returns undefined when the data has no prompt that fits
 */
export async function requestPrompt(
  ctx: Ctx,
  leader: Leader,
  { statementIds }: Pick<z.infer<typeof promptRequestInput>, 'statementIds'>,
  askedIn?: AskedIn,
): Promise<Reflection | undefined> {
  const shown = await listShownPrompts(ctx, ctx.caller.leaderId)
  const standing = await findAsked(ctx, shown, askedIn)
  if (standing) return standing
  const prompt = nextPrompt(ctx, leader, statementIds, shown)
  return prompt && showPrompt(ctx, leader, prompt, askedIn)
}

/** What has come of asking for a prompt on a topic; see `OnTopic`. */
export type TopicRequest = { readonly status: 'given'; readonly reflection: Reflection } | Exclude<OnTopic, Found>
type Found = Extract<OnTopic, { status: 'found' }>

/** The same for a prompt on a topic: the best that the caller has not seen, and when they have seen all, the one that rested longest. */
export async function requestTopicPrompt(
  ctx: Ctx,
  leader: Leader,
  topic: string,
  askedIn?: AskedIn,
): Promise<TopicRequest> {
  const on = promptsOnTopic(ctx.knowledge, { topic, profile: leader, locale: leader.locale, isGroup: false })
  if (on.status !== 'found') return on
  const shown = await listShownPrompts(ctx, ctx.caller.leaderId)
  const standing = await findAsked(ctx, shown, askedIn)
  if (standing) return { status: 'given', reflection: standing }
  const prompt =
    firstUnseen(on.prompts, shown) ?? restedLongest({ candidates: on.prompts, shown, seed: ctx.caller.leaderId })
  return prompt
    ? { status: 'given', reflection: await showPrompt(ctx, leader, prompt, askedIn) }
    : { status: 'none', near: [] }
}

/** Shows the caller this one prompt, chosen beforehand. */
export async function requestChosenPrompt(
  ctx: Ctx,
  leader: Leader,
  prompt: Prompt,
  askedIn: AskedIn,
): Promise<Reflection> {
  const standing = await findAsked(ctx, await listShownPrompts(ctx, ctx.caller.leaderId), askedIn)
  return standing ?? showPrompt(ctx, leader, prompt, askedIn)
}

/** What the same activity was given before. */
async function findAsked(
  ctx: Ctx,
  shown: readonly ShownPrompt[],
  askedIn: AskedIn | undefined,
): Promise<Reflection | undefined> {
  const before = askedIn && shown.find((each) => each.askedIn === askedIn.key)
  if (!before || ctx.clock.now() - Date.parse(before.at) >= askedIn.withinMs) return undefined
  return (await ctx.store.get(reflections, ctx.caller.leaderId, before.reflectionId))?.document
}

async function showPrompt(ctx: Ctx, leader: Leader, prompt: Prompt, askedIn?: AskedIn): Promise<Reflection> {
  const now = nowIso(ctx)
  const reflection: Reflection = retained(ctx, {
    id: reflectionId(prompt.id, localDate(ctx.clock.now(), leader.timeZone)),
    leaderId: ctx.caller.leaderId,
    promptId: prompt.id,
    statementIds: askedPoints(prompt, leader.role),
    state: 'shown',
    ...(askedIn && { askedIn: askedIn.key }),
    shownAt: now,
    createdAt: now,
  })
  const outcome = await ctx.store.create(reflections, reflection)
  const standing =
    outcome.status === 'exists' ? await ctx.store.get(reflections, ctx.caller.leaderId, reflection.id) : undefined
  return standing?.document ?? reflection
}

/** Who asks is given one, if need be one that is resting. */
function nextPrompt(
  ctx: Ctx,
  leader: Leader,
  statementIds: readonly string[],
  shown: readonly Shown[],
): Prompt | undefined {
  const { library } = ctx.knowledge
  const onTopic = promptsOn(library, statementIds)
  // Asked for by points, the best point counts before whose turn it is.
  const unseen = firstUnseen(onTopic, shown)
  if (unseen) return unseen
  const tiers = onTopic.length > 0 ? [onTopic] : fittingPrompts(library, leader)
  const seed = ctx.caller.leaderId
  const traits = promptTraits(library, leader.role)
  const chosen = chooseFromTiers(tiers, { shown, seed, nowMs: ctx.clock.now(), traits })
  return chosen ?? restedLongest({ candidates: tiers[0] ?? [], shown, seed })
}

function firstUnseen(prompts: readonly Prompt[], shown: readonly Shown[]): Prompt | undefined {
  return prompts.find(({ id }) => !shown.some(({ promptId }) => promptId === id))
}
