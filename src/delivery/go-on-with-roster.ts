import { AppError } from '../errors'
import { continueRoster } from '../people/roster/continue-roster'
import { done, later, type SendingContext, type Verdict } from './sending-context'

/** Goes on with a long import of HR's list: it sends nothing, so that no stop of the sending holds it. */
export async function goOnWithRoster({ services, timings }: SendingContext, draftId: string): Promise<Verdict> {
  try {
    const isDone = await continueRoster(services, draftId, services.clock.now() + timings.budgetMs)
    return isDone ? done : later(0)
  } catch (error) {
    // It can be undone no longer, and gone on with no longer either.
    if (error instanceof AppError && error.code === 'not-found') return done
    throw error
  }
}
