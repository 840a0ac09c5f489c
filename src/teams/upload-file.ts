import type { Config } from '../config/config'
import type { Log } from '../log/log'

/** Puts a file where Teams has said that it may lie. Never throws; true when it lies there. */
export type UploadFile = (url: string, bytes: Uint8Array, contentType: string) => Promise<boolean>

const oneDrive = /^[a-z0-9-]+\.sharepoint\.com$/
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Whether a file may go to `url`. Bot Framework says who sent the invoke, not where its address leads: only OneDrive for Business
 * over https, and in local mode only this machine.
 */
export function isTrustedUploadUrl(url: string, { isLocal }: Pick<Config, 'isLocal'>): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, port, username, password } = new URL(url)
  if (username || password) return false
  if (isLocal) return protocol === 'http:' && loopback.has(hostname)
  return protocol === 'https:' && port === '' && oneDrive.test(hostname)
}

export interface UploadOptions {
  readonly config: Pick<Config, 'isLocal'>
  readonly log: Log
  /** For the whole upload: a turn has 15 s (docs/teams-facts.md#fifteen-seconds), and a message follows. */
  readonly timeoutMs?: number
}

export function createUploadFile({ config, log, timeoutMs = 9_000 }: UploadOptions): UploadFile {
  return async (url, bytes, contentType) => {
    if (!isTrustedUploadUrl(url, config)) {
      log.warn({ why: 'address' }, 'file not uploaded')
      return false
    }
    try {
      const response = await fetch(url, {
        method: 'PUT',
        // A redirect would lead the file to another server.
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': contentType,
          'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
        },
        body: new Uint8Array(bytes),
      })
      // The body of the answer is of no use, and reading it frees the connection.
      await response.body?.cancel()
      if (!response.ok) log.warn({ why: 'refused', status: response.status }, 'file not uploaded')
      return response.ok
    } catch (error) {
      // The error may hold the address, which is a key to the file.
      log.warn(
        { why: error instanceof Error && error.name === 'TimeoutError' ? 'time' : 'connection' },
        'file not uploaded',
      )
      return false
    }
  }
}
