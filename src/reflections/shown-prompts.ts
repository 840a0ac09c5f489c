import type { Services } from '../context'
import { reflections } from '../store/containers'
import type { Shown } from './choose-prompt'

/** How far back the choice looks: 26 weeks of one prompt a day, which nobody reaches. */
const mostRemembered = 200

/** What a leader has been shown, whoever or whatever brought it, newest first. One list of the leader's own partition. */
export async function listShown(services: Pick<Services, 'store'>, leaderId: string): Promise<Shown[]> {
  const { documents } = await services.store.list(reflections, leaderId, {
    orderBy: { field: 'shownAt', descending: true },
    limit: mostRemembered,
  })
  return documents.map(({ document }) => ({
    promptId: document.promptId,
    at: document.shownAt,
    isSkipped: document.state === 'skipped',
  }))
}
