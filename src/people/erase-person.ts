import { randomUUID } from 'node:crypto'
import { recordAudit } from '../audit'
import { eraseDeliveries } from '../campaigns/erase-deliveries'
import type { Ctx } from '../context'
import { eraseHelp, listOwnHelp } from '../help/erase-help'
import { sharesThatStand } from '../reflections/share-standing'
import { readable } from '../store/as-stored'
import {
  type HelpRequest,
  helpRequestSchema,
  leaders,
  reflectionSchema,
  reflections,
  type Share,
  snoozes,
} from '../store/containers'
import type { Conversation } from '../store/conversation'
import { findLeader, updateLeader } from './leader'
import { mostOwnCards } from './note-own-cards'
import { listOwnReflections, listOwnSnoozes } from './owned-records'

/** Puts a neutral text in place of cards; never throws. */
export interface CardEraser {
  /** Cards in the caller's own chat, newest first. @returns how many could not be emptied */
  emptyOwn(conversation: Conversation, ids: readonly string[]): Promise<number>
  /** The card in HR's conversation. */
  emptyHelp(request: HelpRequest): Promise<void>
  /** What the caller has shared in channels. @returns how many could not be emptied */
  emptyShared(shares: readonly Share[]): Promise<number>
}

/** Erases what one feature keeps about the caller; safe to repeat. @returns how many records went */
export interface Eraser {
  readonly name: string
  /** @param alias stands for the person where a count must go on adding up; random, the same when done again */
  erase(ctx: Ctx, cards: CardEraser, alias: string): Promise<number>
}

/** In this order; a feature that keeps something about people joins here. */
export const erasers: readonly Eraser[] = [
  {
    name: 'reflections',
    async erase(ctx) {
      const own = await listOwnReflections(ctx)
      for (const { id } of own) await ctx.store.remove(reflections, ctx.caller.leaderId, id)
      return own.length
    },
  },
  {
    name: 'snoozes',
    async erase(ctx) {
      const own = await listOwnSnoozes(ctx)
      for (const { id } of own) await ctx.store.remove(snoozes, ctx.caller.tenantId, id)
      return own.length
    },
  },
  { name: 'deliveries', erase: (ctx, _cards, alias) => eraseDeliveries(ctx, alias) },
  { name: 'helpRequests', erase: (ctx, cards) => eraseHelp(ctx, (request) => cards.emptyHelp(request)) },
]

export interface Erased {
  readonly cardsLeft: number
}

/**
 * Erases everything about the caller, and keeps a line that says how many of what, not whose. The leader's own record goes
 * last and holds what is needed to go on: killed at any point, doing it again finishes it, and notes it once.
 */
export async function erasePerson(ctx: Ctx, cards: CardEraser): Promise<Erased> {
  const before = await findLeader(ctx)
  if (!before) return { cardsLeft: 0 }
  const shown = await cardsOf(ctx)
  const leader = await updateLeader(
    ctx,
    ({ erasing = randomUUID(), alias = `erased-${randomUUID()}`, cardIds = [] }) => ({
      erasing,
      alias,
      cardIds: [...new Set([...shown, ...cardIds])].slice(-mostOwnCards),
    }),
  )
  // While it is known where they are.
  const sharedLeft = await cards.emptyShared(
    readable(reflectionSchema, await listOwnReflections(ctx)).flatMap(sharesThatStand),
  )
  const counts: Record<string, number> = {}
  for (const { name, erase } of erasers) counts[name] = await erase(ctx, cards, leader.alias ?? '')
  const isKnown = before.welcomedAt !== null || before.framework !== null || before.erasing !== undefined
  // Pressed once more: the press itself made the record that is erased now, and there is nothing to tell.
  if (isKnown || Object.values(counts).some((count) => count > 0)) {
    await recordAudit(ctx, { id: leader.erasing ?? randomUUID(), what: 'erased', counts })
  }
  const ids = (leader.cardIds ?? []).toReversed()
  const cardsLeft = leader.conversation ? await cards.emptyOwn(leader.conversation, ids) : ids.length
  await ctx.store.remove(leaders, ctx.caller.tenantId, ctx.caller.leaderId)
  return { cardsLeft: cardsLeft + sharedLeft }
}

/** The messages in the caller's chat that show what is about to be erased, oldest first. */
async function cardsOf(ctx: Ctx): Promise<string[]> {
  const own = readable(reflectionSchema, await listOwnReflections(ctx))
  const prompts = own.flatMap(({ cardIds = [] }) => cardIds)
  const help = readable(helpRequestSchema, await listOwnHelp(ctx)).flatMap(({ leaderCardId, answers }) => [
    ...(leaderCardId === null ? [] : [leaderCardId]),
    ...answers.flatMap(({ cardId }) => cardId ?? []),
  ])
  return [...help, ...prompts]
}
