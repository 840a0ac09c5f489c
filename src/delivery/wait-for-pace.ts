import { setTimeout as sleep } from 'node:timers/promises'
import type { Pacing } from './policy/pacing'
import type { RateShare } from './rate-share'
import type { SendingContext } from './sending-context'

export interface WaitForPaceOptions {
  readonly rateShare: Pick<RateShare, 'refresh' | 'rate'>
  readonly pacing: Pacing
  readonly signal: AbortSignal
  readonly steadyMs: SendingContext['steadyMs']
  readonly isOpen: SendingContext['isOpen']
}

/** After so long every wait looks again whether everything is to stop. */
const longestSleepMs = 1000

/** Lets messages leave one by one as the pace allows: `SendingContext.waitForPace`. */
export function createWaitForPace({
  rateShare,
  pacing,
  signal,
  steadyMs,
  isOpen,
}: WaitForPaceOptions): SendingContext['waitForPace'] {
  let last: Promise<unknown> = Promise.resolve()

  const wait = async (ms: number, deadlineMs: number): Promise<boolean> => {
    if (steadyMs() + ms > deadlineMs) return false
    await sleep(Math.min(ms, longestSleepMs), undefined, { signal }).catch(() => undefined)
    return isOpen(deadlineMs)
  }

  async function leave(conversation: string, deadlineMs: number): Promise<boolean> {
    for (;;) {
      await rateShare.refresh()
      if (!isOpen(deadlineMs)) return false
      pacing.setRate(rateShare.rate())
      const ms = pacing.take(conversation, steadyMs())
      if (ms === 0) return true
      if (!(await wait(ms, deadlineMs))) return false
    }
  }

  return async (conversation, deadlineMs) => {
    // A message that must wait for its own conversation waits here, where no other message stands behind it.
    for (;;) {
      const ms = pacing.conversationWaitMs(conversation, steadyMs())
      if (ms === 0) break
      if (!(await wait(ms, deadlineMs))) return false
    }
    const turn = last.then(() => leave(conversation, deadlineMs))
    last = turn.catch(() => undefined)
    return turn
  }
}

/** The last wait before a message leaves: `SendingContext.depart`. Nothing ends it early, since the message is claimed and nobody else may send it. */
export function createDepartures(pacing: Pacing, steadyMs: SendingContext['steadyMs']): SendingContext['depart'] {
  let last: Promise<void> = Promise.resolve()
  async function leave(): Promise<void> {
    for (let ms = pacing.depart(steadyMs()); ms > 0; ms = pacing.depart(steadyMs())) await sleep(ms)
  }
  return () => {
    last = last.then(leave)
    return last
  }
}
