import { changeDiscussion } from '../channels/discussion'
import type { Work } from '../queue/work-message'
import { discussions } from '../records/discussion'
import { throttlePauseMs } from './policy/next-state'
import { done, later, type SendingContext, type Verdict } from './sending-context'

/** Somebody who answered since it was found moves the end ahead by days; the scheduler by minutes. */
const aheadMs = 3600_000

/** Ends a discussion in which nobody has answered for long: its card says so, and nobody is sent anything. */
export async function endQuiet(
  { services, sender, rateShare }: SendingContext,
  { discussionId }: Extract<Work, { kind: 'quiet' }>,
): Promise<Verdict> {
  const { store, config, clock } = services
  const found = (await store.get(discussions, config.tenantId, discussionId))?.document
  if (found?.state !== 'open') return done
  const latestMs = clock.now() + aheadMs
  const discussion = await changeDiscussion(services, discussionId, ({ state, dueAt }) =>
    state === 'open' && dueAt !== null && Date.parse(dueAt) < latestMs ? { state: 'quiet', dueAt: null } : undefined,
  )
  if (discussion.state !== 'quiet' || discussion.cardId === undefined) return done
  // A card that has gone, or cannot be changed, stays: whoever presses it finds that the discussion has ended.
  const { conversation, cardId: activityId } = discussion
  const outcome = await sender.send({ kind: 'message', conversation, activityId }, { kind: 'discussion', discussion })
  if (outcome.status !== 'throttled') return done
  await rateShare.pause(throttlePauseMs(outcome.retryAfterMs, 1), 'throttled')
  return later(throttlePauseMs(outcome.retryAfterMs, 1))
}
