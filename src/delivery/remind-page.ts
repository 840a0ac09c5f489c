import { nowIso } from '../caller/context'
import { retained } from '../caller/retention'
import { reminderWindow, type SendWindow } from '../campaigns/calendar/send-window'
import { keptAway } from '../dates/pause-of'
import { noteReflectionCard } from '../journal/note-reflection-card'
import type { Work } from '../queue/work-message'
import { type AudiencePage, audiencePages, type Recipient } from '../records/campaign'
import { type Delivery, deliveries } from '../records/delivery'
import { deliveryId, pageId } from '../records/ids'
import { type Leader, leaders } from '../records/leader'
import { type Reflection, reflections } from '../records/reflection'
import type { Versioned } from '../store/store'
import { localDate } from '../time/clock'
import { asLeader } from './deliver'
import { pauseAfter } from './pause-after'
import { createPermission, type Permission } from './permission'
import { isAgain } from './policy/next-state'
import { afterStop, bothOf, done, later, type SendingContext, type Verdict } from './sending-context'

type ReminderWork = Extract<Work, { kind: 'reminder' }>

/**
 * Reminds those on a page who have a prompt and have done nothing about it, each at most once for each number. A reminder that
 * cannot be sent in the hours of its day is dropped, and so is one for a leader who is pausing.
 * @param attempt how often the queue has given this message; after some attempts a reminder that Teams does not take is dropped
 */
export async function remindPage(
  context: SendingContext,
  work: ReminderWork,
  attempt: number,
  deadlineMs: number,
): Promise<Verdict> {
  const found = await context.services.store.get(audiencePages, work.occasionId, pageId(work.occasionId, work.page))
  if (!found) return done
  const page = found.document
  const permission = createPermission(context, work.occasionId)
  const standing = await permission()
  const window = windowIn(standing, page, work.number)
  const { clock } = context.services
  if (!window || clock.now() >= window.closesAt) return done
  if (clock.now() < window.dueAt) return later(window.dueAt - clock.now())
  const isStillTime = async () => {
    const now = windowIn(await permission(), page, work.number)
    return now !== undefined && clock.now() < now.closesAt
  }
  const verdicts = await Promise.all(
    page.recipients
      .filter(({ kind }) => kind === 'leader')
      .map((one) =>
        context.concurrently(async () => {
          if (!context.isOpen(deadlineMs)) return afterStop(context)
          const due = await findDue(context, work.occasionId, one, work.number)
          if (!due) return done
          if (!(await context.waitForPace(due.conversation.conversationId, deadlineMs))) return afterStop(context)
          if (!(await isStillTime())) return done
          return remind(context, due, work.number, attempt)
        }),
      ),
  )
  return verdicts.reduce(bothOf, done)
}

function windowIn(standing: Permission, { timeZone }: AudiencePage, number: number): SendWindow | undefined {
  if (standing.kind !== 'go') return undefined
  return reminderWindow(standing.occasion, number, timeZone ?? standing.occasion.timeZone)
}

interface Due {
  readonly delivery: Versioned<Delivery>
  readonly leader: Leader
  readonly conversation: NonNullable<Leader['conversation']>
  readonly reflection: Reflection
}

async function findDue(
  { services }: SendingContext,
  occasionId: string,
  recipient: Recipient,
  number: number,
): Promise<Due | undefined> {
  const { store, config, clock } = services
  const id = deliveryId(occasionId, recipient.id)
  const delivery = await store.get(deliveries, occasionId, id)
  if (!delivery || !isUnanswered(delivery.document, number)) return undefined
  const reflection = (await store.get(reflections, recipient.id, id))?.document
  if (reflection?.state !== 'shown') return undefined
  const leader = (await store.get(leaders, config.tenantId, recipient.id))?.document
  if (!leader?.conversation || leader.erasing !== undefined || leader.unreachable) return undefined
  if (keptAway(leader, localDate(clock.now(), leader.timeZone))) return undefined
  return { delivery, leader, conversation: leader.conversation, reflection }
}

function isUnanswered({ state, response, reminded }: Delivery, number: number): boolean {
  return (state === 'sent' || state === 'unknown') && response === null && reminded < number
}

async function remind(
  context: SendingContext,
  { delivery, leader, conversation, reflection }: Due,
  number: number,
  attempt: number,
): Promise<Verdict> {
  const { store } = context.services
  const claimed = retained(context.services, { ...delivery.document, reminded: number })
  const written = await store.replace(deliveries, claimed, delivery.version)
  // The leader has answered in this moment, or another instance has claimed it: it is looked at once more.
  if (written.status === 'changed') return later(0)
  await context.depart()
  const outcome = await context.sender.send(
    { kind: 'conversation', conversation },
    { kind: 'prompt', leader, reflection, reminder: number },
  )
  if (outcome.status === 'sent') {
    const remindedAt = nowIso(context.services)
    await noteReflectionCard(asLeader(context, leader), reflection.id, [outcome.activityId], { remindedAt })
  }
  await pauseAfter(context, outcome, attempt)
  if (!isAgain(outcome) || attempt > mostAttempts) return done
  await store.replace(deliveries, { ...claimed, reminded: delivery.document.reminded }, written.version)
  return later(retryMs)
}

const mostAttempts = 5
const retryMs = 15_000
