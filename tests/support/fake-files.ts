import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FakeFiles {
  /** Where a file with this content lies. */
  put(bytes: Uint8Array): string
  /** Where something else is answered than a file. */
  serve(answer: (res: ServerResponse) => void): string
  /** How many were asked for. */
  count(): number
  close(): Promise<void>
}

/** Where Teams lays the files that are attached in a chat, on loopback. */
export async function createFakeFiles(): Promise<FakeFiles> {
  const answers: ((res: ServerResponse) => void)[] = []
  let count = 0
  let base = ''
  const server = createServer((req, res) => {
    count++
    answers[Number(/\d+/.exec(req.url ?? '')?.[0])]?.(res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const serve = (answer: (res: ServerResponse) => void) =>
    `${base}/${answers.push(answer) - 1}?tempauth=hemmelig-noegle`
  return {
    serve,
    put: (bytes) =>
      serve((res) => {
        res.writeHead(200)
        res.end(bytes)
      }),
    count: () => count,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
