import type { z } from 'zod'
import { notice } from '../../cards/kit/notice-card'
import { agreementCard } from '../../cards/prompt/agreement-card'
import { agreementFormCard } from '../../cards/prompt/agreement-form-card'
import { changeAgreement } from '../../channels/agreements'
import { type discussionInput, idIn } from '../../channels/answer-in-channel'
import { findDiscussion } from '../../channels/discussion'
import { agree, type agreeInput, endDiscussion } from '../../channels/end-discussion'
import { AppError } from '../../errors'
import { noted } from '../noted'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import { everybodyIn, pressedIn, putForEverybody, showDiscussion } from './in-thread'

type Named = z.infer<typeof discussionInput>

/** Asks below, where all can read along what is about to be written down; the card of the question stays as it is. */
export async function askEnd(turn: Turn, input: Named): Promise<Reply> {
  const discussion = await findDiscussion(turn.ctx, pressedIn(turn), idIn(input))
  if (discussion.state !== 'open' && discussion.state !== 'quiet')
    throw new AppError('conflict', 'The discussion has ended', { say: { key: 'agreement.fault.ended' } })
  return send(agreementFormCard(everybodyIn(turn).everybody, discussion.id))
}

/** The form turns into the agreement, for everybody; where it cannot, the agreement is posted below. */
export async function keepAgreement(turn: Turn, input: z.infer<typeof agreeInput>): Promise<Reply> {
  const { ctx } = turn
  const { everybody, today } = everybodyIn(turn)
  const { agreement, discussion } = await agree(ctx, pressedIn(turn), input)
  const card = agreementCard(everybody, agreement, today)
  const cardId = await putForEverybody(turn, card)
  if (cardId !== undefined && cardId !== agreement.cardId)
    await noted(ctx, async () => {
      await changeAgreement(ctx, agreement.id, () => ({ cardId }))
    })
  await showDiscussion(turn, discussion)
  return replace(card)
}

/** Ends it with nothing agreed. */
export async function endTalk(turn: Turn, input: Named): Promise<Reply> {
  const { everybody } = everybodyIn(turn)
  const discussion = await endDiscussion(turn.ctx, pressedIn(turn), input)
  const card = notice(everybody, 'agreement.without')
  await putForEverybody(turn, card)
  await showDiscussion(turn, discussion)
  return replace(card)
}

/** The question stays open. */
export async function goOnTalking(turn: Turn, input: Named): Promise<Reply> {
  await findDiscussion(turn.ctx, pressedIn(turn), idIn(input))
  const card = notice(everybodyIn(turn).everybody, 'agreement.goOn')
  await putForEverybody(turn, card)
  return replace(card)
}
