import { createHash } from 'node:crypto'
import { type Ctx, nowIso, type Services } from '../caller/context'
import { retained } from '../caller/retention'
import { channels, meantIn } from '../records/channel'
import { type Conversation, threadless } from '../records/conversation'
import { type Discussion, discussions } from '../records/discussion'
import { updateDocument } from '../store/update-document'
import { quietAt } from './discussion'

/** What was shown in one place, newest first. */
export interface ShownThere {
  readonly promptId: string
  readonly at: string
}

/** How far back the choice looks; as for a leader. */
const mostShown = 200

/** What a channel or group chat has been given, by whomever. */
export async function listShownThere(ctx: Ctx, conversationId: string): Promise<readonly ShownThere[]> {
  const placeId = threadless(conversationId)
  const talks = await listTalksThere(ctx, placeId)
  const channel = await ctx.store.get(channels, ctx.caller.tenantId, placeId)
  const talkedOf = talks.map(({ promptId, createdAt }) => ({ promptId, at: createdAt }))
  return [...talkedOf, ...(channel?.document.shown ?? [])]
}

/** What is and was talked about in a channel or group chat, the newest first. */
export async function listTalksThere(
  { store, config }: Pick<Services, 'store' | 'config'>,
  placeId: string,
): Promise<readonly Discussion[]> {
  const { documents } = await store.list(discussions, config.tenantId, {
    where: [{ field: 'placeId', is: '=', value: placeId }],
    orderBy: { field: 'createdAt', descending: true },
    limit: mostShown,
  })
  return documents.map(({ document }) => document)
}

/** What tells a press on one card from any other, whoever presses and on whatever client. */
export function pressKey({ conversationId }: Conversation, pressedId: string, what: string): string {
  return createHash('sha256').update([conversationId, pressedId, what].join('\n')).digest('hex').slice(0, 32)
}

/**
 * Opens a discussion on a prompt that somebody asked for. The same message that comes again finds what it has opened.
 * @param key tells one message that asked from another
 */
export async function startDiscussion(
  ctx: Ctx,
  asked: { readonly key: string; readonly conversation: Conversation; readonly isRegular?: true },
  prompt: Pick<Discussion, 'promptId' | 'statementIds'>,
): Promise<Discussion> {
  return (await startDiscussionOnce(ctx, asked, prompt)).discussion
}

/** The same, for who is to know whether it has been there before. */
export async function startDiscussionOnce(
  ctx: Ctx,
  asked: Parameters<typeof startDiscussion>[1],
  prompt: Parameters<typeof startDiscussion>[2],
): Promise<{ readonly discussion: Discussion; readonly isNew: boolean }> {
  const { conversation, key, isRegular } = asked
  const placeId = threadless(conversation.conversationId)
  const channel = (await ctx.store.get(channels, ctx.caller.tenantId, placeId))?.document
  const discussion: Discussion = retained(ctx, {
    ...prompt,
    id: `d${key}`,
    tenantId: ctx.caller.tenantId,
    placeId,
    placeName: channel?.name ?? '',
    ...(channel && { place: meantIn(channel, ctx.config.municipality) }),
    conversation,
    startedBy: ctx.caller.leaderId || null,
    startedName: ctx.caller.name,
    ...(isRegular && { isRegular }),
    keys: [],
    state: 'open',
    dueAt: quietAt(ctx),
    createdAt: nowIso(ctx),
  })
  if ((await ctx.store.create(discussions, discussion)).status === 'exists') {
    const standing = (await ctx.store.get(discussions, ctx.caller.tenantId, discussion.id))?.document
    return { discussion: standing ?? discussion, isNew: false }
  }
  if (channel) await noteShown(ctx, placeId, prompt.promptId)
  return { discussion, isNew: true }
}

/** Takes away what is certainly not there. */
export async function dropDiscussion({ store, config }: Pick<Services, 'store' | 'config'>, key: string) {
  await store.remove(discussions, config.tenantId, `d${key}`)
}

/** A campaign is not to bring the channel what it has just talked about. */
async function noteShown(ctx: Ctx, channelId: string, promptId: string): Promise<void> {
  await updateDocument(ctx.store, channels, ctx.caller.tenantId, channelId, (before) =>
    before
      ? {
          ...before,
          shown: [...before.shown, { promptId, at: nowIso(ctx) }].slice(-mostShown),
          updatedAt: nowIso(ctx),
        }
      : 'keep',
  )
}
