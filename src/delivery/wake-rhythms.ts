import { takeDue } from '../caller/take-due'
import type { Planning } from '../campaigns/planning/plan-occasion'
import { ownRhythms } from '../records/rhythm'
import { teamRhythms } from '../records/team-rhythm'

/** Puts the questions that leaders and teams have asked for at their own time into the work queue when that has come. */
export async function wakeRhythms({ services, queue }: Planning): Promise<void> {
  const ofLeaders = takeDue(services, ownRhythms, 'nextAt', (rhythm, nextAt) => ({ ...rhythm, nextAt }))
  for await (const { id, dueAt } of ofLeaders) await queue.send({ kind: 'rhythm', leaderId: id, dueAt })
  const ofTeams = takeDue(services, teamRhythms, 'nextAt', (rhythm, nextAt) => ({ ...rhythm, nextAt }))
  for await (const { id, dueAt } of ofTeams) await queue.send({ kind: 'team-rhythm', placeId: id, dueAt })
}
