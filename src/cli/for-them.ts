import type { Ctx } from '../caller/context'
import type { CardEraser } from '../people/erase-person'

/** A person's own verbs, run for them. @param by who of the operators it is */
export function forThem<T extends Ctx>(ctx: T, leaderId: string, by?: string): T {
  const { tenantId } = ctx.caller
  return { ...ctx, caller: { tenantId, leaderId, name: '', ...(by !== undefined && { by }) } }
}

/** The command line does not speak with Teams: cards stay as they are, and their number is told. */
export const outOfReach: CardEraser = {
  emptyOwn: async (_conversation, ids) => ids.length,
  emptyHelp: async () => false,
  emptyShared: async (shares) => shares.length,
  emptyAnswers: async (answers) => answers.length,
  emptyAgreements: async (agreements) => agreements.length,
  leaveDiscussions: async (discussions) => discussions.length,
}
