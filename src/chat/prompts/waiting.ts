import type { z } from 'zod'
import { waitingCard } from '../../cards/journal/waiting-card'
import { notice } from '../../cards/kit/notice-card'
import { listWaiting, type waitingInput } from '../../journal/list-waiting'
import { openReflection } from '../journal/journal'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'

/** The prompts that wait for an answer: one by itself is shown at once. */
export async function showWaiting(turn: Turn, input: z.infer<typeof waitingInput>): Promise<Reply> {
  const page = await listWaiting(turn.ctx, input)
  const [first] = page.reflections
  if (page.total === 0) return send(notice(turn.reader, 'noneWaiting'))
  if (page.total === 1 && first) return openReflection(turn, { reflectionId: first.id })
  const card = waitingCard(turn.reader, page)
  return input.cursor === undefined ? send(card) : replace(card)
}

/** The newest of them once more. */
export async function showNewest(turn: Turn): Promise<Reply> {
  const [newest] = (await listWaiting(turn.ctx, {})).reflections
  return newest ? openReflection(turn, { reflectionId: newest.id }) : send(notice(turn.reader, 'noneWaiting'))
}
