import type { z } from 'zod'
import type { Profile } from '../../answers/profile'
import { isNewInOwnRole } from '../../answers/reading/new-in-role'
import { notice } from '../../cards/kit/notice-card'
import { readerFor } from '../../cards/kit/reader'
import type { CardContent } from '../../cards/kit/render'
import { type NewRoleView, newRoleCard, newRoleStartedCard, newRoleStoppedCard } from '../../cards/leader/new-role-card'
import { keptAway } from '../../dates/pause-of'
import { atHome } from '../../framework/at-home'
import type { Library } from '../../framework/library'
import { takeFormerRole } from '../../people/save-profile'
import { isForRole } from '../../prompts/choosing/own-series'
import { twelveWeeks } from '../../prompts/choosing/twelve-weeks'
import { type newRoleInput, startTwelveWeeks, stopTwelveWeeks } from '../../prompts/new-role'
import { findRhythm } from '../../prompts/rhythm'
import type { Leader } from '../../records/leader'
import { localDate } from '../../time/clock'
import { type Reply, replace } from '../reply'
import type { Turn } from '../turn'

export async function startNewRole(turn: Turn, input: z.infer<typeof newRoleInput>): Promise<Reply> {
  const { ctx, leader, reader } = turn
  const rhythm = await startTwelveWeeks(ctx, leader, input)
  const isPaused = keptAway(leader, localDate(ctx.clock.now(), leader.timeZone)) !== undefined
  return replace(newRoleStartedCard(reader, rhythm, { stopped: leader.stopped, isPaused }))
}

export async function stopNewRole({ ctx, leader, reader }: Turn): Promise<Reply> {
  const { hadOne, rhythm } = await stopTwelveWeeks(ctx, leader)
  return replace(hadOne ? newRoleStoppedCard(reader, rhythm) : notice(reader, 'newRoleNone'))
}

/**
 * What is offered to somebody whose role has become another; undefined where it has not, or there is too little for it. Twelve weeks of
 * the role they had end, and where nothing is offered, that is said.
 */
export async function offerNewRole(
  turn: Turn,
  before: Pick<Leader, 'framework' | 'role'>,
  leader: Leader,
  { isFromRoster = false, isBriefed = false }: Pick<NewRoleView, 'isFromRoster' | 'isBriefed'> = {},
): Promise<CardContent | undefined> {
  const { ctx } = turn
  const home = ctx.config.municipality
  const now = atHome(leader, home)
  const change = roleChange(ctx.knowledge.library, atHome(before, home), now)
  const running = (await findRhythm(ctx))?.series
  const hasEnded = running !== undefined && !isForRole(running, now)
  const rhythm = hasEnded ? (await stopTwelveWeeks(ctx, leader)).rhythm : await findRhythm(ctx)
  if (!change || !twelveWeeks(ctx.knowledge, change.framework, change.from, change.to))
    return hasEnded ? newRoleStoppedCard(turn.reader, rhythm) : undefined
  // They run for this role already.
  if (rhythm?.series) return undefined
  return newRoleCard(readerFor(turn.reader, leader), {
    ...change,
    isFromRoster,
    isBriefed,
    hasEnded,
    hasRhythm: rhythm !== undefined,
  })
}

/** The same, once, after HR's list has given them another role. */
export async function offerRoleOfRoster(turn: Turn): Promise<CardContent | undefined> {
  const former = turn.leader.formerRole && (await takeFormerRole(turn.ctx))
  return former && offerNewRole(turn, former, turn.leader, { isFromRoster: true })
}

/** The same for somebody who says that they are new in the role their profile has. */
export async function offerToNewcomer(turn: Turn, text: string): Promise<CardContent | undefined> {
  const { ctx, leader } = turn
  const { framework, role } = atHome(leader, ctx.config.municipality)
  const title = ctx.knowledge.library.role(framework ?? '', role ?? '')?.title
  if (title === undefined || !isNewInOwnRole(text, title)) return undefined
  // Answered as somebody who asks what is expected of them.
  return offerNewRole(turn, { framework: null, role: null }, leader, { isBriefed: true })
}

/** From which role to which; where one profile is for all leaders, there is nothing that only one of them brings. */
function roleChange(library: Library, before: Profile, now: Profile) {
  const framework = library.framework(now.framework ?? '')
  const role = framework && library.role(framework.slug, now.role ?? '')
  if (!framework || !role || role.group || role.level === null || role.level === 'employee') return undefined
  const isSameFramework = before.framework === framework.slug
  if (isSameFramework && before.role === role.slug) return undefined
  const from = isSameFramework && framework.profile !== 'common' ? (before.role ?? null) : null
  return { framework: framework.slug, from, to: role.slug }
}
