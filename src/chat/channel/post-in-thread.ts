import type { z } from 'zod'
import { channelAnswerCard } from '../../cards/prompt/channel-answer-card'
import { channelPromptCard } from '../../cards/prompt/channel-prompt-card'
import {
  answerInChannel,
  type ChannelAnswer,
  type channelAnswerInput,
  dropAnswer,
} from '../../channels/answer-in-channel'
import { noteThreadAnswer } from '../../channels/thread-answers'
import { AppError } from '../../errors'
import { noted } from '../noted'
import type { Posted } from '../other-chats'
import { type Reply, replace } from '../reply'
import type { Turn } from '../turn'
import { everybodyIn, pressedIn, showDiscussion } from './in-thread'

type Input = z.infer<typeof channelAnswerInput>

/** Posts a member's answer in the thread under their name, and brings the count in the card up to date for everybody. */
export async function postInThread(turn: Turn, input: Input): Promise<Reply> {
  const { ctx, otherChats } = turn
  const { everybody } = everybodyIn(turn)
  const answer = await answerInChannel(ctx, pressedIn(turn), input)
  if (!answer.isToPost) return replace(channelPromptCard(everybody, answer.discussion))
  const { record, text, discussion } = answer
  const card = channelAnswerCard(everybody, { name: ctx.caller.name, answerId: record.id, text })
  const posted = await otherChats.post(discussion.conversation, card)
  await noteOutcome(turn, answer, posted)
  if (posted.status !== 'sent') throw notPosted(posted.status)
  return replace(channelPromptCard(everybody, await showDiscussion(turn, discussion)))
}

/** An answer that is certainly not in the thread can be sent again. Of every other one it is noted where it is, so that it can be emptied. */
async function noteOutcome({ ctx }: Turn, { record }: ChannelAnswer, posted: Posted): Promise<void> {
  if (posted.status === 'failed') {
    await dropAnswer(ctx, record)
    return
  }
  const outcome =
    posted.status === 'sent' ? ({ state: 'sent', messageId: posted.id } as const) : ({ state: 'unknown' } as const)
  await noted(ctx, () => noteThreadAnswer(ctx, record.id, outcome))
}

function notPosted(status: 'failed' | 'unknown'): AppError {
  const key = status === 'failed' ? 'channelPrompt.fault.notPosted' : 'channelPrompt.fault.maybePosted'
  return new AppError('unavailable', `The answer was not posted: ${status}`, { say: { key } })
}
