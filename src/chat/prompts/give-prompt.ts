import type { z } from 'zod'
import { notice } from '../../cards/kit/notice-card'
import { noTopicCard } from '../../cards/prompt/no-topic-card'
import { type promptRequestInput, requestPrompt, requestTopicPrompt } from '../../prompts/request-prompt'
import { openTalk } from '../channel/open-talk'
import { sendReflection } from '../reflection-reply'
import { type Reply, send } from '../reply'
import type { Turn } from '../turn'

type Input = z.infer<typeof promptRequestInput>

/** Gives the caller a prompt to answer; in a group or channel one to talk about. */
export async function givePrompt(turn: Turn, input: Input): Promise<Reply> {
  if (!turn.isPersonal) return openTalk(turn, input)
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
