import type { z } from 'zod'
import { notice } from '../../cards/kit/notice-card'
import type { CardContent } from '../../cards/kit/render'
import { agreementCard } from '../../cards/prompt/agreement-card'
import { agreementAskCard, agreementEditCard } from '../../cards/prompt/agreement-form-card'
import {
  type agreementChangeInput,
  type agreementIdInput,
  editAgreement,
  findOwnAgreement,
  withdrawAgreement,
} from '../../channels/change-agreement'
import { AppError } from '../../errors'
import type { Agreement } from '../../records/discussion'
import { type Reply, replace } from '../reply'
import type { Turn } from '../turn'
import { everybodyIn, pressedIn } from './in-thread'

type Named = z.infer<typeof agreementIdInput>

/** The form is seen by its writer alone; the others go on seeing the agreement. */
export async function startEditing(turn: Turn, { agreementId }: Named): Promise<Reply> {
  return replace(agreementEditCard(turn.reader, await findOwnAgreement(turn.ctx, pressedIn(turn), agreementId)))
}

export async function keepEdited(turn: Turn, input: z.infer<typeof agreementChangeInput>): Promise<Reply> {
  const { everybody, today } = everybodyIn(turn)
  const agreement = await editAgreement(turn.ctx, pressedIn(turn), input)
  const card = agreementCard(everybody, agreement, today)
  const isAsking = agreement.outcome === null && agreement.dueAt === null
  await showInThread(turn, agreement, card, isAsking ? agreementAskCard(everybody, agreement, today) : undefined)
  return replace(card)
}

/** Leaves it as it was. */
export async function leaveEditing(turn: Turn, { agreementId }: Named): Promise<Reply> {
  const { everybody, today } = everybodyIn(turn)
  return replace(agreementCard(everybody, await findOwnAgreement(turn.ctx, pressedIn(turn), agreementId), today))
}

export async function removeAgreement(turn: Turn, input: Named): Promise<Reply> {
  const gone = notice(everybodyIn(turn).everybody, 'agreement.erased')
  await showInThread(turn, await withdrawAgreement(turn.ctx, pressedIn(turn), input), gone, gone)
  return replace(gone)
}

/** In the card that tells of it and in the one that asks what became of it, if it shows the words. */
async function showInThread(
  { otherChats, pressedId }: Turn,
  { conversation, cardId = pressedId, askedId }: Agreement,
  card: CardContent,
  asking: CardContent | undefined,
): Promise<void> {
  const isShown = cardId !== undefined && (await otherChats.replace(conversation, cardId, card))
  const isAskedAnew = !asking || askedId === undefined || (await otherChats.replace(conversation, askedId, asking))
  if (!isShown || !isAskedAnew)
    throw new AppError('unavailable', 'Not shown in the thread', { say: { key: 'agreement.fault.notShown' } })
}
