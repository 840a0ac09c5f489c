import { refusalStop, throttlePauseMs } from './policy/next-state'
import type { SendOutcome } from './policy/sender'
import type { SendingContext } from './sending-context'

/** Lets everything wait where Teams has said that it is too much, or that the bot itself is refused. @param attempts of this message so far */
export async function pauseAfter({ rateShare }: SendingContext, outcome: SendOutcome, attempts = 1): Promise<void> {
  if (outcome.status === 'throttled')
    await rateShare.pause(throttlePauseMs(outcome.retryAfterMs, attempts), 'throttled')
  if (outcome.status === 'disabled') {
    const { ms, why } = refusalStop(outcome.why, attempts)
    await rateShare.pause(ms, why)
  }
}
