import { z } from 'zod'
import type { Ctx } from '../caller/context'
import { type Reflection, reflections } from '../records/reflection'
import { everyDocument } from '../store/every-document'
import { newestFirst, pageCursor } from './reading/newest-first'

export const waitingInput = z.object({ cursor: pageCursor.optional() })

export interface WaitingPage {
  readonly reflections: readonly Reflection[]
  /** Opens the next page; undefined on the last. */
  readonly cursor: string | undefined
  /** How many there are on all pages. */
  readonly total: number
}

/** The caller's own prompts that wait for an answer, those put off among them; newest first, a page at a time. */
export async function listWaiting(ctx: Ctx, { cursor }: z.infer<typeof waitingInput>): Promise<WaitingPage> {
  const all = [...(await inState(ctx, 'shown')), ...(await inState(ctx, 'snoozed'))]
  const page = newestFirst(all, ({ shownAt }) => shownAt, cursor)
  return { reflections: page.items, cursor: page.cursor, total: all.length }
}

function inState({ store, caller }: Ctx, state: Reflection['state']): Promise<Reflection[]> {
  return everyDocument(store, reflections, caller.leaderId, { where: [{ field: 'state', is: '=', value: state }] })
}
