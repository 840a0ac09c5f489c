import type { z } from 'zod'
import type { AboutAnswer } from '../cards/answer/about-answer'
import { missCard, missNotedCard, missQuestionCard } from '../cards/answer/miss-card'
import { missSentCard } from '../cards/answer/miss-sent-card'
import { notice } from '../cards/kit/notice-card'
import { type feedbackIdInput, findMiss, type missQuestionInput, setMissQuestion } from '../feedback/miss-question'
import { type aboutInput, type missInput, noteMiss } from '../feedback/note-miss'
import type { Feedback } from '../records/feedback'
import { type Reply, replace, send } from './reply'
import type { Turn } from './turn'

/** Asks what was wrong with an answer. */
export function askWhatMissed({ reader }: Turn, about: z.infer<typeof aboutInput>): Reply {
  return send(missCard(reader, about))
}

export async function keepMiss(turn: Turn, input: z.infer<typeof missInput>): Promise<Reply> {
  const { id } = await noteMiss(turn.ctx, input)
  return replace(missNotedCard(turn.reader, id))
}

/** The question to be read and changed before it is sent; as it was asked, where that is still known. */
export async function showMissQuestion(turn: Turn, input: z.infer<typeof feedbackIdInput>): Promise<Reply> {
  const miss = await findMiss(turn.ctx, input)
  const last = turn.lastTurns.get(turn.conversationId, turn.ctx.caller.leaderId)
  const question = miss && last && isAbout(miss, last.about) ? last.text : ''
  return replace(missQuestionCard(turn.reader, input.feedbackId, question), { holds: 'own' })
}

export async function sendMissQuestion(turn: Turn, input: z.infer<typeof missQuestionInput>): Promise<Reply> {
  await setMissQuestion(turn.ctx, input)
  return replace(missSentCard(turn.reader, input.feedbackId, input.text), { holds: 'own' })
}

export async function takeMissQuestionBack(turn: Turn, input: z.infer<typeof feedbackIdInput>): Promise<Reply> {
  await setMissQuestion(turn.ctx, { ...input, text: '' })
  return replace(notice(turn.reader, 'miss.takenBack'))
}

export function leaveMiss({ reader }: Turn): Reply {
  return replace(notice(reader, 'miss.left'))
}

function isAbout({ operation, statementIds }: Feedback, about: AboutAnswer): boolean {
  return operation === about.operation && statementIds.join() === about.statementIds.join()
}
