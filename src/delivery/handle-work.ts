import type { Work } from '../queue/work-message'
import type { Received } from '../queue/work-queue'
import { bringAgain } from './bring-again'
import { bringRhythm } from './bring-rhythm'
import { bringSnoozed } from './bring-snoozed'
import { bringTeamRhythm } from './bring-team-rhythm'
import { callBackPage } from './call-back-page'
import { deliverAgain } from './deliver-again'
import { deliverPage } from './deliver-page'
import { endQuiet } from './end-quiet'
import { followAgreement } from './follow-agreement'
import { goOnWithRoster } from './go-on-with-roster'
import { lookAtProfile } from './look-at-profile'
import { remindPage } from './remind-page'
import type { SendingContext, Verdict } from './sending-context'

/** The queue puts aside a message that comes too often. One that waits for good reasons is sent anew before that. */
const mostReleases = 20

/** Does what a message of the queue asks for, and tells the queue what became of it. */
export async function handleWork(context: SendingContext, received: Received<Work>): Promise<void> {
  const { message, attempt } = received
  const verdict = await actOn(context, message, attempt, context.steadyMs() + context.timings.budgetMs)
  if (verdict.kind === 'done') return received.complete()
  if (attempt < mostReleases) return received.release(verdict.delayMs)
  // The new message is sent before the old one is taken away. A process that dies in between leaves two, and the second one
  // finds nothing to do.
  await context.queue.send(message, { delayMs: verdict.delayMs })
  return received.complete()
}

function actOn(context: SendingContext, message: Work, attempt: number, deadlineMs: number): Promise<Verdict> {
  switch (message.kind) {
    case 'page':
      return deliverPage(context, message, attempt === 1, deadlineMs)
    case 'delivery':
      return deliverAgain(context, message, deadlineMs)
    case 'reminder':
      return remindPage(context, message, attempt, deadlineMs)
    case 'call-back':
      return callBackPage(context, message, deadlineMs)
    case 'snoozed':
      return context.concurrently(() => bringSnoozed(context, message, deadlineMs))
    case 'again':
      return context.concurrently(() => bringAgain(context, message, deadlineMs))
    case 'quiet':
      return context.concurrently(() => endQuiet(context, message))
    case 'agreement':
      return context.concurrently(() => followAgreement(context, message, deadlineMs))
    case 'profile':
      return context.concurrently(() => lookAtProfile(context, message, deadlineMs))
    case 'rhythm':
      return context.concurrently(() => bringRhythm(context, message, deadlineMs))
    case 'team-rhythm':
      return context.concurrently(() => bringTeamRhythm(context, message, deadlineMs))
    case 'roster':
      return goOnWithRoster(context, message.draftId)
  }
}
