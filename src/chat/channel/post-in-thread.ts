import type { z } from 'zod'
import { readerFor } from '../../cards/kit/reader'
import { channelAnswerCard } from '../../cards/prompt/channel-answer-card'
import { channelPromptCard } from '../../cards/prompt/channel-prompt-card'
import {
  answerInChannel,
  type ChannelAnswer,
  type channelAnswerInput,
  countedByNow,
  withdrawFromChannel,
} from '../../channels/answer-in-channel'
import { noteThreadAnswer } from '../../channels/thread-answers'
import { AppError } from '../../errors'
import type { Delivery } from '../../records/delivery'
import { noted } from '../noted'
import type { Posted } from '../other-chats'
import { type Reply, replace } from '../reply'
import type { Turn } from '../turn'

type Input = z.infer<typeof channelAnswerInput>

/** Posts a member's answer in the thread under their name, and brings the count in the card up to date for everybody. */
export async function postInThread(turn: Turn, input: Input): Promise<Reply> {
  const { ctx, otherChats, conversationId, pressedId } = turn
  const pressed = { conversationId, messageId: pressedId }
  const answer = await answerInChannel(ctx, pressed, input)
  if (answer.isToPost) {
    const posted = await otherChats.post(
      answer.thread,
      channelAnswerCard(readerFor(turn.reader, ctx.config), ctx.caller.name, answer.text),
    )
    await noteOutcome(turn, answer, posted)
    if (posted.status !== 'sent') throw notPosted(posted.status)
  }
  return showCount(turn, answer)
}

/** An answer that is certainly not in the thread can be sent again. Of every other one it is noted where it is, so that it can be emptied. */
async function noteOutcome(turn: Turn, answer: ChannelAnswer, posted: Posted): Promise<void> {
  const { ctx, conversationId, pressedId } = turn
  if (posted.status === 'failed') return withdrawFromChannel(ctx, { conversationId, messageId: pressedId }, answer)
  const outcome =
    posted.status === 'sent' ? ({ state: 'sent', messageId: posted.id } as const) : ({ state: 'unknown' } as const)
  await noted(ctx, () => noteThreadAnswer(ctx, answer.id, outcome))
}

/** Others who answer meanwhile bring the card up to date too, so this one need not go on for ever. */
const mostUpdates = 5

/**
 * The answer to an invoke is seen only by the person who pressed, so the card in the thread is replaced for the others. Of two
 * replacements at once the one with the lower count may come last, so each looks at the count again afterwards.
 */
async function showCount({ ctx, otherChats, reader }: Turn, answer: ChannelAnswer): Promise<Reply> {
  const everybody = readerFor(reader, ctx.config)
  const { channel, thread, cardId, isToPost } = answer
  const cardWith = (delivery: Delivery) => channelPromptCard(everybody, channel, delivery)
  if (!isToPost || cardId === undefined) return replace(cardWith(answer.delivery))
  let shown = await countedByNow(ctx, answer.delivery)
  for (let updates = 0; updates < mostUpdates; updates++) {
    await otherChats.replace(thread, cardId, cardWith(shown))
    const latest = await countedByNow(ctx, shown)
    if (countOf(latest) <= countOf(shown)) break
    shown = latest
  }
  return replace(cardWith(shown))
}

function countOf({ answerKeys = [] }: Delivery): number {
  return answerKeys.length
}

function notPosted(status: 'failed' | 'unknown'): AppError {
  const key = status === 'failed' ? 'channelPrompt.fault.notPosted' : 'channelPrompt.fault.maybePosted'
  return new AppError('unavailable', `The answer was not posted: ${status}`, { say: { key } })
}
