import type { CardEraser } from './erase-person'

/** For whoever cannot change messages in Teams: cards stay as they are, and their number is told. */
export const outOfReach: CardEraser = {
  emptyOwn: async (_conversation, ids) => ids.length,
  emptyHelp: async () => false,
  emptyShared: async (shares) => shares.length,
  emptyAnswers: async (answers) => answers.length,
  emptyAgreements: async (agreements) => agreements.length,
  leaveDiscussions: async (discussions) => discussions.length,
  leaveRhythms: async (rhythms) => rhythms.length,
}
