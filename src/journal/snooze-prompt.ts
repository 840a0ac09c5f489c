import { z } from 'zod'
import type { Ctx } from '../caller/context'
import { retained } from '../caller/retention'
import { AppError } from '../errors'
import { snoozeId } from '../records/ids'
import type { Leader } from '../records/leader'
import { type Reflection, type Snooze, snoozes } from '../records/reflection'
import { updateDocument } from '../store/update-document'
import { localDate } from '../time/clock'
import { changeReflection, reflectionIdInput } from './change-reflection'
import { showReflection } from './show-reflection'
import { snoozeChoices, snoozeTime } from './snooze-time'

export const snoozeInput = reflectionIdInput.extend({ until: z.enum(snoozeChoices) })

/**
 * Puts the prompt off; doing it again moves it. What is answered or withdrawn stays as it is. The record that wakes it is
 * written first. Where the second write fails, that record wakes nothing, and the leader is told that it failed.
 */
export async function snoozePrompt(
  ctx: Ctx,
  leader: Leader,
  input: z.infer<typeof snoozeInput>,
  cardId?: string,
): Promise<Reflection> {
  const standing = await showReflection(ctx, input)
  const now = ctx.clock.now()
  const due = snoozeTime(input.until, now, localDate(now, leader.timeZone), leader.timeZone)
  const snoozedUntil = new Date(due).toISOString()
  if (canWait(standing)) await putSnooze(ctx, standing, snoozedUntil)
  const change = (reflection: Reflection) =>
    canWait(reflection) ? { state: 'snoozed' as const, snoozedUntil } : undefined
  return changeReflection(ctx, input.reflectionId, change, cardId)
}

function canWait({ state }: Reflection): boolean {
  return state === 'shown' || state === 'skipped' || state === 'snoozed'
}

/** @throws AppError `conflict` */
export async function putSnooze(ctx: Ctx, reflection: Reflection, dueAt: string, kind?: Snooze['kind']): Promise<void> {
  const { tenantId, leaderId } = ctx.caller
  const { id: reflectionId, ttl, isHeld } = retained(ctx, reflection)
  const id = snoozeId(leaderId, reflectionId)
  const snooze: Snooze = { id, tenantId, leaderId, reflectionId, kind, dueAt, isHeld, ttl }
  const outcome = await updateDocument(ctx.store, snoozes, tenantId, snooze.id, () => snooze)
  if (outcome.status === 'conflict') throw new AppError('conflict', 'The snooze kept changing under several writers')
}
