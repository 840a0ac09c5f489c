import { type Activity, ActivityTypes } from 'botbuilder'

/**
 * Whether the activity says that the app was removed from the chat or team. An upgrade takes it away and brings it again
 * (`remove-upgrade`, `add-upgrade`), in no certain order: that is none.
 */
export function isRemoval(activity: Activity): boolean {
  if (activity.type === ActivityTypes.InstallationUpdate) return activity.action === 'remove'
  return activity.membersRemoved?.some((member) => member.id === activity.recipient?.id) ?? false
}
