import type { CardContent } from '../../cards/kit/render'
import type { Outgoing } from '../../delivery/policy/sender'
import type { Locale } from '../../texts'
import type { Views } from './views'

/** The card of what is sent of the bot's own accord. @param locale of what several people read */
export function outgoingView(views: Views, message: Outgoing, locale: Locale): CardContent {
  switch (message.kind) {
    case 'prompt':
      return views.reflection(message, message.reflection, { why: whyOf(message) })
    case 'snoozed':
      return views.reflection(message, message.reflection, { why: 'snoozed' })
    case 'channel-prompt':
      return views.channelPrompt(message.channel, message.delivery, locale)
  }
}

function whyOf({
  reminder,
  isAfterPause,
}: Extract<Outgoing, { kind: 'prompt' }>): 'reminder' | 'after-pause' | undefined {
  if (reminder) return 'reminder'
  return isAfterPause ? 'after-pause' : undefined
}
