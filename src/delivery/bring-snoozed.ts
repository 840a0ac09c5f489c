import { retained } from '../caller/retention'
import { keptAway } from '../dates/pause-of'
import { wakeReflection } from '../journal/wake-reflection'
import type { Work } from '../queue/work-message'
import { snoozeId } from '../records/ids'
import { leaders } from '../records/leader'
import { type Reflection, reflections, snoozes } from '../records/reflection'
import { updateDocument } from '../store/update-document'
import { localDate } from '../time/clock'
import { sendQuestion } from './send-question'
import { afterStop, done, type SendingContext, type Verdict } from './sending-context'

type SnoozedWork = Extract<Work, { kind: 'snoozed' }>

/** After so long it is looked again whether somebody is still pausing, since the pause may have ended. */
const pausedMs = 6 * 3600_000

/** Brings a prompt again that a leader put off. Like everything that is sent, it is sent at most once. */
export async function bringSnoozed(context: SendingContext, work: SnoozedWork, deadlineMs: number): Promise<Verdict> {
  const { services } = context
  const { store, config, clock } = services
  const leader = (await store.get(leaders, config.tenantId, work.leaderId))?.document
  if (!leader || leader.erasing !== undefined) return done
  if (keptAway(leader, localDate(clock.now(), leader.timeZone))) return waited(context, work)
  const { conversation } = leader
  // A leader who comes back and writes finds the prompt in the list of what is open.
  if (!conversation || leader.unreachable) return done
  if (!(await context.waitForPace(conversation.conversationId, deadlineMs))) return afterStop(context)
  const reflection = await wakeReflection(services, work)
  if (!reflection) return done
  const sent = await sendQuestion(context, { kind: 'snoozed', leader, conversation, reflection })
  if (sent.status === 'again') await putOffAgain(context, reflection)
  if (sent.status === 'lost')
    services.log.warn({ outcome: sent.outcome }, 'a prompt that was put off did not come again')
  return done
}

/** The record wakes it again. A message that waits by itself would be one more each time that the record is found due. */
async function waited({ services }: SendingContext, { leaderId, reflectionId }: SnoozedWork): Promise<Verdict> {
  const { store, config, clock } = services
  const dueAt = new Date(clock.now() + pausedMs).toISOString()
  await updateDocument(store, snoozes, config.tenantId, snoozeId(leaderId, reflectionId), (before) =>
    before ? { ...before, dueAt } : 'keep',
  )
  return done
}

/** Where nothing has arrived, the prompt comes again in some minutes, as if the leader had put it off until then. */
async function putOffAgain({ services }: SendingContext, reflection: Reflection): Promise<void> {
  const { store, config, clock } = services
  const found = await store.get(reflections, reflection.leaderId, reflection.id)
  if (found?.document.state !== 'shown') return
  const nowMs = clock.now()
  const dueAt = new Date(nowMs + retryMs).toISOString()
  const again = retained(services, { ...found.document, state: 'snoozed' as const, snoozedUntil: dueAt })
  if ((await store.replace(reflections, again, found.version)).status === 'changed') return
  const { leaderId, id: reflectionId } = reflection
  const id = snoozeId(leaderId, reflectionId)
  await store.create(snoozes, {
    id,
    tenantId: config.tenantId,
    leaderId,
    reflectionId,
    dueAt,
    ttl: again.ttl,
  })
}

const retryMs = 5 * 60_000
