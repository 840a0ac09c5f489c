import { nowIso, type Services } from '../caller/context'
import { AppError } from '../errors'
import { type Channel, channelSchema, channels } from '../records/channel'
import type { Conversation } from '../records/conversation'
import { updateDocument } from '../store/update-document'
import { listChannels } from './list-channels'

/** What an activity says of channels. A name that it does not tell is absent. */
export type ChannelNews =
  | {
      readonly kind: 'seen'
      /** The channel's conversation id, without a thread. */
      readonly id: string
      readonly teamId: string
      readonly teamName?: string | undefined
      readonly name?: string | undefined
      readonly conversation: Conversation
    }
  | { readonly kind: 'team-renamed'; readonly teamId: string; readonly teamName: string }
  | { readonly kind: 'channel-removed'; readonly id: string }
  /** The app has left the team, or nobody can write in it any more. */
  | { readonly kind: 'team-removed'; readonly teamId: string }
  | { readonly kind: 'team-returned'; readonly teamId: string }

/** Keeps which channels a prompt may be sent to and how. Only a change is written, so any activity may be told. */
export async function rememberChannel(services: Services, news: ChannelNews): Promise<void> {
  switch (news.kind) {
    case 'seen':
      return change(services, news.id, (known) => seen(services, news, known))
    case 'channel-removed':
      return change(services, news.id, (known) => known && removed(services, known, 'channel'))
    case 'team-removed':
      return changeTeam(services, news.teamId, (known) => removed(services, known, 'team'))
    case 'team-returned':
      return changeTeam(services, news.teamId, (known) => (known.removedWith === 'channel' ? known : returned(known)))
    case 'team-renamed':
      return changeTeam(services, news.teamId, (known) =>
        known.teamName === news.teamName ? known : { ...known, teamName: news.teamName },
      )
  }
}

function seen(
  services: Services,
  { id, teamId, teamName, name, conversation }: ChannelNews & { kind: 'seen' },
  known: Channel | undefined,
): Channel {
  const now = nowIso(services)
  if (!known) {
    const { tenantId } = services.config
    return channelSchema.parse({
      id,
      tenantId,
      teamId,
      teamName,
      name,
      conversation,
      createdAt: now,
      updatedAt: now,
    })
  }
  const after = {
    // Whoever writes there proves that the app is there.
    ...returned(known),
    teamId,
    teamName: teamName ?? known.teamName,
    name: name ?? known.name,
  }
  return isSameWay(known.conversation, conversation) ? after : { ...after, conversation }
}

function removed(services: Services, known: Channel, removedWith: 'channel' | 'team'): Channel {
  if (known.removedAt === null) return { ...known, removedAt: nowIso(services), removedWith }
  // A channel deleted while its team is away is not to come back with it.
  return removedWith === 'channel' ? { ...known, removedWith } : known
}

function returned({ removedWith: _, ...known }: Channel): Channel {
  return { ...known, removedAt: null }
}

async function changeTeam(services: Services, teamId: string, made: (known: Channel) => Channel): Promise<void> {
  for (const { id } of (await listChannels(services)).filter((channel) => channel.teamId === teamId))
    await change(services, id, (known) => known && made(known))
}

async function change(
  services: Services,
  id: string,
  made: (known: Channel | undefined) => Channel | undefined,
): Promise<void> {
  const { store, config } = services
  // Events of one installation come side by side.
  const outcome = await updateDocument(store, channels, config.tenantId, id, (known) => {
    const after = made(known)
    if (!after || (known && isSame(known, after))) return 'keep'
    return known ? { ...after, updatedAt: nowIso(services) } : after
  })
  if (outcome.status === 'conflict') {
    throw new AppError('conflict', 'The channel record kept changing under several writers')
  }
}

function isSame({ teamId, teamName, name, removedAt, removedWith, conversation }: Channel, after: Channel): boolean {
  return (
    teamId === after.teamId &&
    teamName === after.teamName &&
    name === after.name &&
    removedAt === after.removedAt &&
    removedWith === after.removedWith &&
    isSameWay(conversation, after.conversation)
  )
}

function isSameWay(a: Conversation, b: Conversation): boolean {
  return a.conversationId === b.conversationId && a.serviceUrl === b.serviceUrl && a.botId === b.botId
}
