import { type TalkPartner, talkPartners, talkRole } from '../../answers/expectations/talk-partners'
import { AppError } from '../../errors'
import type { Turn } from '../turn'

/** Where a leader stands: their framework and role, and whom they may talk with from there. */
export interface TalkPlace {
  readonly framework: string
  /** See `talkRole`. */
  readonly own: string
  readonly partners: readonly TalkPartner[]
}

/**
 * Undefined where the profile does not tell.
 * @throws AppError `unavailable` while the profile cannot be read
 */
export function talkPlace({ ctx, leader, isProfileRead }: Turn): TalkPlace | undefined {
  if (!isProfileRead) throw new AppError('unavailable', 'The profile could not be read')
  const { library } = ctx.knowledge
  const { framework } = leader
  const own = framework === null ? null : talkRole(library, framework, leader.role)
  return framework === null || own === null
    ? undefined
    : { framework, own, partners: talkPartners(library, framework, own) }
}
