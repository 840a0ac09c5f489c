import type { z } from 'zod'
import { localDate } from '../../clock'
import { noteReflectionCard } from '../../journal/note-reflection-card'
import { restedLongest } from '../../prompts/choosing/choose-prompt'
import { promptsToDiscuss } from '../../prompts/choosing/fitting-prompts'
import { promptsOnTopic } from '../../prompts/choosing/topic-prompts'
import { type promptRequestInput, requestPrompt, requestTopicPrompt } from '../../prompts/request-prompt'
import type { Reflection } from '../../records/reflection'
import { noted } from '../noted'
import { type Reply, send } from '../reply'
import type { Turn } from '../turn'
import type { Showing } from '../views/prompt-views'
import type { Views } from '../views/views'

type Input = z.infer<typeof promptRequestInput>

/** Gives the caller a prompt to answer; in a group or channel one to talk about, of which nothing is stored. */
export async function giveReflectionPrompt(turn: Turn, input: Input, views: Views): Promise<Reply> {
  if (!turn.isPersonal) return giveDiscussion(turn, input, views)
  const { ctx, leader } = turn
  if (input.topic !== '') {
    const { topic } = input
    const asked = await requestTopicPrompt(ctx, leader, topic)
    if (asked.status === 'given') return given(turn, asked.reflection, { topic }, views)
    if (asked.status === 'none') return send(views.prompts.noTopic(leader, topic, asked.near))
  }
  const reflection = await requestPrompt(ctx, leader, input)
  if (!reflection) return send(views.notice(leader, 'noPrompt'))
  const isOnPoint = reflection.statementIds.some((id) => input.statementIds.includes(id))
  return given(turn, reflection, { why: isOnPoint ? 'topic' : undefined }, views)
}

function given(turn: Turn, reflection: Reflection, showing: Showing, views: Views): Reply {
  return send(views.reflection(turn, reflection, showing), {
    onSent: (ids) => noted(turn, () => noteReflectionCard(turn.ctx, reflection.id, ids)),
  })
}

function giveDiscussion({ ctx, leader, conversationId }: Turn, { statementIds, topic }: Input, views: Views): Reply {
  const { library } = ctx.knowledge
  const framework = library.framework(leader.framework ?? '')
  const day = localDate(ctx.clock.now(), leader.timeZone)
  if (topic !== '') {
    const on = promptsOnTopic(ctx.knowledge, { topic, profile: leader, locale: leader.locale, isGroup: true })
    if (on.status === 'none') return send(views.prompts.noTopic(leader, topic, on.near))
    const [prompt] = on.status === 'found' ? on.prompts : []
    if (prompt) return send(views.discussion(leader, prompt))
  }
  const candidates = promptsToDiscuss(library, statementIds, framework ? [framework.slug] : [])
  const prompt = restedLongest({ candidates, shown: [], seed: `${conversationId} ${day}` })
  return send(prompt ? views.discussion(leader, prompt) : views.notice(leader, 'noPrompt'))
}
