import type { z } from 'zod'
import { notice } from '../../cards/kit/notice-card'
import { channelPromptCard } from '../../cards/prompt/channel-prompt-card'
import { noTopicCard } from '../../cards/prompt/no-topic-card'
import { placeCard } from '../../cards/prompt/place-card'
import { type discussionInput, idIn } from '../../channels/answer-in-channel'
import { changeDiscussion, findDiscussion } from '../../channels/discussion'
import { findChannelHere } from '../../channels/place'
import { listShownThere, type ShownThere, startDiscussion } from '../../channels/start-discussion'
import { askedPoints } from '../../framework/asked-points'
import type { Prompt } from '../../framework/schema'
import { restedLongest } from '../../prompts/choosing/choose-prompt'
import { groupPrompts, promptsToDiscuss } from '../../prompts/choosing/fitting-prompts'
import { promptsOnTopic } from '../../prompts/choosing/topic-prompts'
import type { promptRequestInput } from '../../prompts/request-prompt'
import { localDate } from '../../time/clock'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import { everybodyIn, pressedIn, showDiscussion } from './in-thread'

type Input = z.infer<typeof promptRequestInput>

/** Gives a channel or group chat a question to talk about. */
export async function openTalk(turn: Turn, { statementIds, topic }: Input): Promise<Reply> {
  const { ctx, leader } = turn
  const { library } = ctx.knowledge
  const shown = await listShownThere(ctx, turn.conversationId)
  if (topic !== '') {
    const on = promptsOnTopic(ctx.knowledge, { topic, profile: leader, locale: leader.locale, isGroup: true })
    if (on.status === 'none') {
      const isAtHome = library.framework(leader.framework ?? '') !== undefined
      return send(noTopicCard(turn.reader, { topic, near: on.near, isAtHome, isGroup: true }))
    }
    const prompts = on.status === 'found' ? on.prompts : []
    const unseen = prompts.find(({ id }) => shown.every(({ promptId }) => promptId !== id))
    const prompt = unseen ?? choose(turn, prompts, shown)
    if (prompt) return begin(turn, prompt)
  }
  const prompt = choose(turn, promptsFor(turn, statementIds), shown)
  return prompt ? begin(turn, prompt) : send(notice(turn.reader, 'noPromptHere'))
}

/**
 * Another question: in place of one that was asked for and nobody has answered yet, else below, so that no answer stands under a
 * question it was not given to.
 */
export async function takeAnother(turn: Turn, input: z.infer<typeof discussionInput>): Promise<Reply> {
  const { ctx } = turn
  const { id } = await findDiscussion(ctx, pressedIn(turn), idIn(input))
  const shown = await listShownThere(ctx, turn.conversationId)
  const prompt = choose(turn, promptsFor(turn, []), shown)
  if (!prompt) return send(notice(turn.reader, 'noPromptHere'))
  let isReplaced = false
  const discussion = await changeDiscussion(ctx, id, ({ keys, startedBy, isRegular, state }) => {
    isReplaced = keys.length === 0 && (startedBy !== null || isRegular === true) && state === 'open'
    if (!isReplaced) return undefined
    return { promptId: prompt.id, statementIds: askedPoints(prompt, null), place: turn.place }
  })
  if (!isReplaced) return begin(turn, prompt)
  return replace(channelPromptCard(everybodyIn(turn).everybody, await showDiscussion(turn, discussion)))
}

async function begin(turn: Turn, prompt: Prompt): Promise<Reply> {
  const { ctx, conversation, askedIn } = turn
  const discussion = await startDiscussion(
    ctx,
    { key: askedIn.key, conversation },
    { promptId: prompt.id, statementIds: askedPoints(prompt, null) },
  )
  const { everybody } = everybodyIn(turn)
  const card = channelPromptCard(everybody, discussion)
  return send(card, { opens: discussion.id, ...((await isNew(turn)) && { below: placeCard(everybody, null) }) })
}

/** What is said to all leaders of the framework, and to the group that the channel is. */
function promptsFor(turn: Turn, statementIds: readonly string[]): readonly Prompt[] {
  const { library } = turn.ctx.knowledge
  const [framework] = frameworksOf(turn)
  const group = turn.place?.group ?? null
  const isAsked = group === null || framework === undefined || statementIds.length > 0
  const ofGroup = isAsked ? [] : groupPrompts(library, framework, group)
  return [...ofGroup, ...promptsToDiscuss(library, statementIds, frameworksOf(turn))]
}

function choose(turn: Turn, candidates: readonly Prompt[], shown: readonly ShownThere[]): Prompt | undefined {
  const { ctx, leader, conversationId } = turn
  const seed = `${conversationId} ${localDate(ctx.clock.now(), leader.timeZone)}`
  return restedLongest({ candidates, shown: shown.map((each) => ({ ...each, isSkipped: false })), seed })
}

/** With a channel's first question it is asked whose it is, once; where all work for one municipality, that is known. */
async function isNew({ ctx, conversation }: Turn): Promise<boolean> {
  if (ctx.config.municipality !== null) return false
  const channel = await findChannelHere(ctx, conversation)
  return channel?.framework === null && channel.shown.length <= 1
}

function frameworksOf({ ctx, leader }: Turn): readonly string[] {
  const framework = ctx.knowledge.library.framework(leader.framework ?? '')
  return framework ? [framework.slug] : []
}
