import type { CardContent } from '../cards/render'
import type { Outgoing } from '../delivery/sender'
import type { Views } from './views'

/** The card of what is sent of the bot's own accord. */
export function outgoingView(views: Views, message: Outgoing): CardContent {
  switch (message.kind) {
    case 'prompt':
    case 'snoozed':
      return views.reflection({ leader: message.leader }, message.reflection)
    case 'channel-prompt':
      return views.fault('da', message.delivery.question ?? '')
  }
}
