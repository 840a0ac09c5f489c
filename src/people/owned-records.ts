import type { Ctx } from '../caller/context'
import { ownedCampaignRecords } from '../campaigns/verbs/erase-deliveries'
import { listOwnAgreements, listOwnDiscussions } from '../channels/agreements'
import { listOwnTeamRhythms } from '../channels/team-rhythm'
import { listThreadAnswers } from '../channels/thread-answers'
import { listHandledRequests, listOwnRequests } from '../hr-requests/erase-requests'
import { type AuditLine, audit } from '../records/audit'
import { leaders } from '../records/leader'
import { reflections, snoozes } from '../records/reflection'
import { ownRhythms } from '../records/rhythm'
import { type AsStored, asStored } from '../store/as-stored'
import { everyDocument } from '../store/every-document'
import type { StoredDocument } from '../store/store'
import { listAwaited, listRosterRows } from './roster/erase-from-rosters'

/**
 * For every container, what of it is about the caller. A container without a rule is a fault that a test finds: nothing may
 * be stored about somebody that "mine data" does not show.
 */
export const ownedRecords: Readonly<Record<string, (ctx: Ctx) => Promise<readonly StoredDocument[]>>> = {
  async leaders(ctx) {
    const found = await ctx.store.get(asStored(leaders), ctx.caller.tenantId, ctx.caller.leaderId)
    return found ? [found.document] : []
  },
  reflections: listOwnReflections,
  async helpRequests(ctx) {
    // The way to HR's conversation is not about the leader.
    const own = (await listOwnRequests(ctx)).map(({ hrCard: _hr, ...request }) => request)
    // One of HR sees which requests carry their name, not what others wrote in them.
    const handled = (await listHandledRequests(ctx)).map(({ id, state, createdAt, handlerName }) => ({
      id,
      state,
      createdAt,
      handlerName,
    }))
    return [...own, ...handled.filter(({ id }) => !own.some((request) => request.id === id))]
  },
  async snoozes(ctx) {
    return listOwnSnoozes(ctx)
  },
  ...ownedCampaignRecords,
  threadAnswers: listThreadAnswers,
  discussions: async (ctx) => (await listOwnDiscussions(ctx)).map(withoutKeys),
  agreements: listOwnAgreements,
  teamRhythms: listOwnTeamRhythms,
  awaitedLeaders: listAwaited,
  async rhythms({ store, caller }) {
    const found = await store.get(asStored(ownRhythms), caller.tenantId, caller.leaderId)
    return found ? [found.document] : []
  },
  rosterPages: listRosterRows,
  /** What one of HR is about to import: that they do, nothing of theirs. */
  rosterDrafts: async () => [],
  /** Hold nothing about anybody. */
  channels: async () => [],
  sending: async () => [],
  feedback: async () => [],
  installation: async () => [],
  /** What one of HR has done as such, and that they were given the right to, or lost it. */
  async audit(ctx) {
    return (await listOwnActs(ctx)).map(({ id, at, what, counts, campaignName }) => ({
      id,
      at,
      what,
      counts,
      ...(campaignName !== undefined && { campaignName }),
    }))
  },
}

/** Who else has answered is no business of whoever asked for it. */
function withoutKeys({ keys: _, ...discussion }: AsStored): AsStored {
  return discussion
}

/** The audit's lines that name the caller as who did it, or whose right to plan it was about. */
export async function listOwnActs(ctx: Ctx): Promise<AuditLine[]> {
  const all = await everyDocument(ctx.store, audit, ctx.caller.tenantId)
  return all.filter(({ by, about }) => by === ctx.caller.leaderId || about === ctx.caller.leaderId)
}

/** The oldest first. */
export async function listOwnReflections(ctx: Ctx): Promise<AsStored[]> {
  const all = asStored(reflections)
  const found = await everyDocument(ctx.store, all, ctx.caller.leaderId)
  return found.sort((a, b) => String(a.createdAt).localeCompare(String(b.createdAt)))
}

export function listOwnSnoozes(ctx: Ctx): Promise<AsStored[]> {
  const where = [{ field: 'leaderId', is: '=', value: ctx.caller.leaderId }] as const
  return everyDocument(ctx.store, asStored(snoozes), ctx.caller.tenantId, { where })
}
