import type { Reflection, Share } from '../store/containers'

/** What stands in the channel, as far as is known; undefined: nothing. One cut off on its way may have arrived. */
export function shareStanding({ delivery, isTakenBack }: Share): 'sent' | 'takenBack' | 'unknown' | undefined {
  if (isTakenBack) return 'takenBack'
  if (delivery === 'failed') return undefined
  return delivery === 'sent' ? 'sent' : 'unknown'
}

/** Those whose message is known, so that it can be taken out of its channel. */
export function sharesThatStand({ shared = [] }: Pick<Reflection, 'shared'>): Share[] {
  return shared.filter((share) => shareStanding(share) === 'sent' && share.cardId !== undefined)
}
