import { shareStanding } from '../../journal/share-standing'
import type { Reflection } from '../../records/reflection'
import { longDate } from '../kit/local-time'
import { inert } from '../kit/plain-text'
import type { SheetReader } from '../kit/sheet-card'

/** Where the leader has shared an answer, a line each; once it is withdrawn, only what may still stand there. */
export function shareLines(reader: SheetReader & { timeZone: string }, { state, shared = [] }: Reflection): string[] {
  const { texts, locale, timeZone } = reader
  return shared.flatMap((share) => {
    const kind = shareStanding(share)
    if (kind === undefined || (state === 'withdrawn' && kind === 'takenBack')) return []
    const part = state === 'withdrawn' ? 'left' : 'line'
    const params = { channel: inert(share.name), date: longDate(locale, timeZone, share.at) }
    return [texts(locale, `share.${part}.${kind}`, params)]
  })
}
