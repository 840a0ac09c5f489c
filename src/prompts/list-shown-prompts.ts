import { z } from 'zod'
import type { Services } from '../caller/context'
import { reflectionSchema, reflections } from '../records/reflection'
import type { Container } from '../store/store'
import type { Shown } from './choosing/choose-prompt'

/** How far back the choice looks: 26 weeks of one prompt a day, which nobody reaches. */
const mostRemembered = 200

const schema = reflectionSchema
  .pick({ id: true, promptId: true, shownAt: true, askedIn: true })
  .extend({ state: z.string() })

/**
 * Reflections, read by no more than which prompt was shown when. One that a newer version has written otherwise counts as
 * shown too; left out, it would be chosen again, and met again, all day.
 */
const shownPrompts: Container<z.infer<typeof schema>> = { ...reflections, schema }

/** The same with where it stands, and what asked for it. */
export interface ShownPrompt extends Shown {
  readonly reflectionId: string
  readonly askedIn: string | undefined
}

/** What a leader has been shown, whoever or whatever brought it, newest first. One list of the leader's own partition. */
export async function listShownPrompts(services: Pick<Services, 'store'>, leaderId: string): Promise<ShownPrompt[]> {
  const { documents } = await services.store.list(shownPrompts, leaderId, {
    orderBy: { field: 'shownAt', descending: true },
    limit: mostRemembered,
  })
  return documents.map(({ document }) => ({
    promptId: document.promptId,
    at: document.shownAt,
    isSkipped: document.state === 'skipped',
    reflectionId: document.id,
    askedIn: document.askedIn,
  }))
}
