import type { z } from 'zod'
import { answerQuestion } from '../answers/answer-question'
import { localDate } from '../clock'
import { restedLongest } from '../reflections/choose-prompt'
import { promptsToDiscuss } from '../reflections/fitting-prompts'
import { noteReflectionCard } from '../reflections/note-reflection-card'
import { type promptRequestInput, requestPrompt } from '../reflections/request-prompt'
import { noted } from './personal-data'
import { type Reply, send } from './reply'
import type { Turn } from './turn'
import type { Views } from './views'

/** Gives the caller a prompt to answer; in a group or channel one to talk about, of which nothing is stored. */
export async function giveReflectionPrompt(
  turn: Turn,
  input: z.infer<typeof promptRequestInput>,
  views: Views,
): Promise<Reply> {
  const { ctx, leader } = turn
  if (!turn.isPersonal) {
    const { library } = ctx.knowledge
    const framework = library.framework(leader.framework ?? '')
    const candidates = promptsToDiscuss(library, input.statementIds, framework ? [framework.slug] : [])
    const seed = `${turn.conversationId} ${localDate(ctx.clock.now(), leader.timeZone)}`
    const prompt = restedLongest({ candidates, shown: [], seed })
    return send(prompt ? views.discussion(leader, prompt) : views.notice(leader, 'noPrompt'))
  }
  const reflection = await requestPrompt(ctx, leader, input)
  if (!reflection) return send(views.notice(leader, 'noPrompt'))
  const isOnTopic = reflection.statementIds.some((id) => input.statementIds.includes(id))
  return send(views.reflection(turn, reflection, { why: isOnTopic ? 'topic' : undefined }), {
    onSent: (ids) => noted(turn, () => noteReflectionCard(ctx, reflection.id, ids)),
  })
}

/** "Giv mig et spørgsmål om feedback": the points found on the topic are asked about. */
export function pointsOn(turn: Turn, topic: string): string[] {
  if (topic === '') return []
  const { knowledge } = turn.ctx
  const query = knowledge.interpret(topic, { profile: turn.leader })
  return answerQuestion(knowledge, { ...query, intent: 'topic' })
    .statements.map((point) => point.id)
    .slice(0, 10)
}
