import type { IncomingMessage } from 'node:http'
import { parseJson } from '../files/parse-json'

export type RequestBody =
  | { readonly status: 'read'; readonly body: Record<string, unknown> }
  | { readonly status: 'refused'; readonly httpStatus: 400 | 413 | 415 }

// A client that has not understood a 413 by then is cut off.
const drainedAtMost = 16

/**
 * Reads a request's body as a JSON object. Own code instead of restify's parser, which limits only the packed size of
 * a gzip body and lets a broken one end the process: here a packed body is refused.
 * Anything but `application/json` is refused too, so that a web page open in a browser cannot post to a local bot
 * without a preflight, which nothing here answers.
 * @param mostBytes a longer body is refused with 413, however long it claims to be
 */
export function readJsonObject(request: IncomingMessage, mostBytes: number): Promise<RequestBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const refuse = (httpStatus: 400 | 413 | 415) => resolve({ status: 'refused', httpStatus })

    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= mostBytes) chunks.push(chunk)
      else if (bytes > mostBytes * drainedAtMost) request.destroy()
    })
    // Also a refused body is read to its end: an answer in the midst of an upload is lost in the client's write error.
    request.once('end', () => {
      if (bytes > mostBytes) refuse(413)
      else if (!isPlainJson(request)) refuse(415)
      else resolve(parse(chunks))
    })
    request.once('close', () => refuse(400))
    request.once('error', () => refuse(400))
  })
}

function isPlainJson({ headers }: IncomingMessage): boolean {
  const encoding = headers['content-encoding'] ?? 'identity'
  return encoding === 'identity' && /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')
}

function parse(chunks: readonly Buffer[]): RequestBody {
  const body = parseJson((chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))?.toString('utf8') ?? '')
  return isObject(body) ? { status: 'read', body } : { status: 'refused', httpStatus: 400 }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
