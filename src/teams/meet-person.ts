import { TeamsInfo, type TurnContext } from 'botbuilder'
import { createBoundedMap } from '../bounded-map'
import type { Turn } from '../chat/turn'
import { isAnybodyAwaited, meetAwaited } from '../people/roster/meet-awaited'
import { inTime } from './in-time'
import { metPerson } from './met-person'

/** Whoever is on no list is asked about once in so long. */
const againMs = 6 * 3600_000
/** And so long it is not looked again whether there is a list. */
const noListMs = 60_000
const mostKept = 20_000
/** Beside the point of a turn, which has 15 s (docs/teams-facts.md#fifteen-seconds). */
const longestMs = 3_000

/**
 * Finds whom a list of HR's has named by address only, now that they are met in their own chat: Teams is asked for their address, and only
 * while there is somebody to find. What they came for is answered even when this fails: it never throws.
 * @returns whether they were found
 */
export function createMeetPerson(): (context: TurnContext, turn: Turn) => Promise<boolean> {
  /** Leader -> when they are to be looked for again. */
  const asked = createBoundedMap<string, { readonly againAtMs: number }>(mostKept)
  return async (context, turn) => {
    const { ctx, leader } = turn
    if (!turn.isPersonal || !turn.isProfileRead || leader.addresses !== undefined) return false
    const { leaderId } = ctx.caller
    const nowMs = ctx.clock.now()
    if (nowMs < (asked.find(leaderId)?.againAtMs ?? Number.NEGATIVE_INFINITY)) return false
    try {
      const isList = await isAnybodyAwaited(ctx)
      asked.set(leaderId, { againAtMs: nowMs + (isList ? againMs : noListMs) })
      if (!isList) return false
      const account = await inTime(TeamsInfo.getMember(context, context.activity.from.id), longestMs)
      const [person] = account ? metPerson({ ...account, aadObjectId: leaderId }) : []
      return person !== undefined && (await meetAwaited(ctx, person))
    } catch (error) {
      ctx.log.warn({ error }, 'not looked for on the roster')
      return false
    }
  }
}
