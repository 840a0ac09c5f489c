import { notice } from '../cards/kit/notice-card'
import type { CardContent } from '../cards/kit/render'
import { takeHoldUntold } from '../people/hold-person'
import { endPause } from '../people/resume-prompts'
import { welcomeOnce } from '../people/welcome'
import { offerRoleOfRoster } from './leader/new-role'
import { welcome } from './leader/profile'
import type { Reply } from './reply'
import type { Turn } from './turn'

/**
 * What is said after the answer to a text, each once: a welcome, that a pause is over, that somebody's data are held or no longer, what is
 * new in a role that HR's list has given them. Each
 * is noted as said when it is asked for.
 */
export async function* saidAfter(turn: Turn, replies: readonly Reply[]): AsyncGenerator<CardContent, void> {
  const { ctx, leader, reader, isPersonal } = turn
  const isAnswered = (name: CardContent['name']) => replies.some(({ card }) => card.name === name)
  // Nothing more is said to somebody in trouble.
  if (isAnswered('care-card')) return
  // What was answered was answered as to a stranger, and nothing else of the turn can be done.
  if (!turn.isProfileRead) return yield notice(reader, 'profileUnread')
  if (!isPersonal) return
  const isNew = !leader.welcomedAt && (await welcomeOnce(ctx))
  if (isNew && !isAnswered('welcome-card')) yield welcome(turn)
  if (leader.pausedUntil !== null && (await endPause(ctx))) yield notice(reader, 'pauseOver')
  const untold = leader.holdUntold === undefined ? undefined : await takeHoldUntold(ctx)
  if (untold) yield notice(reader, `hold.${untold}`)
  const offer = await offerRoleOfRoster(turn)
  if (offer) yield offer
}
