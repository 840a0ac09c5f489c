import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Teams on a bad day, and what it has truly taken. */
export interface UnrulyConnector {
  readonly serviceUrl: string
  /** Reflection -> how often a message for it was taken, whatever was answered. */
  readonly taken: ReadonlyMap<string, number>
  /** Answers after which nobody can know whether the message was taken. */
  ambiguous(): number
  /** How often each kind of answer was given. */
  readonly answers: ReadonlyMap<string, number>
  close(): Promise<void>
}

export interface UnrulyOptions {
  readonly random: () => number
  /** Shortest and longest time to answer. */
  readonly latencyMs: readonly [number, number]
}

type Answer = 'taken' | 'throttled' | 'error-taken' | 'error-lost' | 'reset-taken' | 'hang-taken' | 'busy' | Refusal
type Refusal = 'BotNotInConversationRoster' | 'ConversationBlockedByUser' | 'ForbiddenOperationException'

const stormEveryMs = 7000
const stormMs = 600

/** The rare faults add up to some three in a hundred; storms of 429 come on top, for everybody at once. */
const rare: readonly (readonly [share: number, answer: Answer])[] = [
  [0.006, 'error-taken'],
  [0.004, 'error-lost'],
  [0.003, 'reset-taken'],
  [0.001, 'hang-taken'],
  [0.008, 'busy'],
  [0.004, 'BotNotInConversationRoster'],
  [0.004, 'ConversationBlockedByUser'],
  [0.004, 'ForbiddenOperationException'],
]

export async function createUnrulyConnector({ random, latencyMs }: UnrulyOptions): Promise<UnrulyConnector> {
  const taken = new Map<string, number>()
  const answers = new Map<string, number>()
  const start = Date.now()

  const choose = (): Answer => {
    if ((Date.now() - start) % stormEveryMs > stormEveryMs - stormMs) return 'throttled'
    let at = random()
    for (const [share, answer] of rare) {
      if (at < share) return answer
      at -= share
    }
    return 'taken'
  }

  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const id = /"reflectionId":"([^"]+)"/.exec(Buffer.concat(chunks).toString('utf8'))?.[1] ?? 'unknown'
    const answer = choose()
    answers.set(answer, (answers.get(answer) ?? 0) + 1)
    const isTaken = answer === 'taken' || answer.endsWith('-taken')
    // Taken when it comes, answered later: whoever is killed in between has sent it.
    if (isTaken) taken.set(id, (taken.get(id) ?? 0) + 1)
    const [shortest, longest] = latencyMs
    await new Promise((resolve) => setTimeout(resolve, shortest + random() * (longest - shortest)))
    give(answer, req, res)
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/teams/`,
    taken,
    answers,
    ambiguous: () =>
      (['error-taken', 'error-lost', 'reset-taken', 'hang-taken'] as const).reduce(
        (sum, answer) => sum + (answers.get(answer) ?? 0),
        0,
      ),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function give(answer: Answer, req: IncomingMessage, res: ServerResponse): void {
  switch (answer) {
    case 'taken':
      return void end(res, 201, { id: `activity-${Math.round(performance.now() * 1000)}` })
    case 'throttled':
      res.setHeader('retry-after', '1')
      return void end(res, 429, { error: { code: 'TooManyRequests' } })
    case 'error-taken':
    case 'error-lost':
      return void end(res, 502, { error: { code: 'BadGateway' } })
    case 'reset-taken':
      req.socket.resetAndDestroy()
      return
    case 'hang-taken':
      return
    case 'busy':
      return void end(res, 412, { error: { code: 'PreconditionFailed' } })
    case 'BotNotInConversationRoster':
    case 'ConversationBlockedByUser':
    case 'ForbiddenOperationException':
      return void end(res, 403, { error: { code: answer } })
  }
}

function end(res: ServerResponse, status: number, body: object): void {
  res.writeHead(status, { 'content-type': 'application/json' })
  res.end(JSON.stringify(body))
}
