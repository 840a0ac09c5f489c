import type { Reflection, Share } from '../records/reflection'

/** What is in the channel, as far as is known; undefined: nothing. A share whose posting was cut off may have arrived. */
export function shareStanding({ delivery, isTakenBack }: Share): 'sent' | 'takenBack' | 'unknown' | undefined {
  if (isTakenBack) return 'takenBack'
  if (delivery === 'failed') return undefined
  return delivery === 'sent' ? 'sent' : 'unknown'
}

/** What others may have seen of an answer, wherever it was shared: the most that is so; undefined: nothing. */
export function sharedStanding({ shared = [] }: Pick<Reflection, 'shared'>): ReturnType<typeof shareStanding> {
  const standings = shared.map(shareStanding)
  return (['sent', 'unknown', 'takenBack'] as const).find((standing) => standings.includes(standing))
}

/** Those whose message is known, so that it can be taken out of its channel. */
export function sharesThatStand({ shared = [] }: Pick<Reflection, 'shared'>): Share[] {
  return shared.filter((share) => shareStanding(share) === 'sent' && share.cardId !== undefined)
}
