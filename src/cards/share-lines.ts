import type { Reflection, Share } from '../store/containers'
import { longDate } from './local-time'
import { inert } from './plain-text'
import type { SheetReader } from './sheet-card'

/** Where the leader has shared an answer, a line each; once it is withdrawn, only what may still stand there. */
export function shareLines(reader: SheetReader & { timeZone: string }, { state, shared = [] }: Reflection): string[] {
  const { texts, locale, timeZone } = reader
  return shared.flatMap((share) => {
    const kind = standing(share)
    if (kind === undefined || (state === 'withdrawn' && kind === 'takenBack')) return []
    const part = state === 'withdrawn' ? 'left' : 'line'
    const params = { channel: inert(share.name), date: longDate(locale, timeZone, share.at) }
    return [texts(locale, `share.${part}.${kind}`, params)]
  })
}

/** Those that can be taken out of their channel. */
export function sharesThatStand({ shared = [] }: Reflection): Share[] {
  return shared.filter((share) => standing(share) === 'sent' && share.cardId !== undefined)
}

function standing({ delivery, isTakenBack }: Share): 'sent' | 'takenBack' | 'unknown' | undefined {
  if (isTakenBack) return 'takenBack'
  return delivery === 'sent' || delivery === 'unknown' ? delivery : undefined
}
