import { z } from 'zod'
import { changeCard } from '../cards/answer/change-card'
import { type Reply, send } from './reply'
import type { Turn } from './turn'

/** How a question was read, as the button of its answer tells. Empty: not by that. */
export const readAsInput = z.object({
  framework: z.string().max(100).default(''),
  role: z.string().max(100).default(''),
  kind: z.enum(['behaviour', 'pitfall', 'value', '']).default(''),
})

/** What else may have been meant, each a press away. */
export function changeReading({ reader }: Turn, readAs: z.infer<typeof readAsInput>): Reply {
  return send(changeCard(reader, readAs))
}
