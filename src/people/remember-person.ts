import type { Ctx } from '../caller/context'
import type { Conversation } from '../records/conversation'
import type { Leader } from '../records/leader'
import { isTimeZone } from '../time/time-zone'
import { updateLeader } from './leader'
import { contactMonth } from './profile-standing'

/**
 * Keeps how to reach the caller in their own chat, and where their clock is. Every activity may bring a new service URL,
 * conversation or time zone, so each is compared; only a change is written.
 * @param told the time zone as Teams tells it; what is no place's is left out
 */
export function rememberPerson(ctx: Ctx, conversation: Conversation, told?: string): Promise<Leader> {
  const { name } = ctx.caller
  const timeZone = told !== undefined && isPlace(told) ? told : undefined
  const lastContact = contactMonth(ctx.clock.now())
  return updateLeader(ctx, (leader) => {
    const isSame =
      leader.conversation &&
      isEqual(leader.conversation, conversation) &&
      (name === '' || leader.name === name) &&
      (timeZone === undefined || (leader.timeZone === timeZone && leader.isTimeZoneTold === true)) &&
      leader.unreachable === null &&
      leader.lastContact === lastContact &&
      leader.expiryToldAt === undefined
    if (isSame) return undefined
    return {
      conversation,
      lastContact,
      expiryToldAt: undefined,
      // Whoever writes or presses has the app, whatever Teams said of them before.
      unreachable: null,
      name: name === '' ? leader.name : name,
      ...(timeZone !== undefined && { timeZone, isTimeZoneTold: true }),
    }
  })
}

/** A client that says UTC, as Microsoft's Playground and some remote desktops do, does not know where its user is. */
function isPlace(timeZone: string): boolean {
  return timeZone.includes('/') && !timeZone.startsWith('Etc/') && isTimeZone(timeZone)
}

function isEqual(a: Conversation, b: Conversation): boolean {
  return (
    a.conversationId === b.conversationId &&
    a.serviceUrl === b.serviceUrl &&
    a.botId === b.botId &&
    a.userId === b.userId
  )
}
