import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Activity } from 'botbuilder'
import type { FakeConnector } from './fake-connector'

/** An activity as JSON, free enough to be made wrong. */
export type WireActivity = Record<string, unknown> & { id: string }
export type Overrides = Readonly<Record<string, unknown>>

export interface BotAnswer {
  readonly status: number
  /** An invoke's answer; undefined when there is none. */
  readonly body: unknown
  /** What the bot sent in reply to this activity, in order. */
  readonly replies: Partial<Activity>[]
}

/**
 * Activities captured from Microsoft's Agents Playground 0.2.28; people and municipality are invented. Edits and deletions, which it does
 * not send, are made after Microsoft's documentation.
 */
export type Captured =
  | 'conversation-update-channel'
  | 'conversation-update-personal'
  | 'installation-update-channel'
  | 'installation-update-personal'
  | 'invoke-card-action-personal'
  | 'message-channel'
  | 'message-deleted-personal'
  | 'message-edited-personal'
  | 'message-group-chat'
  | 'message-personal'
  | 'submit-personal'

let lastId = 0

/** A captured activity with an id of its own; `overrides` replace whole fields, and `undefined` removes one. */
export function captured(name: Captured, overrides: Overrides = {}): WireActivity {
  const file = join(__dirname, 'activities', `${name}.json`)
  lastId += 1
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as object), id: `inbound-${lastId}`, ...overrides }
}

export const personalMessage = (text: string, overrides?: Overrides): WireActivity =>
  captured('message-personal', { text, ...overrides })

/** A post that mentions the bot, as only such reach it. */
export const channelMessage = (text: string, overrides?: Overrides): WireActivity =>
  captured('message-channel', { text: `<at>Pejling</at> ${text}`, ...overrides })

/** A press on an Action.Submit: a message without text. `data` holds the card's data and the inputs. */
export const submit = (data: object, overrides?: Overrides): WireActivity =>
  captured('submit-personal', { value: data, ...overrides })

/** A press on an Action.Execute. */
export const invoke = (verb: string, data: object, overrides?: Overrides): WireActivity =>
  captured('invoke-card-action-personal', { value: { action: { type: 'Action.Execute', verb, data } }, ...overrides })

/** Another person than the captured one, with a chat of their own: overrides for the personal activities. */
export function person(number: number, tenantId = '00000000-0000-0000-0000-0000000000001'): Overrides {
  const digits = String(number).padStart(12, '0')
  return {
    from: { id: `29:user-${number}`, name: `Leder ${number}`, aadObjectId: `10000000-0000-4000-8000-${digits}` },
    conversation: { conversationType: 'personal', tenantId, id: `a:chat-29:user-${number}` },
  }
}

export interface BotClient {
  /** Posts an activity, with the fake connector as its service URL unless it names one. */
  post(activity: WireActivity, headers?: Readonly<Record<string, string>>): Promise<BotAnswer>
  /** Posts any body as it is. */
  postRaw(body: string | Uint8Array, headers?: Readonly<Record<string, string>>): Promise<Response>
}

/** Plays Teams towards the bot at `botUrl` (`http://127.0.0.1:PORT`). A turn's replies are all there when it is answered. */
export function createBotClient({ botUrl, connector }: { botUrl: string; connector: FakeConnector }): BotClient {
  const postRaw: BotClient['postRaw'] = (body, headers = {}) =>
    fetch(`${botUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    })
  return {
    postRaw,
    async post(activity, headers) {
      const isForeign = activity.serviceUrl !== undefined && !isPlayground(activity.serviceUrl)
      const serviceUrl = isForeign ? activity.serviceUrl : connector.serviceUrl
      const response = await postRaw(JSON.stringify({ ...activity, serviceUrl }), headers)
      const text = await response.text()
      return {
        status: response.status,
        body: text ? (JSON.parse(text) as unknown) : undefined,
        replies: connector.repliesTo(activity.id),
      }
    },
  }
}

const isPlayground = (serviceUrl: unknown) => String(serviceUrl).includes(':56150/')
