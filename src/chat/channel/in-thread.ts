import { readerFor } from '../../cards/kit/reader'
import type { CardContent } from '../../cards/kit/render'
import { channelPromptCard } from '../../cards/prompt/channel-prompt-card'
import { countedByNow } from '../../channels/answer-in-channel'
import type { Pressed } from '../../channels/discussion'
import type { Discussion } from '../../records/discussion'
import { localDate } from '../../time/clock'
import type { Turn } from '../turn'

/** Others who change the discussion meanwhile bring the card up to date too, so this one need not go on for ever. */
const mostUpdates = 5

/** Where the press of a turn comes from. */
export function pressedIn({ conversation, pressedId }: Turn): Pressed {
  return { conversation, messageId: pressedId }
}

/** Everybody who reads there, in the configuration's language and zone, and the day it is for them. */
export function everybodyIn({ reader, ctx }: Turn) {
  return { everybody: readerFor(reader, ctx.config), today: localDate(ctx.clock.now(), ctx.config.timeZone) }
}

/**
 * Brings the discussion's card up to date for everybody: the answer to an invoke is seen only by the person who pressed. Of two
 * replacements at once the older one may come last, so each looks again afterwards.
 * @returns the discussion as it is shown now
 */
export async function showDiscussion(turn: Turn, discussion: Discussion): Promise<Discussion> {
  const { everybody } = everybodyIn(turn)
  let shown = await countedByNow(turn.ctx, discussion)
  for (let updates = 0; updates < mostUpdates && shown.cardId !== undefined; updates++) {
    await turn.otherChats.replace(shown.conversation, shown.cardId, channelPromptCard(everybody, shown))
    const latest = await countedByNow(turn.ctx, shown)
    const isSame = latest.keys.length === shown.keys.length && latest.state === shown.state
    shown = latest
    if (isSame) break
  }
  return shown
}

/** In place of the pressed message for everybody, or else below. @returns where it stands, as far as is known */
export async function putForEverybody(turn: Turn, card: CardContent): Promise<string | undefined> {
  const { otherChats, conversation, pressedId } = turn
  if (pressedId !== undefined && (await otherChats.replace(conversation, pressedId, card))) return pressedId
  const posted = await otherChats.post(conversation, card)
  return posted.status === 'sent' ? posted.id : undefined
}
