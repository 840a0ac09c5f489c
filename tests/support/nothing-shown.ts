/** Where nothing was ever shown, nothing is emptied when somebody's data are erased. */
export const nothingShown = {
  emptyOwn: async () => 0,
  emptyHelp: async () => true,
  emptyShared: async () => 0,
  emptyAnswers: async () => 0,
  emptyAgreements: async () => 0,
  leaveDiscussions: async () => 0,
  leaveRhythms: async () => 0,
}
