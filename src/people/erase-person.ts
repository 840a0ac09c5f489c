import { randomUUID } from 'node:crypto'
import { recordAudit } from '../caller/audit'
import type { Ctx } from '../caller/context'
import { ttlSeconds } from '../caller/retention'
import { eraseDeliveries } from '../campaigns/verbs/erase-deliveries'
import { eraseAgreements, eraseDiscussions, listOwnAgreements, listOwnDiscussions } from '../channels/agreements'
import { eraseTeamRhythms, listOwnTeamRhythms } from '../channels/team-rhythm'
import { eraseThreadAnswers, listThreadAnswers } from '../channels/thread-answers'
import { AppError } from '../errors'
import { eraseHrRequests, listOwnRequests } from '../hr-requests/erase-requests'
import { shareStanding, sharesThatStand } from '../journal/share-standing'
import { audit } from '../records/audit'
import { type ThreadAnswer, threadAnswerSchema } from '../records/channel'
import type { Conversation } from '../records/conversation'
import { type Agreement, agreementSchema, type Discussion, discussionSchema } from '../records/discussion'
import { type HrRequest, hrRequestSchema } from '../records/hr-request'
import { leaders } from '../records/leader'
import { reflectionSchema, reflections, type Share, snoozes } from '../records/reflection'
import { ownRhythms } from '../records/rhythm'
import { type TeamRhythm, teamRhythmSchema } from '../records/team-rhythm'
import { asStored, readable } from '../store/as-stored'
import { updateDocument } from '../store/update-document'
import { findErasing, updateErasing } from './erasing-leader'
import { mostOwnCards } from './note-own-cards'
import { listOwnActs, listOwnReflections, listOwnSnoozes } from './owned-records'
import { eraseAwaited, eraseRosterRows } from './roster/erase-from-rosters'

/** Puts a neutral text in place of cards; never throws. */
export interface CardEraser {
  /** Cards in the caller's own chat, newest first. @returns how many could not be emptied */
  emptyOwn(conversation: Conversation, ids: readonly string[]): Promise<number>
  /** The card in HR's conversation. @returns whether it is empty now */
  emptyHelp(card: NonNullable<HrRequest['hrCard']>): Promise<boolean>
  /** What the caller has shared in channels. @returns how many could not be emptied */
  emptyShared(shares: readonly Share[]): Promise<number>
  /** The caller's answers in threads. @returns how many could not be emptied */
  emptyAnswers(answers: readonly ThreadAnswer[]): Promise<number>
  /** The cards that tell the caller's agreements, and ask about them. @returns how many could not be emptied */
  emptyAgreements(agreements: readonly Agreement[]): Promise<number>
  /** The caller's name on the cards of discussions they asked for. @returns how many still show it */
  leaveDiscussions(discussions: readonly Discussion[]): Promise<number>
  /** The caller's name on the cards of the rhythms that they have set. @returns how many still show it */
  leaveRhythms(rhythms: readonly TeamRhythm[]): Promise<number>
}

/** How many texts of the caller's may still stand where, as far as is known. */
export interface CardsLeft {
  readonly chat: number
  readonly hr: number
  readonly channels: number
  readonly threads: number
}

/** Erases what one feature keeps about the caller; safe to repeat. @returns how many records went */
export interface Eraser {
  readonly name: string
  /** @param alias stands for the person where a count must go on adding up; random, the same when done again */
  erase(ctx: Ctx, alias: string): Promise<number>
}

/** In this order; a feature that keeps something about people joins here. */
const erasers: readonly Eraser[] = [
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
  { name: 'deliveries', erase: eraseDeliveries },
  { name: 'helpRequests', erase: eraseHrRequests },
  { name: 'threadAnswers', erase: eraseThreadAnswers },
  // Before the discussions: none is begun in the caller's name after these are done.
  { name: 'teamRhythms', erase: eraseTeamRhythms },
  { name: 'discussions', erase: eraseDiscussions },
  { name: 'agreements', erase: eraseAgreements },
  { name: 'audit', erase: leaveAudit },
  {
    name: 'rhythms',
    async erase({ store, caller }) {
      const found = await store.get(asStored(ownRhythms), caller.tenantId, caller.leaderId)
      await store.remove(ownRhythms, caller.tenantId, caller.leaderId)
      return found ? 1 : 0
    },
  },
  { name: 'awaitedLeaders', erase: eraseAwaited },
  { name: 'rosterPages', erase: eraseRosterRows },
]

export interface Erased {
  readonly left: CardsLeft
}

const nothingLeft: CardsLeft = { chat: 0, hr: 0, channels: 0, threads: 0 }

/**
 * Erases everything about the caller, and keeps a line that says how many of what, not whose. The leader's own record goes
 * last and holds what is needed to go on. When the process is killed at any point, doing it again finishes it and notes it once.
 * @throws AppError `conflict` while the data are held
 */
export async function erasePerson(ctx: Ctx, cards: CardEraser): Promise<Erased> {
  const before = await findErasing(ctx)
  if (!before) return { left: nothingLeft }
  const shown = await cardsOf(ctx)
  const leader = await updateErasing(ctx, (standing) => {
    const { erasing = randomUUID(), alias = `erased-${randomUUID()}`, cardIds = [], heldSince } = standing
    if (heldSince !== undefined) throw new AppError('conflict', 'The data are held', { say: { key: 'hold.refused' } })
    return { erasing, alias, cardIds: [...new Set([...shown, ...cardIds])].slice(-mostOwnCards) }
  })
  const elsewhere = await emptyElsewhere(ctx, cards)
  const counts: Record<string, number> = {}
  for (const { name, erase } of erasers) counts[name] = await erase(ctx, leader.alias ?? '')
  // What an operator does is noted, also for somebody who stands in the roster alone.
  const isKnown =
    ctx.caller.by !== undefined || isSet(before.welcomedAt) || isSet(before.framework) || before.erasing !== undefined
  // Everything was erased before. The press itself made the record that is erased now, so there is nothing to note.
  if (isKnown || Object.values(counts).some((count) => count > 0)) {
    await recordAudit(ctx, { id: leader.erasing ?? randomUUID(), what: 'erased', counts, isAboutCaller: true })
  }
  const ids = (leader.cardIds ?? []).toReversed()
  // Only so many cards are kept track of, so there may be older ones.
  const older = ids.length < mostOwnCards ? 0 : 1
  const chat = older + (leader.conversation ? await cards.emptyOwn(leader.conversation, ids) : ids.length)
  await ctx.store.remove(leaders, ctx.caller.tenantId, ctx.caller.leaderId)
  return { left: { ...elsewhere, chat } }
}

/**
 * Empties cards in other conversations than the caller's own, while it is still known where they are. What is left there is noted
 * until the erasure is done. So when the process dies after the records are gone, the next press still tells of it, at the risk
 * of telling too much.
 */
async function emptyElsewhere(ctx: Ctx, cards: CardEraser): Promise<CardsLeft> {
  const now: CardsLeft = {
    chat: 0,
    hr: await emptyAtHr(ctx, cards),
    channels: await emptyInChannels(ctx, cards),
    threads: await emptyInThreads(ctx, cards),
  }
  const before = { ...nothingLeft, ...(await findErasing(ctx))?.cardsLeft }
  const hr = Math.max(before.hr, now.hr)
  const channels = Math.max(before.channels, now.channels)
  const threads = Math.max(before.threads, now.threads)
  if (hr + channels + threads > 0) await updateErasing(ctx, () => ({ cardsLeft: { hr, channels, threads } }))
  return { chat: 0, hr, channels, threads }
}

async function emptyAtHr(ctx: Ctx, cards: CardEraser): Promise<number> {
  const own = await listOwnRequests(ctx)
  const requests = readable(hrRequestSchema, own)
  // A record that this version cannot read may have a card.
  let left = own.length - requests.length
  for (const { hrCard, delivery } of requests) {
    const isEmpty = hrCard ? await cards.emptyHelp(hrCard) : delivery === 'failed'
    if (!isEmpty) left += 1
  }
  return left
}

async function emptyInChannels(ctx: Ctx, cards: CardEraser): Promise<number> {
  const own = readable(reflectionSchema, await listOwnReflections(ctx))
  const unsure = own.flatMap(({ shared = [] }) => shared.filter((share) => shareStanding(share) === 'unknown'))
  return unsure.length + (await cards.emptyShared(own.flatMap(sharesThatStand)))
}

async function emptyInThreads(ctx: Ctx, cards: CardEraser): Promise<number> {
  const own = await listThreadAnswers(ctx)
  const posted = readable(threadAnswerSchema, own).filter(({ messageId }) => messageId !== undefined)
  const agreements = await listOwnAgreements(ctx)
  const told = readable(agreementSchema, agreements)
  const asked = readable(discussionSchema, await listOwnDiscussions(ctx))
  const rhythms = readable(teamRhythmSchema, await listOwnTeamRhythms(ctx))
  return (
    own.length -
    posted.length +
    (await cards.emptyAnswers(posted)) +
    (agreements.length - told.length) +
    (await cards.emptyAgreements(told)) +
    (await cards.leaveDiscussions(asked.filter(({ cardId }) => cardId !== undefined))) +
    (await cards.leaveRhythms(rhythms.filter(({ card }) => card !== undefined)))
  )
}

/** The messages in the caller's chat that show what is about to be erased, oldest first. */
async function cardsOf(ctx: Ctx): Promise<string[]> {
  const own = readable(reflectionSchema, await listOwnReflections(ctx))
  const prompts = own.flatMap(({ cardIds = [] }) => cardIds)
  const help = readable(hrRequestSchema, await listOwnRequests(ctx)).flatMap(({ leaderCardId, answers }) => [
    ...(leaderCardId === null ? [] : [leaderCardId]),
    ...answers.flatMap(({ cardId }) => cardId ?? []),
  ])
  return [...help, ...prompts]
}

/** What one of HR has done stays noted, as done by one and the same who is named no more. */
async function leaveAudit(ctx: Ctx, alias: string): Promise<number> {
  const own = await listOwnActs(ctx)
  for (const { id, at } of own)
    await updateDocument(ctx.store, audit, ctx.caller.tenantId, id, (before) =>
      before
        ? {
            ...before,
            ...(before.by === ctx.caller.leaderId && { by: alias }),
            ...(before.about === ctx.caller.leaderId && { about: alias }),
            ttl: ttlSeconds(at, ctx.config.retentionMonths, ctx.clock.now()),
          }
        : 'keep',
    )
  return own.length
}

function isSet(value: unknown): boolean {
  return value !== null && value !== undefined
}
