import type { z } from 'zod'
import { listWaiting, type waitingInput } from '../../journal/list-waiting'
import { openReflection } from '../journal/journal'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import type { Views } from '../views/views'

/** The prompts that wait for an answer: one by itself is shown at once. */
export async function showWaiting(turn: Turn, input: z.infer<typeof waitingInput>, views: Views): Promise<Reply> {
  const page = await listWaiting(turn.ctx, input)
  const [first] = page.reflections
  if (page.total === 0) return send(views.notice(turn.leader, 'noneWaiting'))
  if (page.total === 1 && first) return openReflection(turn, { reflectionId: first.id }, views)
  const card = views.journal.waiting(turn.leader, page)
  return input.cursor === undefined ? send(card) : replace(card)
}

/** The newest of them once more. */
export async function showNewest(turn: Turn, views: Views): Promise<Reply> {
  const [newest] = (await listWaiting(turn.ctx, {})).reflections
  return newest
    ? openReflection(turn, { reflectionId: newest.id }, views)
    : send(views.notice(turn.leader, 'noneWaiting'))
}
