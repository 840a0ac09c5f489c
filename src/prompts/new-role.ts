import { z } from 'zod'
import { type Ctx, nowIso } from '../caller/context'
import { agreedRhythm, usualRhythm } from '../dates/agreed-rhythm'
import { AppError } from '../errors'
import { atHome } from '../framework/at-home'
import type { Leader } from '../records/leader'
import { ownRhythms, type Rhythm } from '../records/rhythm'
import { updateDocument } from '../store/update-document'
import { localDate } from '../time/clock'
import { afterSeries, isForRole } from './choosing/own-series'
import { twelveWeeks } from './choosing/twelve-weeks'

export const newRoleInput = z.object({
  framework: z.string().max(100),
  /** The role they come from; empty: none of leaders. */
  from: z.string().max(100).default(''),
  /** The one they have now. */
  role: z.string().max(100),
})

/**
 * Starts the twelve weeks in the caller's new role, at the time they have chosen for questions of their own. One that runs for the role
 * already goes on, and so does a question of their own once the weeks are over.
 * @throws AppError `invalid` where they have another role by now, or there is too little for it
 */
export async function startTwelveWeeks(
  ctx: Ctx,
  leader: Leader,
  { framework, from, role }: z.infer<typeof newRoleInput>,
): Promise<Rhythm> {
  const standing = atHome(leader, ctx.config.municipality)
  if (standing.framework !== framework || standing.role !== role) throw refused('otherRole')
  const promptIds = twelveWeeks(ctx.knowledge, framework, from === '' ? null : from, role)
  if (!promptIds) throw refused('tooLittle')
  const { tenantId, leaderId } = ctx.caller
  const nowMs = ctx.clock.now()
  const { timeZone } = leader
  const now = nowIso(ctx)
  const outcome = await updateDocument(ctx.store, ownRhythms, tenantId, leaderId, (before) => {
    if (before?.series && isForRole(before.series, standing)) return 'keep'
    const { weekday, time } = before ?? usualRhythm
    const weekly = { weekday, time, everyWeeks: 1, topic: '' }
    const after = before && { everyWeeks: before.everyWeeks, topic: before.topic }
    return {
      ...(before ?? { id: leaderId, tenantId, createdAt: now }),
      ...agreedRhythm(weekly, { nowMs, today: localDate(nowMs, timeZone), timeZone }),
      series: {
        framework,
        role,
        promptIds,
        come: 0,
        after: before?.series ? before.series.after : (after ?? null),
      },
      updatedAt: now,
    }
  })
  if (outcome.status === 'conflict' || outcome.status === 'absent')
    throw new AppError('conflict', 'The rhythm kept changing under several writers')
  return outcome.document
}

/**
 * Ends a series; a question of the caller's own that rested meanwhile goes on. Safe to repeat.
 * @returns whether there was a series, and what goes on
 */
export async function stopTwelveWeeks(
  ctx: Ctx,
  { timeZone }: Leader,
): Promise<{ readonly hadOne: boolean; readonly rhythm: Rhythm | undefined }> {
  const { tenantId, leaderId } = ctx.caller
  const found = await ctx.store.get(ownRhythms, tenantId, leaderId)
  if (!found?.document.series) return { hadOne: false, rhythm: found?.document }
  const rhythm = afterSeries(found.document, ctx.clock.now(), timeZone)
  if (!rhythm) await ctx.store.remove(ownRhythms, tenantId, leaderId)
  else await updateDocument(ctx.store, ownRhythms, tenantId, leaderId, (now) => (now?.series ? rhythm : 'keep'))
  return { hadOne: true, rhythm }
}

function refused(why: 'otherRole' | 'tooLittle'): AppError {
  return new AppError('invalid', `No twelve weeks: ${why}`, { say: { key: `newRole.fault.${why}` } })
}
