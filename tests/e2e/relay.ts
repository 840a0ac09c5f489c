import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { parse } from 'yaml'

/** Stands between the Playground, where always the same person sits, and the bot: what is typed and pressed comes from whoever is at it. */
export interface Relay {
  /** @param name one of the Playground's users (demo/playground.yml) */
  handTo(name: string): void
  close(): Promise<void>
}

interface User {
  readonly id: string
  readonly name: string
  readonly aadObjectId: string
}

export async function openRelay(port: number, botPort: number): Promise<Relay> {
  const file = readFileSync(join(__dirname, '..', '..', 'demo', 'playground.yml'), 'utf8')
  const { currentUser, users } = parse(file) as { currentUser: User; users: User[] }
  let atIt = currentUser
  const server = createServer((req, res) => {
    relayed(req, res, atIt, `http://127.0.0.1:${botPort}${req.url}`).catch(() => res.writeHead(502).end())
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    handTo(name) {
      const user = [currentUser, ...users].find((each) => each.name === name)
      if (!user) throw new Error(`The Playground has no user called ${name}`)
      atIt = user
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function relayed(req: IncomingMessage, res: ServerResponse, user: User, url: string): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of req) parts.push(part as Buffer)
  const body = Buffer.concat(parts).toString()
  const answer = await fetch(url, {
    method: req.method ?? 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body !== '' && { body: spokenBy(user, body) }),
  })
  res.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' })
  res.end(await answer.text())
}

function spokenBy({ id, name, aadObjectId }: User, body: string): string {
  const activity = JSON.parse(body) as { from?: object }
  return JSON.stringify({ ...activity, ...(activity.from && { from: { ...activity.from, id, name, aadObjectId } }) })
}
