import type { Discussion } from '../../records/discussion'

/** After so many in a row the team is asked whether to go on. */
const mostUnheard = 3

/**
 * Whether nobody has done anything with the last questions of a team's own rhythm. What its members say without the card is not
 * heard, so this is a reason to ask and none to stop. Pure.
 * @param talks the newest first
 * @param since an instant: older ones do not count
 */
export function isUnheard(
  talks: readonly Pick<Discussion, 'isRegular' | 'createdAt' | 'keys' | 'state'>[],
  since: string,
): boolean {
  const last = talks
    .filter(({ isRegular, createdAt }) => isRegular === true && createdAt >= since)
    .slice(0, mostUnheard)
  const isSilent = ({ keys, state }: Pick<Discussion, 'keys' | 'state'>) =>
    keys.length === 0 && (state === 'open' || state === 'quiet')
  return last.length === mostUnheard && last.every(isSilent)
}
