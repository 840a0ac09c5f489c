import { type Activity, ActivityTypes } from 'botbuilder'
import type { SendOutcome } from '../delivery/policy/sender'
import type { Log } from '../log/log'
import type { MetPerson } from '../people/roster/meet-awaited'
import type { Conversation } from '../records/conversation'
import type { BotAdapter } from './adapter'
import { classifyFailure, type Failure } from './classify-failure'
import { renewToken } from './connector-client'
import { inTime } from './in-time'
import { metPerson } from './met-person'

export type Message = Partial<Activity>
type Sent = Extract<SendOutcome, { status: 'sent' }>

/** One request to Teams each, outside any turn. None throws: what went wrong is the outcome. */
export interface ConnectorCalls {
  post(to: Conversation, message: Message): Promise<Sent | Failure>
  /** Puts a message in place of one of ours. */
  replace(to: Conversation, messageId: string, message: Message): Promise<Sent | Failure>
  /** A person's own chat with the bot: the same one however often it is asked for. Sends nothing. */
  openChat(person: Person): Promise<{ readonly status: 'open'; readonly conversation: Conversation } | Failure>
  /** Whether somebody is in a team; not known counts as no. @param personId Teams' `29:` id, or the aadObjectId */
  isMember(team: Pick<Conversation, 'conversationId' | 'serviceUrl'>, personId: string): Promise<boolean>
  /** Whether somebody is a guest in a team or group chat; not known, or not in time, counts as no. */
  isGuest(place: Pick<Conversation, 'conversationId' | 'serviceUrl'>, personId: string): Promise<boolean>
  /** Everybody who is in a team, as far as Teams says so. */
  members(team: Pick<Conversation, 'conversationId' | 'serviceUrl'>): Promise<readonly MetPerson[]>
  /** A new thread with `message` as its first; `channel` holds the channel's own id. */
  openThread(channel: Conversation, tenantId: string, message: Message): Promise<Sent | Failure>
}

export interface Person {
  /** Teams' `29:` id, or the aadObjectId. */
  readonly id: string
  readonly tenantId: string
  readonly serviceUrl: string
  readonly botId: string
}

export function createConnectorCalls(adapter: Pick<BotAdapter, 'connector'>, log: Log): ConnectorCalls {
  type Connector = Awaited<ReturnType<BotAdapter['connector']>>

  async function call<T>(serviceUrl: string, request: (connector: Connector) => Promise<T>): Promise<T | Failure> {
    try {
      return await request(await adapter.connector(serviceUrl))
    } catch (error) {
      const failure = classifyFailure(error)
      log.warn({ error, outcome: failure.status }, 'message not sent')
      if (failure.status === 'disabled' && failure.why === 'unauthorized') {
        await renewToken(await adapter.connector(serviceUrl))
      }
      return failure
    }
  }

  return {
    post: (to, message) =>
      call(to.serviceUrl, async ({ conversations }) => {
        const { id } = await conversations.sendToConversation(to.conversationId, addressed(to, message))
        return { status: 'sent', activityId: id, conversation: to }
      }),
    replace: (to, messageId, message) =>
      call(to.serviceUrl, async ({ conversations }) => {
        await conversations.updateActivity(to.conversationId, messageId, { ...addressed(to, message), id: messageId })
        return { status: 'sent', activityId: messageId, conversation: to }
      }),
    openChat: ({ id, tenantId, serviceUrl, botId }) =>
      call(serviceUrl, async ({ conversations }) => {
        const made = await conversations.createConversation({
          isGroup: false,
          bot: { id: botId, name: '' },
          members: [{ id, name: '' }],
          // Both: without either some of Teams answers 400 (docs/teams-facts.md#opening-a-chat).
          tenantId,
          channelData: { tenant: { id: tenantId } },
        } as Parameters<typeof conversations.createConversation>[0])
        const conversation = { conversationId: made.id, serviceUrl, botId }
        return { status: 'open', conversation: id.startsWith('29:') ? { ...conversation, userId: id } : conversation }
      }),
    async isMember({ conversationId, serviceUrl }, personId) {
      try {
        const { conversations } = await adapter.connector(serviceUrl)
        await conversations.getConversationMember(conversationId, personId)
        return true
      } catch (error) {
        const isKnown = (error as { statusCode?: unknown } | null)?.statusCode === 404
        if (!isKnown) log.warn({ error }, 'Teams does not say who is in a team')
        return false
      }
    },
    async isGuest({ conversationId, serviceUrl }, personId) {
      try {
        const { conversations } = await adapter.connector(serviceUrl)
        const member = await inTime(conversations.getConversationMember(conversationId, personId), guestMs)
        return member !== undefined && isGuestAccount(member)
      } catch (error) {
        const isKnown = (error as { statusCode?: unknown } | null)?.statusCode === 404
        if (!isKnown) log.warn({ error }, 'Teams does not say who is a guest')
        return false
      }
    },
    async members({ conversationId, serviceUrl }) {
      const found: MetPerson[] = []
      try {
        const { conversations } = await adapter.connector(serviceUrl)
        let continuationToken: string | undefined
        for (let page = 0; page < mostPages; page++) {
          // The SDK's types ask for a token where there is none yet.
          const options = { pageSize: membersPage, continuationToken } as {
            pageSize: number
            continuationToken: string
          }
          const answer = await conversations.getConversationPagedMembers(conversationId, options)
          found.push(...(answer.members ?? []).flatMap(metPerson))
          continuationToken = answer.continuationToken || undefined
          if (continuationToken === undefined) break
        }
      } catch (error) {
        log.warn({ error }, 'Teams does not say who is in a team')
      }
      return found
    },
    openThread: (channel, tenantId, message) =>
      call(channel.serviceUrl, async ({ conversations }) => {
        const made = await conversations.createConversation({
          isGroup: true,
          bot: { id: channel.botId, name: '' },
          tenantId,
          channelData: { channel: { id: channel.conversationId }, tenant: { id: tenantId } },
          activity: { type: ActivityTypes.Message, ...message },
        } as Parameters<typeof conversations.createConversation>[0])
        return { status: 'sent', activityId: made.activityId, conversation: { ...channel, conversationId: made.id } }
      }),
  }
}

/** Beside the point of a turn, which has 15 s (docs/teams-facts.md#fifteen-seconds). */
const guestMs = 3_000

/** docs/teams-facts.md#guests */
function isGuestAccount(member: object): boolean {
  const { userRole, userPrincipalName } = member as Readonly<Record<string, unknown>>
  return userRole === 'guest' || userRole === 'anonymous' || /#EXT#/i.test(String(userPrincipalName ?? ''))
}

/** As many as Teams gives at a time, and a team of the largest size. */
const membersPage = 500
const mostPages = 60

function addressed(to: Conversation, message: Message): Activity {
  return {
    type: ActivityTypes.Message,
    channelId: 'msteams',
    serviceUrl: to.serviceUrl,
    from: { id: to.botId, name: '' },
    conversation: { id: to.conversationId },
    ...(to.userId !== undefined && { recipient: { id: to.userId, name: '' } }),
    ...message,
  } as Activity
}
