import type { z } from 'zod'
import { thenCard, thenQuestion } from '../../cards/prompt/then-card'
import { answerThen, holdsThen, type thenInput } from '../../journal/answer-then'
import type { reflectionIdInput } from '../../journal/change-reflection'
import { showReflection } from '../../journal/show-reflection'
import { replaceWithReflection } from '../reflection-reply'
import { type Reply, replace } from '../reply'
import type { Turn } from '../turn'

/** Asks the second question; where the first is not answered, or there is none any more, shows how it stands. */
export async function askThen(turn: Turn, input: z.infer<typeof reflectionIdInput>): Promise<Reply> {
  const reflection = await showReflection(turn.ctx, input, turn.pressedId)
  const isAsked = reflection.state === 'answered' && thenQuestion(reflection, turn.reader) !== undefined
  if (!isAsked) return replaceWithReflection(turn, reflection)
  return replace(thenCard(turn.reader, reflection, { text: reflection.second ?? '' }), {
    holds: { reflectionId: reflection.id },
  })
}

/** Keeps the answer to it; where another stands meanwhile, shows both and lets the leader decide. */
export async function keepThen(turn: Turn, input: z.infer<typeof thenInput>): Promise<Reply> {
  const reflection = await answerThen(turn.ctx, input, turn.pressedId)
  if (holdsThen(reflection, input)) return replaceWithReflection(turn, reflection)
  const form = { text: input.text, isElsewhere: true }
  // The first is gone meanwhile: the words come back where they may be kept as the answer.
  if (reflection.state !== 'answered') return replaceWithReflection(turn, reflection, { form })
  return replace(thenCard(turn.reader, reflection, form), { holds: { reflectionId: reflection.id } })
}
