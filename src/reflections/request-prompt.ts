import { z } from 'zod'
import { resolveRole } from '../answers/resolve-role'
import { localDate } from '../clock'
import { type Ctx, nowIso } from '../context'
import { allLeaders, type Prompt } from '../framework/schema'
import { type Leader, type Reflection, reflections } from '../store/containers'
import { reflectionId } from '../store/ids'
import { choosePrompt } from './choose-prompt'
import { ttlSeconds } from './retention'
import { shownPrompts } from './shown-prompts'

export const promptRequestInput = z.object({
  /** Ask about one of these statements, if any of them has a prompt. */
  statementIds: z.array(z.string().max(200)).max(10).default([]),
})

/** How far back the choice looks: 26 weeks of one prompt a day, which nobody reaches. */
const mostRemembered = 200

/**
 * Shows the caller a prompt and records that it was shown, in their own partition. Asking again on the same day for the same
 * prompt finds what stands there.
 * @returns undefined when the data has no prompt that fits
 */
export async function requestPrompt(
  ctx: Ctx,
  leader: Leader,
  input: z.infer<typeof promptRequestInput>,
): Promise<Reflection | undefined> {
  const candidates = fittingPrompts(ctx, leader, input.statementIds)
  const { documents } = await ctx.store.list(shownPrompts, ctx.caller.leaderId, {
    orderBy: { field: 'shownAt', descending: true },
    limit: mostRemembered,
  })
  const shown = documents.map(({ document }) => ({
    promptId: document.promptId,
    at: document.shownAt,
    isSkipped: document.state === 'skipped',
  }))
  const seen = new Set(shown.map(({ promptId }) => promptId))
  // Asked for by topic, the best point counts before whose turn it is.
  const isOnTopic = candidates.some((prompt) => prompt.statements.some((id) => input.statementIds.includes(id)))
  const best = isOnTopic ? candidates.find((prompt) => !seen.has(prompt.id)) : undefined
  const prompt = best ?? choosePrompt(candidates, shown, ctx.caller.leaderId, ctx.clock.now())
  if (!prompt) return undefined
  const now = nowIso(ctx)
  const reflection: Reflection = {
    id: reflectionId(prompt.id, localDate(ctx.clock.now(), leader.timeZone)),
    leaderId: ctx.caller.leaderId,
    promptId: prompt.id,
    statementIds: [...prompt.statements],
    state: 'shown',
    shownAt: now,
    createdAt: now,
    ttl: ttlSeconds(now, ctx.config.retentionMonths, ctx.clock.now()),
  }
  const outcome = await ctx.store.create(reflections, reflection)
  const standing =
    outcome.status === 'exists' ? await ctx.store.get(reflections, ctx.caller.leaderId, reflection.id) : undefined
  return standing?.document ?? reflection
}

/**
 * The prompts on given statements, in the statements' order, if any of them has one; else those of the leader's role; without a role, those that any
 * leader of the municipality can take up.
 */
export function fittingPrompts(ctx: Ctx, leader: Leader, statementIds: readonly string[]): readonly Prompt[] {
  const { library } = ctx.knowledge
  const onTopic = new Set(statementIds.flatMap((id) => library.promptsFor(id)))
  if (onTopic.size > 0) return [...onTopic]
  const framework = leader.framework ? library.framework(leader.framework) : undefined
  if (!framework) return library.prompts.filter((prompt) => roleOf(prompt) === allLeaders)
  const own = library.prompts.filter((prompt) => prompt.id.startsWith(`${framework.slug}/`))
  const role = leader.role ? library.role(framework.slug, leader.role) : undefined
  const slug = role
    ? resolveRole(library, { said: role.title, level: role.level, as: [role.slug] }, framework.slug).slug
    : allLeaders
  const fitting = own.filter((prompt) => roleOf(prompt) === slug)
  return fitting.length > 0 ? fitting : own.filter((prompt) => roleOf(prompt) === allLeaders)
}

function roleOf(prompt: Prompt): string {
  return prompt.id.split('/')[1] ?? ''
}
