import { Agent, createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Teams, as light as it can be: takes what is sent without reading it, and posts bodies made beforehand. */
export interface Teams {
  readonly serviceUrl: string
  /** How many messages have come. */
  received(): number
  /** The last message, whole. */
  last(): string
  post(port: number, body: string): Promise<{ status: number; body: string }>
  get(port: number, path: string): Promise<number>
  close(): Promise<void>
}

export async function createTeams(): Promise<Teams> {
  let received = 0
  let last: Buffer[] = []
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      received += 1
      last = chunks
      res.writeHead(201, { 'content-type': 'application/json' })
      res.end('{"id":"1"}')
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const send = (method: string, port: number, path: string, body: string) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      const req = request({ agent, host: '127.0.0.1', port, path, method, headers }, (res) => {
        const chunks: Buffer[] = []
        res.on('data', (chunk: Buffer) => chunks.push(chunk))
        res.on('end', () => resolve({ status: res.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }))
      })
      req.once('error', reject)
      req.end(body)
    })
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/teams/`,
    received: () => received,
    last: () => Buffer.concat(last).toString('utf8'),
    post: (port, body) => send('POST', port, '/api/messages', body),
    get: async (port, path) => (await send('GET', port, path, '')).status,
    close: () =>
      new Promise((resolve) => {
        agent.destroy()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const tenantId = '00000000-0000-0000-0000-0000000000001'

/** An activity from one of many leaders, as Teams sends it. */
function activity(leader: number, id: string, serviceUrl: string) {
  return {
    id,
    channelId: 'msteams',
    serviceUrl,
    timestamp: '2026-11-21T08:05:41.772Z',
    localTimestamp: '2026-11-21T08:05:41.772+00:00',
    localTimezone: 'Europe/Copenhagen',
    locale: 'en-US',
    from: {
      id: `29:user-${leader}`,
      name: `Leder ${leader}`,
      aadObjectId: `10000000-0000-4000-8000-${String(leader).padStart(12, '0')}`,
    },
    conversation: { conversationType: 'personal', tenantId, id: `a:chat-${leader}` },
    recipient: { id: '28:bot', name: 'Pejling' },
    entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Web', timezone: 'UTC' }],
    channelData: { tenant: { id: tenantId } },
  }
}

export function messageBody(leader: number, id: string, text: string, serviceUrl: string): string {
  return JSON.stringify({ ...activity(leader, id, serviceUrl), type: 'message', textFormat: 'plain', text })
}

/** @param cardId the card that is pressed; without it each press is of a card of its own */
export function pressBody(
  leader: number,
  id: string,
  verb: string,
  data: object,
  serviceUrl: string,
  cardId = `card-${id}`,
): string {
  const value = { action: { type: 'Action.Execute', verb, data } }
  const press = { type: 'invoke', name: 'adaptiveCard/action', replyToId: cardId, value }
  return JSON.stringify({ ...activity(leader, id, serviceUrl), ...press })
}
