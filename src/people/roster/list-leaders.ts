import { requireHr } from '../../caller/access'
import type { Ctx } from '../../caller/context'
import { hrRightOf, reachesUnit } from '../../caller/hr-right'
import { knownPeople } from './known-people'

/** Somebody on HR's list, or whom Pejling has met, and whether they have been in touch. */
export interface ListedLeader {
  readonly name: string
  readonly addresses: readonly string[]
  readonly framework: string | null
  readonly role: string | null
  readonly unit: string | null
  readonly isInTouch: boolean
  /** The one who asks. */
  readonly isCaller?: boolean
}

/**
 * Everybody the caller plans for: all, or those of their units. Whether somebody has been in touch is what HR can help with; whether they pause or have removed the app is
 * theirs to know, so that whoever has once been in touch stays so.
 */
export async function listLeaders(ctx: Ctx): Promise<readonly ListedLeader[]> {
  requireHr(ctx)
  const right = hrRightOf(ctx)
  const { leaders, awaited } = await knownPeople(ctx)
  return [
    ...[...leaders.values()]
      .filter(({ erasing, leavingSince }) => erasing === undefined && leavingSince === undefined)
      .map(({ id, name, addresses = [], framework, role, unit, conversation, welcomedAt, unreachable }) => ({
        name,
        addresses,
        framework,
        role,
        unit,
        isInTouch:
          conversation !== null ||
          welcomedAt !== null ||
          unreachable?.why === 'uninstalled' ||
          unreachable?.why === 'blocked',
        ...(id === ctx.caller.leaderId && { isCaller: true }),
      })),
    ...[...awaited.values()].map(({ name, addresses, framework, role, unit }) => ({
      name,
      addresses,
      framework,
      role,
      unit,
      isInTouch: false,
    })),
  ]
    .filter(({ unit }) => reachesUnit(right, unit))
    .sort((a, b) => a.name.localeCompare(b.name, 'da'))
}
