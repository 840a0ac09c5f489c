import type { z } from 'zod'
import { notice } from '../../cards/kit/notice-card'
import type { CardContent } from '../../cards/kit/render'
import { answerFormCard, channelAnswerCard } from '../../cards/prompt/channel-answer-card'
import { checkAnswer, dropAnswer, findOwnAnswer, type ownAnswerInput } from '../../channels/answer-in-channel'
import { noteOtherWords } from '../../channels/thread-answers'
import { AppError } from '../../errors'
import type { ThreadAnswer } from '../../records/channel'
import { type Reply, replace } from '../reply'
import type { Turn } from '../turn'
import { everybodyIn, pressedIn, showDiscussion } from './in-thread'

type Input = z.infer<typeof ownAnswerInput>

/** The words come from the card, where everybody reads them: they are stored nowhere else. */
export async function editAnswer(turn: Turn, { answerId, text }: Input): Promise<Reply> {
  await findOwnAnswer(turn.ctx, pressedIn(turn), answerId)
  return replace(answerFormCard(turn.reader, answerId, text))
}

export async function changeAnswer(turn: Turn, { answerId, text: written }: Input): Promise<Reply> {
  const { ctx } = turn
  const own = await findOwnAnswer(ctx, pressedIn(turn), answerId)
  const text = checkAnswer(written)
  const card = channelAnswerCard(everybodyIn(turn).everybody, { name: ctx.caller.name, answerId, text })
  await putInPlace(turn, own, card)
  await noteOtherWords(ctx, own, text)
  return replace(card)
}

/** Leaves the answer as it was. */
export async function leaveAnswer(turn: Turn, { answerId, text }: Input): Promise<Reply> {
  await findOwnAnswer(turn.ctx, pressedIn(turn), answerId)
  return replace(channelAnswerCard(everybodyIn(turn).everybody, { name: turn.ctx.caller.name, answerId, text }))
}

/** Empties it where it stands, and counts its writer no longer unless they have another there. */
export async function removeAnswer(turn: Turn, { answerId }: Input): Promise<Reply> {
  const own = await findOwnAnswer(turn.ctx, pressedIn(turn), answerId)
  const gone = notice(everybodyIn(turn).everybody, 'channelPrompt.gone')
  await putInPlace(turn, own, gone)
  const discussion = await dropAnswer(turn.ctx, own)
  if (discussion) await showDiscussion(turn, discussion)
  return replace(gone)
}

/** @throws AppError `unavailable` where it cannot be put there: the others would go on reading what was there */
async function putInPlace({ otherChats, pressedId }: Turn, own: ThreadAnswer, card: CardContent): Promise<void> {
  const messageId = own.messageId ?? pressedId
  if (messageId !== undefined && (await otherChats.replace(own.conversation, messageId, card))) return
  throw new AppError('unavailable', 'The answer was not changed', { say: { key: 'channelAnswer.fault.notChanged' } })
}
