import { createHash } from 'node:crypto'
import { type Activity, ActivityTypes } from 'botbuilder'
import type { AskedIn } from '../prompts/request-prompt'

/** Teams delivers a message again within minutes, and sends a press again some fifteen seconds later, under a new id. */
const messageMs = 10 * 60_000
const pressMs = 30_000

/**
 * What tells an activity that comes twice from another, without telling whose it is or what it says: of a message its id, of a press the
 * card and the button (docs/teams-facts.md#the-same-activity-twice).
 */
export function askedIn({ type, id, conversation, replyToId, value }: Activity): AskedIn {
  const isPress = type === ActivityTypes.Invoke
  const what = isPress ? [replyToId, JSON.stringify(value)] : [id]
  const key = createHash('sha256')
    .update([conversation?.id, ...what].join('\n'))
    .digest('hex')
    .slice(0, 32)
  return { key, withinMs: isPress ? pressMs : messageMs }
}
