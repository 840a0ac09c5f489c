import type { z } from 'zod'
import { notice } from '../../cards/kit/notice-card'
import { channelPromptCard } from '../../cards/prompt/channel-prompt-card'
import { pressKey, startDiscussionOnce } from '../../channels/start-discussion'
import { AppError } from '../../errors'
import { askedPoints } from '../../framework/asked-points'
import { type Reply, send } from '../reply'
import type { Turn } from '../turn'
import { everybodyIn } from './in-thread'
import { type sentKitInput, sharedPrompt } from './prepare-meeting'

/** Puts the meeting's question below, to be answered and ended with an agreement. Whoever presses second is told that it is there. */
export async function startMeeting(turn: Turn, { promptId }: z.infer<typeof sentKitInput>): Promise<Reply> {
  const { ctx, conversation, pressedId, askedIn } = turn
  if (turn.isPersonal) return send(notice(turn.reader, 'meeting.elsewhere'))
  const prompt = sharedPrompt(ctx.knowledge.library, promptId)
  const key = pressedId === undefined ? askedIn.key : pressKey(conversation, pressedId, promptId)
  const asked = { promptId, statementIds: askedPoints(prompt, null) }
  const { discussion, isNew } = await startDiscussionOnce(ctx, { key, conversation }, asked)
  if (!isNew) throw new AppError('conflict', 'It has begun', { say: { key: 'meeting.fault.started' } })
  return send(channelPromptCard(everybodyIn(turn).everybody, discussion), { opens: discussion.id })
}
