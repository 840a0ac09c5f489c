import { nowIso } from '../caller/context'
import { retained } from '../caller/retention'
import { keptAway } from '../dates/pause-of'
import { nextDayTime } from '../dates/rhythm-dates'
import { againTime } from '../journal/ask-again'
import { speaksOfTrouble } from '../journal/reading/speaks-of-trouble'
import type { Work } from '../queue/work-message'
import { againId, snoozeId } from '../records/ids'
import { type Leader, leaders } from '../records/leader'
import { type Reflection, reflections, snoozes } from '../records/reflection'
import { updateDocument } from '../store/update-document'
import { localDate } from '../time/clock'
import { hasCampaignNear } from './campaign-near'
import { rhythmRetryMs } from './policy/rhythm-timing'
import { sendQuestion } from './send-question'
import { afterStop, done, type SendingContext, type Verdict } from './sending-context'

type AgainWork = Extract<Work, { kind: 'again' }>

/** HR's questions are waited for no longer than this: where they come every few days, there is never room beside them. */
const mostWaitMs = 14 * 24 * 3600_000

/**
 * Asks a leader, who has wanted it, whether anything has changed since an answer: once, at most. It is the same question, so that what
 * they write stands beside the first in their journal. While they are away it waits, and for HR's question, too.
 */
export async function bringAgain(context: SendingContext, work: AgainWork, deadlineMs: number): Promise<Verdict> {
  const { services } = context
  const { store, config, clock } = services
  const leader = (await store.get(leaders, config.tenantId, work.leaderId))?.document
  if (!leader || leader.erasing !== undefined) return done
  const found = await store.get(reflections, work.leaderId, work.reflectionId)
  const againAt = found?.document.state === 'answered' ? found.document.againAt : undefined
  if (!found || againAt === undefined || speaksOfTrouble(services.knowledge, found.document))
    return forgotten(context, work)
  const nowMs = clock.now()
  if (Date.parse(againAt) > nowMs) return done
  const isAway = keptAway(leader, localDate(nowMs, leader.timeZone)) !== undefined
  const { conversation } = leader
  if (isAway || !conversation || leader.unreachable) return waited(context, work, leader)
  if (nowMs - Date.parse(againAt) < mostWaitMs && (await hasCampaignNear(context, leader)))
    return waited(context, work, leader)
  if (!(await context.waitForPace(conversation.conversationId, deadlineMs))) return afterStop(context)
  // This is the claim: of several who try, one goes on.
  const { againAt: _, ...rest } = found.document
  if ((await store.replace(reflections, retained(services, rest), found.version)).status === 'changed') return done
  const reflection = await asked(context, found.document)
  await forgotten(context, work)
  const sent = await sendQuestion(context, { kind: 'again', leader, conversation, reflection })
  if (sent.status === 'again') await tryAgain(context, work)
  if (sent.status === 'lost') services.log.warn({ outcome: sent.outcome }, 'a question that was to come again did not')
  return done
}

/** The same question as a prompt of its own; the same one where it was tried before. */
async function asked({ services }: SendingContext, from: Reflection): Promise<Reflection> {
  const { leaderId, promptId, statementIds, question, answeredAt, createdAt } = from
  const now = nowIso(services)
  const reflection: Reflection = retained(services, {
    id: againId(from.id, from.revision ?? 0),
    leaderId,
    promptId,
    statementIds,
    ...(question !== undefined && { question }),
    goesOnFrom: { reflectionId: from.id, answeredAt: answeredAt ?? createdAt },
    state: 'shown',
    shownAt: now,
    createdAt: now,
  })
  await services.store.create(reflections, reflection)
  return reflection
}

async function forgotten({ services }: SendingContext, { leaderId, reflectionId }: AgainWork): Promise<Verdict> {
  await services.store.remove(snoozes, services.config.tenantId, snoozeId(leaderId, reflectionId))
  return done
}

/** Until the next open day. */
async function waited(context: SendingContext, work: AgainWork, { timeZone }: Leader): Promise<Verdict> {
  const today = localDate(context.services.clock.now(), timeZone)
  await wakeAt(context, work, nextDayTime(againTime, today, timeZone))
  return done
}

/** Nothing has arrived, so it comes some minutes later. */
async function tryAgain(context: SendingContext, work: AgainWork): Promise<void> {
  const { services } = context
  const againAt = new Date(services.clock.now() + rhythmRetryMs).toISOString()
  await updateDocument(services.store, reflections, work.leaderId, work.reflectionId, (before) =>
    before?.state === 'answered' ? retained(services, { ...before, againAt }) : 'keep',
  )
  await wakeAt(context, work, Date.parse(againAt))
}

async function wakeAt({ services }: SendingContext, work: AgainWork, atMs: number): Promise<void> {
  const { store, config } = services
  const { leaderId, reflectionId } = work
  const dueAt = new Date(atMs).toISOString()
  const from = (await store.get(reflections, leaderId, reflectionId))?.document
  if (!from) return
  const { ttl, isHeld } = retained(services, from)
  const id = snoozeId(leaderId, reflectionId)
  const snooze = { id, tenantId: config.tenantId, leaderId, reflectionId, kind: 'again' as const, dueAt, isHeld, ttl }
  await updateDocument(store, snoozes, config.tenantId, id, () => snooze)
}
