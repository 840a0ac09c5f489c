import type { Activity } from 'botbuilder'
import type { ChannelNews } from '../channels/remember-channel'
import { type Conversation, threadless } from '../records/conversation'
import { isRemoval } from './is-removal'

interface TeamsData {
  readonly eventType?: string
  readonly team?: { readonly id?: string; readonly name?: string }
  readonly channel?: { readonly id?: string; readonly name?: string }
  readonly settings?: { readonly selectedChannel?: { readonly id?: string; readonly name?: string } }
}

/** An archived team can be read, and nobody writes in it. */
const teamGone: ReadonlySet<string> = new Set(['teamArchived', 'teamDeleted', 'teamHardDeleted'])
const teamBack: ReadonlySet<string> = new Set(['teamUnarchived', 'teamRestored'])

/** What an activity in a team says of its channels; undefined for any other, and where Teams does not say which team. */
export function channelNews(activity: Activity): ChannelNews | undefined {
  if (activity.conversation?.conversationType !== 'channel') return undefined
  const { eventType, team, channel, settings } = (activity.channelData ?? {}) as TeamsData
  const teamId = team?.id
  if (!teamId) return undefined
  const here = threadless(activity.conversation.id)
  const { id = here, name } = channel ?? settings?.selectedChannel ?? {}
  // The bot leaves a shared or private channel, and stays in the team (docs/teams-facts.md#events-in-a-team).
  if (eventType === 'channelDeleted' || (eventType === 'channelMemberRemoved' && isRemoval(activity)))
    return { kind: 'channel-removed', id }
  if (isRemoval(activity) || teamGone.has(eventType ?? '')) return { kind: 'team-removed', teamId }
  if (teamBack.has(eventType ?? '')) return { kind: 'team-returned', teamId }
  if (eventType === 'teamRenamed' && team.name) return { kind: 'team-renamed', teamId, teamName: team.name }
  return {
    kind: 'seen',
    id,
    teamId,
    // The team's own channel has no name of its own; a client may show the team's there.
    name: name ?? (id === here && id !== teamId ? activity.conversation.name : undefined),
    teamName: team.name,
    conversation: conversationIn(activity, id),
  }
}

/** Holds nothing of who did it. */
function conversationIn(activity: Activity, conversationId: string): Conversation {
  return { conversationId, serviceUrl: activity.serviceUrl, botId: activity.recipient?.id ?? '' }
}
