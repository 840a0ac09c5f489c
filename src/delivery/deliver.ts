import { type Ctx, nowIso } from '../caller/context'
import { retained } from '../caller/retention'
import { atHome, frameworksAtHome } from '../framework/at-home'
import { hasEarlier } from '../journal/find-earlier'
import { endPause } from '../people/resume-prompts'
import { type ChosenPrompt, choosePromptFor, choosePromptForChannel } from '../prompts/choose-prompt-for'
import type { Occasion, Recipient } from '../records/campaign'
import type { Channel } from '../records/channel'
import { type Delivery, deliveries } from '../records/delivery'
import { deliveryId } from '../records/ids'
import type { Leader } from '../records/leader'
import { findTarget, type PageKey, type Reached } from './find-target'
import { reflectionOf } from './keep-arrival'
import { openDiscussion } from './open-discussion'
import type { Permission } from './permission'
import type { Outgoing } from './policy/sender'
import { recordAttempt } from './record-attempt'
import { afterStop, done, later, lookAgainMs, type SendingContext, type Verdict } from './sending-context'

/** One recipient of one occasion, on the first attempt or a later one. */
export interface Job {
  readonly occasion: Occasion
  readonly recipient: Recipient
  /** The page of recipients that names them; undefined where a delivery's record does. */
  readonly page: PageKey | undefined
  readonly closesAt: string
  /** The record as the last attempt left it; undefined before the first. */
  readonly before: Delivery | undefined
  /** Of the steady clock: later than this, no send begins. */
  readonly deadlineMs: number
  /** Asked once more just before the send. */
  permission(): Promise<Permission>
  /**
   * Whether an attempt before this one is known to have arrived. It is asked only where a send would be tried: asked for
   * everybody, it would show in the list of deliveries who has answered.
   */
  hasArrived(): Promise<boolean>
  /** Writes the record. Of several instances that try, one succeeds. */
  write(delivery: Delivery): Promise<Written>
}

/** `taken`: another instance has written it, and the verdict says what is left to do. */
export type Written =
  | { readonly kind: 'written'; readonly version: string }
  | { readonly kind: 'taken'; readonly verdict: Verdict }

/** What is known of a recipient may be so old when the send begins. Meanwhile they may have paused, or erased their data. */
const freshForMs = 2000

/** Checks, waits for the pace, claims, sends and records, in this order, so that nothing is ever sent twice. */
export async function deliver(context: SendingContext, job: Job): Promise<Verdict> {
  if (!context.isOpen(job.deadlineMs)) return afterStop(context)
  const found = await reach(context, job)
  if (found.kind === 'end') return found.verdict
  const chosen = job.before?.promptId ? job.before : await choose(context, found.target, job)
  if (!chosen) return writeUnreached(context, job, 'unreachable', 'no-prompt')
  // Before the claim: between the last look at the recipient and the send nothing is read.
  const isGoingOn = await wroteBefore(context, found.target, job, chosen)
  if (!(await context.waitForPace(conversationOf(found.target), job.deadlineMs))) return afterStop(context)

  const permission = await job.permission()
  if (permission.kind === 'paused') return later(lookAgainMs)
  // The next look begins with the check of the window and of the permission, which ends the delivery.
  if (permission.kind === 'cancelled' || nowIso(context.services) >= job.closesAt) return later(0)
  const fresh = context.steadyMs() - found.atMs > freshForMs ? await reach(context, job) : found
  if (fresh.kind === 'end') return fresh.verdict

  const { promptId, statementIds, question } = chosen
  const claim: Delivery = {
    ...blank(context, job),
    promptId,
    statementIds,
    ...(question !== undefined && { question }),
  }
  if (await job.hasArrived()) return writeArrived(context, job, claim)
  const written = await job.write(claim)
  if (written.kind === 'taken') return written.verdict
  if (await hasLeft(context, job, claim)) return takeBack(context, claim)
  return attempt(context, fresh.target, { delivery: claim, version: written.version, isGoingOn })
}

/**
 * Whether the recipient is erasing their data. An erasure that began before the claim was written has not found it, so it is
 * looked for here; an erasure that begins after this look finds the claim itself.
 */
async function hasLeft(context: SendingContext, { recipient, page }: Job, claim: Delivery): Promise<boolean> {
  if (recipient.kind === 'channel') return false
  try {
    return (await findTarget(context, recipient, page)).kind === 'left'
  } catch (error) {
    // Nothing has been sent yet. When the claim is taken back, the recipient is simply tried again.
    await takeBack(context, claim)
    throw error
  }
}

/** Nothing was sent. The erasure has left a delivery of nobody's in the person's place, and that one counts. */
async function takeBack({ services: { store } }: SendingContext, { occasionId, id }: Delivery): Promise<Verdict> {
  await store.remove(deliveries, occasionId, id)
  return done
}

async function choose(
  { services }: SendingContext,
  target: Reached,
  { occasion }: Job,
): Promise<ChosenPrompt | undefined> {
  const { prompts, number } = occasion
  const { municipality } = services.config
  const frameworks = frameworksAtHome(occasion.frameworks, municipality)
  return target.kind === 'leader'
    ? choosePromptFor(services, atHome(target.leader, municipality), prompts, number)
    : choosePromptForChannel(services, target.channel, prompts, number, ofChannel(target.channel, frameworks))
}

/** Whether the recipient has written before about what they are asked now. */
async function wroteBefore(
  context: SendingContext,
  target: Reached,
  { occasion, recipient }: Job,
  { promptId, statementIds, question }: ChosenPrompt,
): Promise<boolean> {
  if (target.kind === 'channel') return false
  const id = deliveryId(occasion.id, recipient.id)
  return hasEarlier(context.services, {
    id,
    leaderId: target.leader.id,
    promptId,
    statementIds,
    ...(question !== undefined && { question }),
  })
}

/** What the channel's members have said whose it is, unless the campaign is for others. */
function ofChannel({ framework }: Channel, frameworks: readonly string[]): readonly string[] {
  const isMeant = framework !== null && (frameworks.length === 0 || frameworks.includes(framework))
  return isMeant ? [framework] : frameworks
}

type Found =
  | { readonly kind: 'reached'; readonly target: Reached; readonly atMs: number }
  | { readonly kind: 'end'; readonly verdict: Verdict }

async function reach(context: SendingContext, job: Job): Promise<Found> {
  const atMs = context.steadyMs()
  const target = await findTarget(context, job.recipient, job.page)
  switch (target.kind) {
    case 'left':
      return { kind: 'end', verdict: done }
    case 'none':
      return { kind: 'end', verdict: await writeUnreached(context, job, target.state, target.reason) }
    case 'leader':
    case 'channel':
      return { kind: 'reached', target, atMs }
  }
}

async function attempt(
  context: SendingContext,
  target: Reached,
  { delivery, version, isGoingOn }: { delivery: Delivery; version: string; isGoingOn: boolean },
): Promise<Verdict> {
  await context.depart()
  if (target.kind === 'channel') {
    const outcome = await context.sender.send(target.to, { kind: 'channel-prompt', channel: target.channel, delivery })
    if (outcome.status === 'sent') await openDiscussion(context, target.channel, delivery, outcome)
    return recordAttempt(context, { target, delivery, version, reflection: undefined, outcome })
  }
  const reflection = reflectionOf(context, target.leader.id, delivery)
  const message: Outgoing = {
    kind: 'prompt',
    leader: target.leader,
    reflection,
    hasEarlier: isGoingOn,
    ...((await hasPauseEnded(context, target.leader)) && { isAfterPause: true }),
  }
  const outcome = await context.sender.send(target.to, message)
  return recordAttempt(context, { target, delivery, version, reflection, outcome })
}

/** The loops act for a person where a verb changes that person's own record. */
export function asLeader({ services }: SendingContext, leader: Pick<Leader, 'id' | 'name'>): Ctx {
  return { ...services, caller: { tenantId: services.config.tenantId, leaderId: leader.id, name: leader.name } }
}

function hasPauseEnded(context: SendingContext, leader: Leader): Promise<boolean> {
  return leader.pausedUntil === null ? Promise.resolve(false) : endPause(asLeader(context, leader))
}

async function writeUnreached(
  context: SendingContext,
  job: Job,
  state: 'unreachable' | 'cancelled',
  reason: string,
): Promise<Verdict> {
  const written = await job.write({ ...blank(context, job), state, reason })
  return written.kind === 'taken' ? written.verdict : done
}

/** A delivery that had arrived looks as if it was sent now, so that nobody sees in the list of deliveries who has answered. */
async function writeArrived(context: SendingContext, job: Job, claim: Delivery): Promise<Verdict> {
  const written = await job.write({ ...claim, state: 'sent', sentAt: nowIso(context.services) })
  return written.kind === 'taken' ? written.verdict : done
}

/** A claim before its prompt is chosen. */
function blank({ services, instanceId }: SendingContext, { occasion, recipient, closesAt, before }: Job): Delivery {
  const now = nowIso(services)
  return retained(services, {
    promptId: '',
    statementIds: [],
    response: null,
    reminded: 0,
    ...before,
    id: deliveryId(occasion.id, recipient.id),
    occasionId: occasion.id,
    campaignId: occasion.campaignId,
    tenantId: occasion.tenantId,
    recipientId: recipient.id,
    recipientKind: recipient.kind,
    state: 'claimed',
    reason: null,
    attempts: (before?.attempts ?? 0) + 1,
    notBefore: null,
    closesAt,
    claimedAt: now,
    claimedBy: instanceId,
    createdAt: before?.createdAt ?? now,
  })
}

/** The conversation whose pace a message counts in. */
function conversationOf({ to }: Reached): string {
  return to.kind === 'person' ? to.personId : to.conversation.conversationId
}
