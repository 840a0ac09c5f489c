import { CardFactory } from 'botbuilder'
import type { RenderedCard } from '../cards/kit/render'
import type { Config } from '../config/config'
import type { Destination, Outgoing, Sender, SendOutcome } from '../delivery/policy/sender'
import type { Log } from '../log/log'
import type { Conversation } from '../records/conversation'
import type { BotAdapter } from './adapter'
import type { Failure } from './classify-failure'
import { createConnectorCalls, type Message } from './connector-call'
import { createOutgoingCards } from './outgoing-cards'

export interface TeamsSenderOptions {
  readonly adapter: Pick<BotAdapter, 'connector'>
  readonly config: Pick<Config, 'appId' | 'tenantId'>
  readonly log: Log
  readonly makeCard: (message: Outgoing) => RenderedCard
  /** Where Teams is reached when a person's own region is not known. Default: its public address for everybody. */
  readonly globalUrl?: string
}

/** Microsoft's own constant for it (docs/teams-facts.md#the-connectors-address). */
const publicGlobalUrl = 'https://smba.trafficmanager.net/teams/'

type Result = SendOutcome | Failure

/** The `Sender` port over Bot Framework's connector. */
export function createTeamsSender(options: TeamsSenderOptions): Sender {
  const { adapter, config, log, makeCard, globalUrl = publicGlobalUrl } = options
  const calls = createConnectorCalls(adapter, log)
  const cardOf = createOutgoingCards(makeCard)

  return {
    async send(to, message) {
      let made: Message
      try {
        made = toMessage(cardOf(message))
      } catch (error) {
        log.error({ error, kind: message.kind }, 'card not made')
        return { status: 'refused', why: 'card' }
      }
      return deliver(to, made, 'leader' in message ? message.leader.id : undefined)
    },
  }

  async function deliver(to: Destination, message: Message, leaderId: string | undefined): Promise<SendOutcome> {
    switch (to.kind) {
      case 'conversation':
        return settled(await toChat(to.conversation, message, leaderId))
      case 'message':
        return settled(await elsewhere(to.conversation, (where) => calls.replace(where, to.activityId, message)))
      case 'person':
        return settled(await toPerson({ id: to.personId, serviceUrl: globalUrl, botId: `28:${config.appId}` }, message))
      case 'channel':
        return settled(await elsewhere(to.conversation, (where) => calls.openThread(where, config.tenantId, message)))
    }
  }

  async function toChat(conversation: Conversation, message: Message, leaderId: string | undefined): Promise<Result> {
    const result = await elsewhere(conversation, (where) => calls.post(where, message))
    const isLost = result.status === 'gone' && result.why === 'no-conversation'
    // Of a chat that was opened by the object id, and in which nobody has written since, no other id is known.
    const { userId = leaderId, serviceUrl, botId } = conversation
    // This is tried once: when the new chat is lost too, there is no way (docs/teams-facts.md#opening-a-chat).
    return isLost && userId !== undefined ? toPerson({ id: userId, serviceUrl, botId }, message) : result
  }

  async function toPerson(
    person: { id: string; serviceUrl: string; botId: string },
    message: Message,
  ): Promise<Result> {
    const opened = await calls.openChat({ ...person, tenantId: config.tenantId })
    if (opened.status === 'open') return elsewhere(opened.conversation, (where) => calls.post(where, message))
    // Nothing was sent, and asking again opens the same chat.
    return opened.status === 'unknown' ? { status: 'not-sent', why: 'not-opened' } : opened
  }

  /** Where Teams says that somebody is in another region, the address for all regions is tried once; the winner is kept. */
  async function elsewhere(
    conversation: Conversation,
    attempt: (where: Conversation) => Promise<Result>,
  ): Promise<Result> {
    const result = await attempt(conversation)
    if (result.status !== 'wrong-region' || conversation.serviceUrl === globalUrl) return result
    return attempt({ ...conversation, serviceUrl: globalUrl })
  }
}

function settled(result: Result): SendOutcome {
  return result.status === 'wrong-region' ? { status: 'refused', why: 'wrong-region' } : result
}

function toMessage({ card, summary }: RenderedCard): Message {
  return { summary, attachments: [CardFactory.adaptiveCard(card)] }
}
