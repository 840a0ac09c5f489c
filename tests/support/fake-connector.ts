import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Activity, ChannelAccount } from 'botbuilder'

export interface ConnectorRequest {
  readonly kind: 'create' | 'send' | 'reply' | 'update' | 'delete' | 'read' | 'unknown'
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly conversationId: string | undefined
  /** What is replied to, updated or deleted. */
  readonly activityId: string | undefined
  /** The activity, or what a conversation is created from. */
  readonly body: Partial<Activity> & { members?: ChannelAccount[]; activity?: Partial<Activity>; isGroup?: boolean }
  /** Milliseconds since 1970. */
  readonly at: number
}

/** What happens to a request in place of an answer that serves; it is recorded all the same. */
export interface Fault {
  readonly status?: number
  readonly retryAfterS?: number
  readonly body?: unknown
  /** Waits before it answers; alone it is a slow success. */
  readonly delayMs?: number
  /** `hang`: never answers. `hang-in-body`: sends headers only. `reset`: takes the request, then cuts the connection. */
  readonly end?: 'hang' | 'hang-in-body' | 'reset'
}

export interface FakeConnector {
  /** To be an activity's `serviceUrl`. */
  readonly serviceUrl: string
  /** In the order they came, the last `keep` of them. */
  readonly requests: readonly ConnectorRequest[]
  /** How many came in all. */
  count(): number
  /** Activities sent or replied that a person would see, faulted ones left out. */
  sent(conversationId?: string): Partial<Activity>[]
  repliesTo(activityId: string): Partial<Activity>[]
  /** Asked for each request before it is served; undefined lets it pass. Replaces the one before. */
  script(fault: (request: ConnectorRequest) => Fault | undefined): void
  /** The same fault for the next `times` requests (default: all) of those kinds (default: not reads). */
  fail(fault: Fault, options?: { times?: number; kinds?: readonly ConnectorRequest['kind'][] }): void
  heal(): void
  /** Who is in a conversation or team, for the roster routes. */
  setMembers(conversationId: string, members: readonly ChannelAccount[]): void
  /** The channels of a team; without them it has its own only. */
  setChannels(teamId: string, channels: readonly { readonly id: string; readonly name?: string }[]): void
  /** The first request, past or to come, that fits; rejects when none came in time. */
  waitFor(fits: (request: ConnectorRequest) => boolean, timeoutMs?: number): Promise<ConnectorRequest>
  /** How many connections stand open. */
  connections(): Promise<number>
  /** Forgets what was recorded. */
  clear(): void
  close(): Promise<void>
}

type Answer = readonly [status: number, body: unknown]

const route =
  /\/v3\/(conversations|teams)(?:\/([^/?]+))?(?:\/(activities|members|pagedmembers|conversations))?(?:\/([^/?]+))?/

/** Microsoft's connector REST API on loopback, as much of it as a Teams bot uses. */
export async function createFakeConnector({ keep = Number.POSITIVE_INFINITY } = {}): Promise<FakeConnector> {
  const requests: ConnectorRequest[] = []
  const seen: { conversationId: string; replyToId: string | undefined; activity: Partial<Activity> }[] = []
  const members = new Map<string, readonly ChannelAccount[]>()
  const channels = new Map<string, readonly { readonly id: string; readonly name?: string }[]>()
  const personalChats = new Map<string, string>()
  const waiting = new Set<(request: ConnectorRequest) => void>()
  let script: (request: ConnectorRequest) => Fault | undefined = () => undefined
  let total = 0
  let serviceUrl = ''

  const server = createServer(async (req, res) => {
    const request = await toRequest(req)
    total += 1
    requests.push(request)
    if (requests.length > keep) requests.shift()
    for (const look of waiting) look(request)
    const fault = script(request)
    if (fault?.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs))
    if (fault?.end) endBadly(fault.end, req, res)
    else if (fault?.status) send(res, [fault.status, fault.body ?? { error: { code: 'Fault' } }], fault.retryAfterS)
    else send(res, serve(request))
  })
  server.keepAliveTimeout = 60_000

  function serve(request: ConnectorRequest): Answer {
    const { kind, conversationId = '', body } = request
    switch (kind) {
      case 'create': {
        const id = chatOf(body)
        const activityId = body.activity ? keepActivity(id, undefined, body.activity) : undefined
        return [201, { id, activityId, serviceUrl }]
      }
      case 'send':
        return [201, { id: keepActivity(conversationId, undefined, body) }]
      case 'reply':
        return [201, { id: keepActivity(conversationId, request.activityId, body) }]
      case 'update':
        return [200, { id: request.activityId }]
      case 'delete':
        return [200, {}]
      case 'read':
        return read(request)
      default:
        return [404, { error: { code: 'NotFound' } }]
    }
  }

  /** A person has one chat with the bot, however often it is created; a channel gets a thread each time. */
  function chatOf(body: ConnectorRequest['body']): string {
    const person = body.isGroup ? undefined : body.members?.[0]?.id
    if (!person) return `${channelOf(body)};messageid=${total}`
    const chat = personalChats.get(person) ?? `a:chat-${person}`
    personalChats.set(person, chat)
    return chat
  }

  function keepActivity(conversationId: string, replyToId: string | undefined, activity: Partial<Activity>): string {
    if (activity.type !== 'typing') seen.push({ conversationId, replyToId, activity })
    if (seen.length > keep) seen.shift()
    return `activity-${total}`
  }

  function read(request: ConnectorRequest): Answer {
    const { pathname, searchParams } = new URL(request.path, 'http://connector')
    const [, collection, id = '', part, memberId] = route.exec(pathname) ?? []
    const all = members.get(decodeURIComponent(id)) ?? []
    if (collection === 'teams')
      return [
        200,
        part
          ? { conversations: channels.get(decodeURIComponent(id)) ?? [{ id: decodeURIComponent(id) }] }
          : { id, name: 'Team' },
      ]
    if (part === 'pagedmembers') {
      const from = Number(searchParams.get('continuationToken') ?? 0)
      const size = Number(searchParams.get('pageSize') ?? 200)
      const next = from + size < all.length ? String(from + size) : undefined
      return [200, { members: all.slice(from, from + size), continuationToken: next }]
    }
    if (!memberId) return [200, all]
    const member = all.find(({ id, aadObjectId }) => [id, aadObjectId].includes(decodeURIComponent(memberId)))
    return member ? [200, member] : [404, { error: { code: 'MemberNotFoundInConversation' } }]
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  serviceUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/teams/`

  return {
    serviceUrl,
    requests,
    count: () => total,
    sent: (conversationId) =>
      seen
        .filter((entry) => conversationId === undefined || entry.conversationId === conversationId)
        .map(({ activity }) => activity),
    repliesTo: (activityId) => seen.filter(({ replyToId }) => replyToId === activityId).map(({ activity }) => activity),
    script: (fault) => {
      script = fault
    },
    fail: (fault, { times = Number.POSITIVE_INFINITY, kinds } = {}) => {
      let left = times
      script = ({ kind }) => {
        if (kinds ? !kinds.includes(kind) : kind === 'read') return undefined
        left -= 1
        return left >= 0 ? fault : undefined
      }
    },
    heal: () => {
      script = () => undefined
    },
    setMembers: (conversationId, people) => void members.set(conversationId, people),
    setChannels: (teamId, found) => void channels.set(teamId, found),
    waitFor: (fits, timeoutMs = 5000) =>
      new Promise((resolve, reject) => {
        const past = requests.find(fits)
        if (past) {
          resolve(past)
          return
        }
        const timer = setTimeout(() => {
          waiting.delete(look)
          reject(new Error(`no such request came within ${timeoutMs} ms`))
        }, timeoutMs)
        const look = (request: ConnectorRequest) => {
          if (!fits(request)) return
          waiting.delete(look)
          clearTimeout(timer)
          resolve(request)
        }
        waiting.add(look)
      }),
    connections: () =>
      new Promise((resolve, reject) => {
        server.getConnections((error, count) => (error ? reject(error) : resolve(count)))
      }),
    clear: () => {
      requests.length = 0
      seen.length = 0
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function toRequest(req: IncomingMessage): Promise<ConnectorRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  const path = req.url ?? ''
  const [, collection, conversationId, part, activityId] = route.exec(path) ?? []
  const text = Buffer.concat(chunks).toString('utf8')
  return {
    kind: kindOf(req.method, collection, conversationId, part, activityId),
    method: req.method ?? '',
    path,
    headers: req.headers,
    conversationId: conversationId && decodeURIComponent(conversationId),
    activityId: part === 'activities' && activityId ? decodeURIComponent(activityId) : undefined,
    body: text ? (JSON.parse(text) as ConnectorRequest['body']) : {},
    at: Date.now(),
  }
}

function kindOf(
  method: string | undefined,
  collection: string | undefined,
  conversationId: string | undefined,
  part: string | undefined,
  activityId: string | undefined,
): ConnectorRequest['kind'] {
  if (!collection) return 'unknown'
  if (method === 'GET') return 'read'
  if (method === 'POST' && !conversationId) return 'create'
  if (part !== 'activities') return 'unknown'
  if (method === 'POST') return activityId ? 'reply' : 'send'
  return method === 'PUT' ? 'update' : method === 'DELETE' ? 'delete' : 'unknown'
}

function channelOf({ channelData }: ConnectorRequest['body']): string {
  return (channelData as { channel?: { id?: string } } | undefined)?.channel?.id ?? '19:unknown'
}

function endBadly(end: NonNullable<Fault['end']>, req: IncomingMessage, res: ServerResponse): void {
  if (end === 'reset') req.socket.resetAndDestroy()
  if (end !== 'hang-in-body') return
  res.writeHead(201, { 'content-type': 'application/json' })
  res.flushHeaders()
}

function send(res: ServerResponse, [status, body]: Answer, retryAfterS?: number): void {
  if (retryAfterS !== undefined) res.setHeader('retry-after', retryAfterS)
  // Not chained: restify, loaded in the same process, replaces Node's writeHead by one that returns nothing.
  res.writeHead(status, { 'content-type': 'application/json' })
  res.end(JSON.stringify(body))
}
