import { type Activity, ActivityTypes } from 'botbuilder'

const typeNames = new Set<string>(Object.values(ActivityTypes))

/** The activity's type for the log; a type of the sender's own making is not repeated. */
export function typeName({ type }: Activity): string {
  return typeNames.has(type) ? type : 'other'
}
