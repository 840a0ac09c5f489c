import { z } from 'zod'
import { type Ctx, nowIso } from '../context'
import { AppError } from '../errors'
import { type Reflection, reflections } from '../store/containers'
import { ttlSeconds } from './retention'

/** What one card takes; longer is refused before anything is written. */
export const mostCharacters = 2000

const idSchema = z.string().min(1).max(255)

export const answerInput = z.object({ reflectionId: idSchema, text: z.string().default('') })
export const skipInput = z.object({ reflectionId: idSchema })

/**
 * Keeps the caller's answer. Pressing twice, Teams sending the press again, or a second device: one answer stands, the
 * last one written. Only the caller's own partition is opened, so another's id finds nothing.
 * @throws AppError `invalid` for an empty or too long text; `not-found` when the caller was never shown this prompt or its
 * time is over
 */
export async function saveReflection(ctx: Ctx, input: z.infer<typeof answerInput>): Promise<Reflection> {
  const text = input.text.trim()
  if (text === '') throw new AppError('invalid', 'The answer is empty', { say: { key: 'error.answerEmpty' } })
  if (text.length > mostCharacters) {
    const say = { key: 'error.answerTooLong', params: { most: mostCharacters } }
    throw new AppError('invalid', `The answer is longer than ${mostCharacters} characters`, { say })
  }
  return changeReflection(ctx, input.reflectionId, (reflection) =>
    reflection.state === 'answered' && reflection.text === text
      ? undefined
      : { state: 'answered', text, answeredAt: nowIso(ctx) },
  )
}

/** Puts the prompt aside. An answer that already stands is kept. */
export function skipPrompt(ctx: Ctx, input: z.infer<typeof skipInput>): Promise<Reflection> {
  return changeReflection(ctx, input.reflectionId, (reflection) =>
    reflection.state === 'shown' ? { state: 'skipped' } : undefined,
  )
}

const mostAttempts = 4

async function changeReflection(
  ctx: Ctx,
  id: string,
  change: (reflection: Reflection) => Partial<Reflection> | undefined,
): Promise<Reflection> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const found = await ctx.store.get(reflections, ctx.caller.leaderId, id)
    if (!found) throw new AppError('not-found', 'No such reflection in the caller’s partition')
    const changes = change(found.document)
    if (!changes) return found.document
    const after: Reflection = {
      ...found.document,
      ...changes,
      ttl: ttlSeconds(found.document.createdAt, ctx.config.retentionMonths, ctx.clock.now()),
    }
    const outcome = await ctx.store.replace(reflections, after, found.version)
    if (outcome.status === 'replaced') return after
  }
  throw new AppError('conflict', 'The reflection kept changing under several writers')
}
