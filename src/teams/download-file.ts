import type { Config } from '../config/config'
import { AppError } from '../errors'
import type { Log } from '../log/log'
import { isTrustedUploadUrl } from './upload-file'

/**
 * Fetches a file that somebody has attached in their chat with the bot.
 * @throws AppError `invalid` with a sentence for one that lies elsewhere, is too large or is not handed over
 */
export type DownloadFile = (url: string) => Promise<Buffer>

export interface DownloadOptions {
  readonly config: Pick<Config, 'isLocal'>
  readonly log: Log
  /** For all of it: a turn has 15 s (docs/teams-facts.md#fifteen-seconds), and the file is still to be read. */
  readonly timeoutMs?: number
}

const mostBytes = 10_000_000

/**
 * Only from where Teams puts files that are attached in a chat: OneDrive for Business over https. Bot Framework says who sent the message,
 * not where the address in it leads; and no redirect leads further.
 */
export function createDownloadFile({ config, log, timeoutMs = 6_000 }: DownloadOptions): DownloadFile {
  return async (url) => {
    if (!isTrustedUploadUrl(url, config)) throw refused('address', 'address', log)
    let response: Response
    try {
      response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
    } catch (error) {
      throw refused('gone', isLate(error) ? 'time' : 'connection', log)
    }
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel()
      throw refused('address', 'redirect', log)
    }
    if (!response.ok || !response.body) {
      await response.body?.cancel()
      throw refused('gone', `status ${response.status}`, log)
    }
    return readBounded(response, log)
  }
}

/** What a server says of the length is not believed, and nothing is kept beyond the bound. */
async function readBounded({ headers, body }: Response, log: Log): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  const isLarge = () => length > mostBytes || Number(headers.get('content-length') ?? 0) > mostBytes
  try {
    for await (const chunk of body ?? []) {
      length += chunk.length
      // Leaving the loop lets go of the connection.
      if (isLarge()) break
      chunks.push(chunk)
    }
  } catch (error) {
    throw refused('gone', isLate(error) ? 'time' : 'connection', log)
  }
  if (isLarge()) throw refused('large', 'size', log)
  return Buffer.concat(chunks)
}

const isLate = (error: unknown) => error instanceof Error && error.name === 'TimeoutError'

/** The address is a key to the file, and stands in no log. */
function refused(key: 'address' | 'gone' | 'large', why: string, log: Log): AppError {
  log.warn({ why }, 'file not fetched')
  return new AppError('invalid', `The attached file was not fetched: ${why}`, { say: { key: `file.fault.${key}` } })
}
