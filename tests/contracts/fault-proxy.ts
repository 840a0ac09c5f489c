import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** What happens to one request on its way. `lose answer`: the server does it, then the connection breaks. */
export type Fault =
  | 'pass'
  | 'hang'
  | 'break'
  | 'lose answer'
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }

/** A loopback server that stands before another and disturbs what a test chooses. */
export interface FaultProxy {
  readonly endpoint: string
  readonly seen: SeenRequest[]
  /** Decides over every request to come; `nth` counts from 1 since this call. */
  disturb(choose: (request: SeenRequest, nth: number) => Fault): void
  close(): Promise<void>
}

export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

export async function shut(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

export async function faultProxy(targetPort: number): Promise<FaultProxy> {
  const seen: SeenRequest[] = []
  let choose: (request: SeenRequest, nth: number) => Fault = () => 'pass'
  let nth = 0

  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const { method = '', url: path = '', headers } = incoming
      const one = { method, path, headers, body }
      seen.push(one)
      nth += 1
      const fault = choose(one, nth)
      if (fault === 'hang') return
      if (fault === 'break') return void incoming.socket.destroy()
      if (typeof fault === 'object') {
        outgoing.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers })
        return void outgoing.end(fault.body ?? '{"message":"disturbed"}')
      }
      const onward = request({ host: '127.0.0.1', port: targetPort, method, path, headers }, (answer) => {
        if (fault === 'lose answer') {
          answer.resume()
          answer.on('end', () => incoming.socket.destroy())
          return
        }
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(outgoing)
      })
      onward.on('error', () => incoming.socket.destroy())
      onward.end(body)
    })
  })
  const port = await listen(server)

  return {
    endpoint: `http://127.0.0.1:${port}`,
    seen,
    disturb(next) {
      choose = next
      nth = 0
    },
    close: () => shut(server),
  }
}
