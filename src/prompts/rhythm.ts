import { z } from 'zod'
import { type Ctx, nowIso } from '../caller/context'
import { firstRhythmDate, nextRhythmTime } from '../dates/rhythm-dates'
import { AppError } from '../errors'
import { atHome } from '../framework/at-home'
import type { Leader } from '../records/leader'
import { ownRhythms, type Rhythm } from '../records/rhythm'
import { updateDocument } from '../store/update-document'
import { localDate } from '../time/clock'
import { promptsOnTopic } from './choosing/topic-prompts'

export const rhythmInput = z.object({
  weekday: z.coerce.number().int().min(1).max(7),
  time: z.string().max(10),
  everyWeeks: z.coerce.number().int().min(1).max(2),
  topic: z.string().max(200).default(''),
  /** From the form of a series that runs: its day alone is changed. */
  of: z.literal('series').optional(),
})

/** The caller's own; undefined where they have none. */
export async function findRhythm({ store, caller }: Pick<Ctx, 'store' | 'caller'>): Promise<Rhythm | undefined> {
  return (await store.get(ownRhythms, caller.tenantId, caller.leaderId))?.document
}

/**
 * Keeps when the caller wants to be asked, in place of what they wanted before. While a series lasts, its questions come at that time,
 * and what they want to be asked about waits until it is over.
 * @throws AppError `invalid` for a time that is none, or a topic on which there is no question
 */
export async function keepRhythm(
  ctx: Ctx,
  leader: Leader,
  { weekday, time, everyWeeks, topic, of }: z.infer<typeof rhythmInput>,
): Promise<Rhythm> {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw refused('time', { time })
  if (topic !== '') checkTopic(ctx, leader, topic)
  const { tenantId, leaderId } = ctx.caller
  const now = nowIso(ctx)
  const startsOn = firstRhythmDate(weekday, localDate(ctx.clock.now(), leader.timeZone))
  const rule = { weekday, time, everyWeeks, topic, startsOn }
  const dueAt = new Date(nextRhythmTime(rule, ctx.clock.now(), leader.timeZone)).toISOString()
  const outcome = await updateDocument(ctx.store, ownRhythms, tenantId, leaderId, (before) => ({
    ...(before ?? { id: leaderId, tenantId, createdAt: now }),
    ...rule,
    ...(before?.series && {
      topic: '',
      series: of === 'series' ? before.series : { ...before.series, after: { everyWeeks, topic } },
    }),
    dueAt,
    nextAt: dueAt,
    updatedAt: now,
  }))
  if (outcome.status !== 'written') throw new AppError('conflict', 'The rhythm kept changing under several writers')
  return outcome.document
}

export async function stopRhythm({ store, caller }: Pick<Ctx, 'store' | 'caller'>): Promise<void> {
  await store.remove(ownRhythms, caller.tenantId, caller.leaderId)
}

function checkTopic({ knowledge, config }: Ctx, leader: Leader, topic: string): void {
  const profile = atHome(leader, config.municipality)
  const { status } = promptsOnTopic(knowledge, { topic, profile, locale: leader.locale, isGroup: false })
  if (status !== 'found') throw refused('topic', { topic })
}

function refused(field: 'time' | 'topic', params: Readonly<Record<string, string>>): AppError {
  return new AppError('invalid', `The rhythm has no usable ${field}`, {
    say: { key: `rhythm.fault.${field}`, field, params },
  })
}
