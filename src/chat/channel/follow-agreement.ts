import type { z } from 'zod'
import { notice } from '../../cards/kit/notice-card'
import { agreementsCard, outcomeCard } from '../../cards/prompt/agreement-card'
import {
  listAgreements,
  lookAgain,
  type lookAgainInput,
  noteOutcome,
  type outcomeInput,
} from '../../channels/agreements'
import { keepThreadAnswer, noteThreadAnswer } from '../../channels/thread-answers'
import { AppError } from '../../errors'
import type { Agreement } from '../../records/discussion'
import { noted } from '../noted'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import { everybodyIn, pressedIn } from './in-thread'

/** What a line takes. */
const mostCharacters = 500

/** What became of an agreement: shown to everybody there, with the line of whoever said so. */
export async function sayOutcome(turn: Turn, input: z.infer<typeof outcomeInput>): Promise<Reply> {
  const { ctx, otherChats, pressedId } = turn
  const text = input.text.trim()
  if (text.length > mostCharacters) {
    const say = { key: 'channelPrompt.fault.tooLong', field: 'text', params: { most: mostCharacters } }
    throw new AppError('invalid', 'The line is too long', { say })
  }
  const agreement = await noteOutcome(ctx, pressedIn(turn), input)
  const { everybody, today } = everybodyIn(turn)
  if (text !== '') await noted(ctx, () => noteLine(turn, agreement, text))
  const card = outcomeCard(everybody, agreement, today, { name: ctx.caller.name, text })
  if (pressedId !== undefined) await otherChats.replace(turn.conversation, pressedId, card)
  return replace(card)
}

/** The words stand in the thread alone; whose they are is kept with the other answers of theirs. */
async function noteLine({ ctx, conversation, pressedId }: Turn, agreement: Agreement, text: string): Promise<void> {
  const where = { deliveryId: `${agreement.id}:outcome`, teamName: '', channelName: agreement.placeName, conversation }
  const { id } = await keepThreadAnswer(ctx, where, text)
  await noteThreadAnswer(ctx, id, { state: 'sent', messageId: pressedId })
}

/** Comes back to it some weeks later. */
export async function askAgainLater(turn: Turn, input: z.infer<typeof lookAgainInput>): Promise<Reply> {
  const { ctx, otherChats, pressedId } = turn
  const agreement = await lookAgain(ctx, pressedIn(turn), input)
  const { everybody, today } = everybodyIn(turn)
  const card = outcomeCard(everybody, agreement, today)
  if (pressedId !== undefined) await otherChats.replace(turn.conversation, pressedId, card)
  return replace(card)
}

/** "Vores aftaler", where they were made. */
export async function showAgreements(turn: Turn): Promise<Reply> {
  if (turn.isPersonal) return send(notice(turn.reader, 'agreement.elsewhere'))
  const { everybody, today } = everybodyIn(turn)
  return send(agreementsCard(everybody, await listAgreements(turn.ctx, turn.conversation), today))
}
