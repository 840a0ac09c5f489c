import type { Ctx } from '../context'
import type { Leader } from '../store/containers'
import type { Conversation } from '../store/conversation'
import { updateLeader } from './leader'

/**
 * Keeps how to reach the caller in their own chat. Every activity may bring a new service URL or conversation, so each is
 * compared; only a change is written.
 */
export function rememberPerson(ctx: Ctx, conversation: Conversation): Promise<Leader> {
  const { name } = ctx.caller
  return updateLeader(ctx, (leader) => {
    const isSame =
      leader.conversation &&
      isEqual(leader.conversation, conversation) &&
      (name === '' || leader.name === name) &&
      leader.unreachable === null
    // Whoever writes or presses has the app, whatever Teams said of them before.
    return isSame ? undefined : { conversation, unreachable: null, name: name === '' ? leader.name : name }
  })
}

function isEqual(a: Conversation, b: Conversation): boolean {
  return (
    a.conversationId === b.conversationId &&
    a.serviceUrl === b.serviceUrl &&
    a.botId === b.botId &&
    a.userId === b.userId
  )
}
