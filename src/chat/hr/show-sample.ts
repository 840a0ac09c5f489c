import type { z } from 'zod'
import { type sampleInput, samplePrompt } from '../../campaigns/verbs/sample-prompt'
import { promptSampleCard } from '../../cards/campaign/prompt-sample-card'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'

/** A prompt of a campaign in HR's own chat. The first comes below; another time or role takes its place. */
export async function showSample(turn: Turn, input: z.infer<typeof sampleInput>): Promise<Reply> {
  const { ctx, reader } = turn
  const sample = await samplePrompt(ctx, reader.locale, input)
  const card = promptSampleCard({ ...reader, sample, nowMs: ctx.clock.now() })
  return input.number === undefined ? send(card) : replace(card)
}
