import { retained } from '../caller/retention'
import { type Delivery, deliveries } from '../records/delivery'
import type { Reflection } from '../records/reflection'
import type { Reached } from './find-target'
import { keepArrival } from './keep-arrival'
import { noteReachability } from './note-reachability'
import { nextState, type Step } from './policy/next-state'
import type { SendOutcome } from './policy/sender'
import { done, type SendingContext, type Verdict } from './sending-context'

export interface AttemptMade {
  readonly target: Reached
  /** The delivery as it was claimed. */
  readonly delivery: Delivery
  readonly version: string
  /** What the leader is to find in the journal; undefined for a channel. */
  readonly reflection: Reflection | undefined
  readonly outcome: SendOutcome
}

/** Writes down what became of a message, with everything that follows from it. */
export async function recordAttempt(context: SendingContext, made: AttemptMade): Promise<Verdict> {
  const { services, random } = context
  const { target, delivery, version, reflection, outcome } = made
  const next = nextState({
    outcome,
    attempts: delivery.attempts,
    nowMs: services.clock.now(),
    closesAtMs: Date.parse(delivery.closesAt ?? delivery.claimedAt),
    random: random(),
  })
  // The message for the next attempt is sent before the record is written. A process that dies in between leaves a claim that
  // runs out, and the message finds nothing to do.
  await sendAgain(context, delivery.id, next.step)
  const after = retained(services, { ...delivery, ...next.fields })
  const hasArrived = outcome.status === 'sent' || outcome.status === 'unknown'
  const written =
    hasArrived && reflection
      ? await keepArrival(context, {
          delivery: after,
          version,
          reflection: shownIn(reflection, outcome),
          isKnown: target.kind === 'leader' && target.isKnown,
        })
      : (await services.store.replace(deliveries, after, version)).status
  if (written === 'changed') {
    services.log.warn(
      { occasionId: delivery.occasionId, outcome: outcome.status },
      'delivery changed while it was sent',
    )
  }
  await noteReachability(context, target, outcome, delivery)
  return done
}

async function sendAgain({ queue, rateShare }: SendingContext, deliveryId: string, step: Step): Promise<void> {
  if (step.kind === 'done') return
  if (step.kind === 'pause-everything') await rateShare.pause(step.ms, step.why)
  await queue.send({ kind: 'delivery', deliveryId }, { delayMs: step.delayMs })
}

/** The message that shows it, so that it can be emptied when the leader erases everything. */
function shownIn(reflection: Reflection, outcome: SendOutcome): Reflection {
  return outcome.status === 'sent' ? { ...reflection, cardIds: [outcome.activityId] } : reflection
}
