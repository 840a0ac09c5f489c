import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as it came. */
export interface Upload {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly bytes: Uint8Array
}

export type DriveFault = { readonly status: number; readonly location?: string } | 'hang' | 'reset'

export interface FakeDrive {
  /** Where a file may be put. */
  readonly url: string
  readonly uploads: readonly Upload[]
  /** What happens to the next ones in place of being taken. */
  fail(fault: DriveFault | undefined): void
  close(): Promise<void>
}

/** OneDrive's upload session on loopback, as much of it as a file of one piece needs. */
export async function createFakeDrive(): Promise<FakeDrive> {
  const uploads: Upload[] = []
  let fault: DriveFault | undefined
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const { method = '', url: path = '', headers } = req
    uploads.push({ method, path, headers, bytes: Buffer.concat(chunks) })
    if (fault === 'hang') return
    if (fault === 'reset') return void req.socket.resetAndDestroy()
    // Not chained: restify, loaded in the same process, replaces Node's writeHead by one that returns nothing.
    res.writeHead(fault?.status ?? 201, { ...(fault?.location !== undefined && { location: fault.location }) })
    res.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/upload?guid=hemmelig-noegle`,
    uploads,
    fail: (next) => {
      fault = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
