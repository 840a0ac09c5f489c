import { z } from 'zod'
import { type Ctx, nowIso } from '../caller/context'
import { agreedRhythm, rhythmInput } from '../dates/agreed-rhythm'
import { AppError } from '../errors'
import { atHome } from '../framework/at-home'
import type { Leader } from '../records/leader'
import { ownRhythms, type Rhythm } from '../records/rhythm'
import { updateDocument } from '../store/update-document'
import { localDate } from '../time/clock'
import { promptsOnTopic } from './choosing/topic-prompts'

/** `of`: from the form of a series that runs, whose day alone is changed. */
export const ownRhythmInput = rhythmInput.extend({ of: z.literal('series').optional() })

/** The caller's own; undefined where they have none. */
export async function findRhythm({ store, caller }: Pick<Ctx, 'store' | 'caller'>): Promise<Rhythm | undefined> {
  return (await store.get(ownRhythms, caller.tenantId, caller.leaderId))?.document
}

/**
 * Keeps when the caller wants to be asked, in place of what they wanted before. While a series lasts, its questions come at that time,
 * and what they want to be asked about waits until it is over.
 * @throws AppError `invalid` for a time that is none, or a topic on which there is no question
 */
export async function keepRhythm(ctx: Ctx, leader: Leader, input: z.infer<typeof ownRhythmInput>): Promise<Rhythm> {
  const nowMs = ctx.clock.now()
  const { timeZone } = leader
  const agreed = agreedRhythm(input, { nowMs, today: localDate(nowMs, timeZone), timeZone })
  const { everyWeeks, topic } = agreed
  if (topic !== '') checkTopic(ctx, leader, topic)
  const { tenantId, leaderId } = ctx.caller
  const now = nowIso(ctx)
  const outcome = await updateDocument(ctx.store, ownRhythms, tenantId, leaderId, (before) => ({
    ...(before ?? { id: leaderId, tenantId, createdAt: now }),
    ...agreed,
    ...(before?.series && {
      topic: '',
      series: input.of === 'series' ? before.series : { ...before.series, after: { everyWeeks, topic } },
    }),
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
  if (status === 'found') return
  const say = { key: 'rhythm.fault.topic', field: 'topic', params: { topic } }
  throw new AppError('invalid', 'The rhythm has no usable topic', { say })
}
