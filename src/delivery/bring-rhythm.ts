import type { Ctx } from '../caller/context'
import { keptAway } from '../dates/pause-of'
import { atHome } from '../framework/at-home'
import type { Prompt } from '../framework/schema'
import { requestChosenPrompt, requestPrompt, requestTopicPrompt } from '../prompts/request-prompt'
import type { Work } from '../queue/work-message'
import { type Leader, leaders } from '../records/leader'
import type { Reflection } from '../records/reflection'
import { ownRhythms, type Rhythm } from '../records/rhythm'
import type { Versioned } from '../store/store'
import { localDate } from '../time/clock'
import { hasCampaignNear } from './campaign-near'
import { asLeader } from './deliver'
import { isTooLate, rhythmMovedTo, rhythmRetryMs } from './policy/rhythm-timing'
import { sendQuestion } from './send-question'
import { afterStop, done, type SendingContext, type Verdict } from './sending-context'
import { endIfLast, endSeries, nextOfSeries } from './series-turn'

type RhythmWork = Extract<Work, { kind: 'rhythm' }>

/** So long the same time of the same leader is the same question. */
const sameMs = 24 * 3600_000

/**
 * Brings a question at the time that a leader has chosen: at most once, not while they pause, and not beside one of HR's, which never
 * waits. What cannot come now comes on the next open day, and before the next of its own; otherwise that one is the next.
 */
export async function bringRhythm(context: SendingContext, work: RhythmWork, deadlineMs: number): Promise<Verdict> {
  const { services } = context
  const { store, config, clock } = services
  const found = await store.get(ownRhythms, config.tenantId, work.leaderId)
  const leader = (await store.get(leaders, config.tenantId, work.leaderId))?.document
  // Stopped, changed, or brought by another meanwhile.
  if (!found || !leader || leader.erasing !== undefined || found.document.dueAt !== work.dueAt) return done
  const next = nextOfSeries(context, found.document, leader)
  // What is over makes room.
  if (next === 'over') return endSeries(context, found, leader)
  const nowMs = clock.now()
  const isAway = keptAway(leader, localDate(nowMs, leader.timeZone)) !== undefined
  const { conversation } = leader
  if (isTooLate(work.dueAt, nowMs) || isAway || !conversation || leader.unreachable)
    return moved(context, found, leader, 'next')
  if (await hasCampaignNear(context, leader)) return moved(context, found, leader, 'day')
  if (!(await context.waitForPace(conversation.conversationId, deadlineMs))) return afterStop(context)
  // This is the claim: of several who try, one goes on.
  if (!(await move(context, found, leader, 'next', next?.series))) return done
  const reflection = await chosen(context, found.document, leader, next?.prompt)
  if (!reflection) return done
  const sent = await sendQuestion(context, { kind: 'rhythm', leader, conversation, reflection, series: next?.series })
  if (sent.status === 'sent') await endIfLast(context, work.leaderId, leader)
  if (sent.status === 'again') await tryAgain(context, found.document)
  if (sent.status === 'lost')
    services.log.warn({ outcome: sent.outcome }, 'a question at a time of the leader’s own did not come')
  return done
}

/** The same one again where it was looked for before: what asked for it is this time of this leader. */
async function chosen(
  context: SendingContext,
  { dueAt, topic }: Rhythm,
  stored: Leader,
  prompt: Prompt | undefined,
): Promise<Reflection | undefined> {
  const ctx: Ctx = asLeader(context, stored)
  const leader = atHome(stored, ctx.config.municipality)
  const askedIn = { key: `rhythm:${dueAt}`, withinMs: sameMs }
  if (prompt) return requestChosenPrompt(ctx, leader, prompt, askedIn)
  if (topic !== '') {
    const on = await requestTopicPrompt(ctx, leader, topic, askedIn)
    if (on.status === 'given') return on.reflection
  }
  return requestPrompt(ctx, leader, { statementIds: [] }, askedIn)
}

async function moved(context: SendingContext, found: Versioned<Rhythm>, leader: Leader, to: 'next' | 'day') {
  await move(context, found, leader, to)
  return done
}

/** @returns whether nobody has written meanwhile */
async function move(
  { services }: SendingContext,
  { document, version }: Versioned<Rhythm>,
  { timeZone }: Leader,
  to: 'next' | 'day',
  series = document.series,
): Promise<boolean> {
  const nowMs = services.clock.now()
  const at = rhythmMovedTo(to, document, { nowMs, today: localDate(nowMs, timeZone), timeZone })
  const outcome = await services.store.replace(ownRhythms, { ...document, series, dueAt: at, nextAt: at }, version)
  return outcome.status !== 'changed'
}

/** Nothing has arrived, so the same question comes some minutes later. */
async function tryAgain({ services }: SendingContext, { id, tenantId, dueAt, series }: Rhythm): Promise<void> {
  const found = await services.store.get(ownRhythms, tenantId, id)
  const nextAt = new Date(services.clock.now() + rhythmRetryMs).toISOString()
  // What has not come is not counted, unless it was stopped meanwhile.
  if (found) {
    const again = { ...found.document, dueAt, nextAt, series: found.document.series && series }
    await services.store.replace(ownRhythms, again, found.version)
  }
}
