import { changeDiscussion } from '../channels/discussion'
import { dropDiscussion, listTalksThere } from '../channels/start-discussion'
import type { Work } from '../queue/work-message'
import { campaigns } from '../records/campaign'
import { type Channel, channels } from '../records/channel'
import type { Discussion } from '../records/discussion'
import { type TeamRhythm, teamRhythms } from '../records/team-rhythm'
import { everyDocument } from '../store/every-document'
import type { Versioned } from '../store/store'
import { updateDocument } from '../store/update-document'
import { localDate } from '../time/clock'
import { hasLeft, noteChannelGone } from './note-reachability'
import { openRegularTalk, regularTalkKey } from './open-regular-talk'
import { pauseAfter } from './pause-after'
import { isUnheard } from './policy/is-unheard'
import { isAgain } from './policy/next-state'
import { isNearNow, isTooLate, rhythmMovedTo, rhythmRetryMs } from './policy/rhythm-timing'
import type { Destination, SendOutcome } from './policy/sender'
import { afterStop, done, type SendingContext, type Verdict } from './sending-context'

type TeamRhythmWork = Extract<Work, { kind: 'team-rhythm' }>

/** A team that has been archived or has removed Pejling may come back; who is asked whether to go on has as long. */
const longestWaitMs = 30 * 24 * 3600_000

/**
 * Brings a team a question at the time that it has chosen: at most once, and not beside one of HR's, which never waits. Where nobody
 * answers any more it asks whether to go on instead.
 */
export async function bringTeamRhythm(
  context: SendingContext,
  work: TeamRhythmWork,
  deadlineMs: number,
): Promise<Verdict> {
  const { store, config, clock, log } = context.services
  const found = await store.get(teamRhythms, config.tenantId, work.placeId)
  // Stopped, changed, or brought by another meanwhile.
  if (!found || found.document.dueAt !== work.dueAt) return done
  const rhythm = found.document
  const nowMs = clock.now()
  // It was asked whether to go on, and nobody has said so.
  if (rhythm.askedAt !== null) return end(context, found)
  const channel = (await store.get(channels, config.tenantId, rhythm.id))?.document
  if (channel && channel.removedAt !== null)
    return nowMs - Date.parse(channel.removedAt) > longestWaitMs ? end(context, found) : moved(context, found, 'next')
  if (isTooLate(work.dueAt, nowMs)) {
    await dropDiscussion(context.services, regularTalkKey(rhythm))
    return moved(context, found, 'next')
  }
  const talks = await listTalksThere(context.services, rhythm.id)
  if (await isCampaignNear(context, rhythm.id, talks)) return moved(context, found, 'day')
  if (!(await context.waitForPace(rhythm.conversation.conversationId, deadlineMs))) return afterStop(context)
  if (isUnheard(talks, rhythm.countedFrom)) return askWhetherToGoOn(context, found, talks)
  // This is the claim: of several who try, one goes on.
  if (!(await move(context, found, 'next'))) return done
  const discussion = await openRegularTalk(context, rhythm, channel)
  if (!discussion) return done
  await context.depart()
  const outcome = await context.sender.send(placeOf(rhythm, channel), { kind: 'discussion', discussion })
  await pauseAfter(context, outcome)
  if (outcome.status === 'sent')
    await changeDiscussion(context.services, discussion.id, () => ({
      cardId: outcome.activityId,
      conversation: outcome.conversation,
    }))
  else if (isAgain(outcome)) await tryAgain(context, rhythm)
  else {
    // What may have arrived has its discussion: a press on its card finds it.
    if (outcome.status !== 'unknown') await dropDiscussion(context.services, regularTalkKey(rhythm))
    await noteGone(context, rhythm, channel, outcome)
    log.warn({ outcome: outcome.status }, 'a question at a time of the team’s own did not come')
  }
  return done
}

/** A thread of its own in a channel; a group chat has none. */
function placeOf({ conversation }: TeamRhythm, channel: Channel | undefined): Destination {
  return channel ? { kind: 'channel', conversation: channel.conversation } : { kind: 'conversation', conversation }
}

/** Whether one of HR's is coming there within days, or has just come. */
async function isCampaignNear(
  { services }: SendingContext,
  placeId: string,
  talks: readonly Discussion[],
): Promise<boolean> {
  const nowMs = services.clock.now()
  const ofHr = talks.filter(({ startedBy, isRegular }) => startedBy === null && !isRegular)
  if (ofHr.some(({ createdAt }) => isNearNow(createdAt, nowMs))) return true
  const all = await everyDocument(services.store, campaigns, services.config.tenantId)
  return all.some(
    ({ state, nextSendAt, audience }) =>
      state === 'running' && audience.channels.includes(placeId) && isNearNow(nextSendAt, nowMs),
  )
}

/** In the thread of the last question; where that has gone, in the channel. */
async function askWhetherToGoOn(
  context: SendingContext,
  { document: rhythm, version }: Versioned<TeamRhythm>,
  [last]: readonly Discussion[],
): Promise<Verdict> {
  const { services, sender } = context
  const nowMs = services.clock.now()
  const until = new Date(nowMs + longestWaitMs).toISOString()
  const asked = { ...rhythm, askedAt: new Date(nowMs).toISOString(), dueAt: until, nextAt: until }
  if ((await services.store.replace(teamRhythms, asked, version)).status === 'changed') return done
  await context.depart()
  const conversation = last?.conversation ?? rhythm.conversation
  const outcome = await sender.send({ kind: 'conversation', conversation }, { kind: 'team-rhythm', rhythm: asked })
  await pauseAfter(context, outcome)
  if (isAgain(outcome)) await tryAgain(context, rhythm)
  return done
}

/** Nothing has arrived, so the same one comes some minutes later. */
async function tryAgain({ services }: SendingContext, { id, tenantId, dueAt }: TeamRhythm): Promise<void> {
  const nextAt = new Date(services.clock.now() + rhythmRetryMs).toISOString()
  await updateDocument(services.store, teamRhythms, tenantId, id, (before) =>
    before ? { ...before, dueAt, nextAt, askedAt: null } : 'keep',
  )
}

/** A channel that has gone may come back; a group chat that Pejling has left does not know it any more. */
async function noteGone(
  context: SendingContext,
  { id, tenantId }: TeamRhythm,
  channel: Channel | undefined,
  outcome: SendOutcome,
): Promise<void> {
  if (!hasLeft(outcome)) return
  if (channel) await noteChannelGone(context, channel)
  else await context.services.store.remove(teamRhythms, tenantId, id)
}

async function end({ services }: SendingContext, { document }: Versioned<TeamRhythm>): Promise<Verdict> {
  await services.store.remove(teamRhythms, document.tenantId, document.id)
  services.log.info({}, 'a team’s own rhythm has ended by itself')
  return done
}

async function moved(context: SendingContext, found: Versioned<TeamRhythm>, to: 'next' | 'day'): Promise<Verdict> {
  await move(context, found, to)
  return done
}

/** @returns whether nobody has written meanwhile */
async function move(
  { services }: SendingContext,
  { document, version }: Versioned<TeamRhythm>,
  to: 'next' | 'day',
): Promise<boolean> {
  const nowMs = services.clock.now()
  const { timeZone } = services.config
  const at = rhythmMovedTo(to, document, { nowMs, today: localDate(nowMs, timeZone), timeZone })
  const outcome = await services.store.replace(teamRhythms, { ...document, dueAt: at, nextAt: at }, version)
  return outcome.status !== 'changed'
}
