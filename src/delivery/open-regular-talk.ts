import { listShownThere, startDiscussion } from '../channels/start-discussion'
import { askedPoints } from '../framework/asked-points'
import type { Prompt } from '../framework/schema'
import { chooseFromTiers } from '../prompts/choosing/choose-from-tiers'
import { fittingChannelPrompts, groupPrompts } from '../prompts/choosing/fitting-prompts'
import { promptTraits } from '../prompts/choosing/prompt-traits'
import { promptsOnTopic } from '../prompts/choosing/topic-prompts'
import type { Channel } from '../records/channel'
import type { Discussion } from '../records/discussion'
import type { TeamRhythm } from '../records/team-rhythm'
import { asLeader } from './deliver'
import type { SendingContext } from './sending-context'

/** The same time of the same place is the same question. */
export function regularTalkKey({ id, dueAt }: Pick<TeamRhythm, 'id' | 'dueAt'>): string {
  return `${dueAt}:${id}`
}

/** Opens the discussion before its card is sent; a card that is tried again finds it. Undefined where all that fits is resting. */
export async function openRegularTalk(
  context: SendingContext,
  rhythm: TeamRhythm,
  channel: Channel | undefined,
): Promise<Discussion | undefined> {
  const ctx = asLeader(context, { id: rhythm.setBy ?? '', name: rhythm.setByName })
  const { knowledge, clock } = ctx
  const shown = (await listShownThere(ctx, rhythm.id)).map((each) => ({ ...each, isSkipped: false }))
  const traits = promptTraits(knowledge.library, null)
  const choice = { shown, seed: rhythm.id, nowMs: clock.now(), traits }
  const prompt = chooseFromTiers(tiersFor(context, rhythm, channel), choice)
  if (!prompt) return undefined
  return startDiscussion(
    ctx,
    { key: regularTalkKey(rhythm), conversation: rhythm.conversation, isRegular: true },
    { promptId: prompt.id, statementIds: askedPoints(prompt, null) },
  )
}

/** On the topic that was asked for; when these rest, what the group shares, and what is said to every leader. */
function tiersFor(
  { services }: SendingContext,
  { topic }: TeamRhythm,
  channel: Channel | undefined,
): readonly (readonly Prompt[])[] {
  const { knowledge, config } = services
  const framework = channel?.framework ?? config.municipality
  const asked = { topic, profile: { framework, role: null }, locale: config.locale, isGroup: true }
  const on = topic === '' ? undefined : promptsOnTopic(knowledge, asked)
  const group = channel?.group ?? null
  return [
    ...(on?.status === 'found' ? [on.prompts] : []),
    ...(framework !== null && group !== null ? [groupPrompts(knowledge.library, framework, group)] : []),
    ...fittingChannelPrompts(knowledge.library, framework === null ? [] : [framework]),
  ]
}
