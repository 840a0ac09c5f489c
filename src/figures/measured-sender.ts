import type { Sender } from '../delivery/policy/sender'
import type { Figures } from './figures'

/** The same sender, each attempt counted by what became of it. */
export function measuredSender(sender: Sender, figures: Pick<Figures, 'sent'>): Sender {
  return {
    async send(to, message) {
      const outcome = await sender.send(to, message)
      figures.sent(outcome.status)
      return outcome
    },
  }
}
