import { type Ctx, nowIso } from '../caller/context'
import { updateLeader } from './leader'

/** Whether the caller is to be welcomed now: true once, whatever number of activities an installation brings. */
export async function welcomeOnce(ctx: Ctx): Promise<boolean> {
  let isFirst = false
  await updateLeader(ctx, (leader) => {
    isFirst = !leader.welcomedAt
    return isFirst ? { welcomedAt: nowIso(ctx) } : undefined
  })
  return isFirst
}

/** The caller removed the app: there is no way to reach them until they come back, and then they are welcomed anew. */
export async function forgetConversation(ctx: Ctx): Promise<void> {
  const unreachable = { why: 'uninstalled', at: nowIso(ctx) } as const
  await updateLeader(ctx, () => ({ conversation: null, welcomedAt: null, unreachable }))
}
