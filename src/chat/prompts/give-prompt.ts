import type { z } from 'zod'
import { notice } from '../../cards/kit/notice-card'
import { discussionCard } from '../../cards/prompt/discussion-card'
import { noTopicCard } from '../../cards/prompt/no-topic-card'
import { localDate } from '../../clock'
import { restedLongest } from '../../prompts/choosing/choose-prompt'
import { promptsToDiscuss } from '../../prompts/choosing/fitting-prompts'
import { promptsOnTopic } from '../../prompts/choosing/topic-prompts'
import { type promptRequestInput, requestPrompt, requestTopicPrompt } from '../../prompts/request-prompt'
import { sendReflection } from '../reflection-reply'
import { type Reply, send } from '../reply'
import type { Turn } from '../turn'

type Input = z.infer<typeof promptRequestInput>

/** Gives the caller a prompt to answer; in a group or channel one to talk about, of which nothing is stored. */
export async function givePrompt(turn: Turn, input: Input): Promise<Reply> {
  if (!turn.isPersonal) return giveDiscussion(turn, input)
  const { ctx, leader } = turn
  if (input.topic !== '') {
    const isAtHome = ctx.knowledge.library.framework(leader.framework ?? '') !== undefined
    const { topic } = input
    const asked = await requestTopicPrompt(ctx, leader, topic, turn.askedIn)
    if (asked.status === 'given') return sendReflection(turn, asked.reflection, { showing: { topic } })
    if (asked.status === 'none') return send(noTopicCard(turn.reader, { topic, near: asked.near, isAtHome }))
  }
  const reflection = await requestPrompt(ctx, leader, input, turn.askedIn)
  if (!reflection) return send(notice(turn.reader, 'noPrompt'))
  const isOnPoint = reflection.statementIds.some((id) => input.statementIds.includes(id))
  return sendReflection(turn, reflection, { showing: { why: isOnPoint ? 'topic' : undefined } })
}

function giveDiscussion(turn: Turn, { statementIds, topic }: Input): Reply {
  const { ctx, leader, conversationId } = turn
  const { library } = ctx.knowledge
  const framework = library.framework(leader.framework ?? '')
  const day = localDate(ctx.clock.now(), leader.timeZone)
  if (topic !== '') {
    const on = promptsOnTopic(ctx.knowledge, { topic, profile: leader, locale: leader.locale, isGroup: true })
    if (on.status === 'none')
      return send(noTopicCard(turn.reader, { topic, near: on.near, isAtHome: framework !== undefined }))
    const [prompt] = on.status === 'found' ? on.prompts : []
    if (prompt) return send(discussionCard(turn.reader, prompt))
  }
  const candidates = promptsToDiscuss(library, statementIds, framework ? [framework.slug] : [])
  const prompt = restedLongest({ candidates, shown: [], seed: `${conversationId} ${day}` })
  return send(prompt ? discussionCard(turn.reader, prompt) : notice(turn.reader, 'noPrompt'))
}
