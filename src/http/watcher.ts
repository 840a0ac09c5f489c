import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Config } from '../config/config'

/** Whether a request may see figures: in local development any, else the bearer of the token; without a token nobody. */
export function watcher({ isLocal, watchToken }: Pick<Config, 'isLocal' | 'watchToken'>) {
  return ({ headers }: Pick<IncomingMessage, 'headers'>): boolean => {
    if (isLocal) return true
    return watchToken !== '' && isSame(headers.authorization ?? '', `Bearer ${watchToken}`)
  }
}

/** In the same time wherever they differ; digests, since both must be of one length. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
