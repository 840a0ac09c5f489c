import { z } from 'zod'
import { type Ctx, nowIso } from '../caller/context'
import { AppError } from '../errors'
import type { Reflection } from '../records/reflection'
import { changeReflection, reflectionIdInput } from './change-reflection'

/** What one card takes; longer is refused before anything is written. */
export const mostCharacters = 2000

/** As a field of choices sends it: nothing is chosen in '' and '0'. */
const scaleInput = z
  .union([z.enum(['', '0']).transform(() => undefined), z.coerce.number().int().min(1).max(5)])
  .optional()

/** Which answer a form began from. Cards of older versions do not tell. */
export const revisionInput = z.coerce.number().int().min(0).optional()

export const answerInput = reflectionIdInput.extend({
  text: z.string().default(''),
  scale: scaleInput,
  revision: revisionInput,
})
type Answer = z.infer<typeof answerInput>

/**
 * Keeps the caller's answer: a text, a number from 1 to 5, or both. Pressing twice, Teams sending the press again, or a second
 * device: one answer stands, the last one written. A form that began from an answer that has been edited or withdrawn since
 * changes nothing, since it may be an old press that comes late: `holdsAnswer` tells.
 * @throws AppError `invalid` for an empty or too long answer; see `changeReflection`
 */
export async function saveReflection(ctx: Ctx, input: Answer, cardId?: string): Promise<Reflection> {
  requireFits(input.text)
  const change = (standing: Reflection) => {
    requireAnswer(ctx, standing, input)
    if (holdsAnswer(standing, input) || isBehind(standing, input.revision)) return undefined
    if (standing.state === 'answered') requireNotHeld(standing)
    const { text, scale } = input
    const answer = { text: text.trim() || undefined, scale, answeredAt: nowIso(ctx), snoozedUntil: undefined }
    return { state: 'answered' as const, ...answer, ...nextRevision(standing) }
  }
  return changeReflection(ctx, input.reflectionId, change, cardId)
}

/** @throws AppError `invalid` for more than one card takes */
export function requireFits(text: string): void {
  if (text.trim().length <= mostCharacters) return
  const say = { key: 'error.answerTooLong', params: { most: mostCharacters } }
  throw new AppError('invalid', `The answer is longer than ${mostCharacters} characters`, { say })
}

/** Whether this answer is the one that stands. */
export function holdsAnswer(reflection: Reflection, { text, scale }: Pick<Answer, 'text' | 'scale'>): boolean {
  return reflection.state === 'answered' && (reflection.text ?? '') === text.trim() && reflection.scale === scale
}

/** Whether the answer has been given, edited or withdrawn since. */
export function isBehind({ revision = 0 }: Reflection, from: number | undefined): boolean {
  return from !== undefined && from < revision
}

/** What was written stays as it is while the data of whoever wrote it are held. */
export function requireNotHeld({ isHeld }: Reflection): void {
  if (isHeld) throw new AppError('conflict', 'The data are held', { say: { key: 'hold.refused' } })
}

export function nextRevision({ revision = 0 }: Reflection): Pick<Reflection, 'revision'> {
  return { revision: revision + 1 }
}

function requireAnswer({ knowledge }: Ctx, { promptId }: Reflection, { text, scale }: Answer): void {
  if (text.trim() !== '' || scale !== undefined) return
  const hasScale = knowledge.library.prompt(promptId)?.scale === true
  const say = { key: hasScale ? 'error.answerEmptyScale' : 'error.answerEmpty' }
  throw new AppError('invalid', 'The answer is empty', { say })
}
