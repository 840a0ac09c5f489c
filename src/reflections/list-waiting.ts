import { z } from 'zod'
import type { Ctx } from '../context'
import { type Reflection, reflections } from '../store/containers'
import { everyPage } from '../store/every-page'
import { entryKey } from './journal-entry'

/** As many as one card shows without becoming a wall. */
const pageSize = 8
const readAtOnce = 500

const instantAndKey = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[0-9a-f]{12}$/

/** The cursor is the last one of the page before. */
export const waitingInput = z.object({ cursor: z.string().regex(instantAndKey).optional() })

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
  const inOrder = all.map((reflection) => ({ reflection, key: `${reflection.shownAt}~${entryKey(reflection.id)}` }))
  inOrder.sort((a, b) => (a.key < b.key ? 1 : -1))
  const rest = cursor === undefined ? inOrder : inOrder.filter(({ key }) => key < cursor)
  const shown = rest.slice(0, pageSize)
  return {
    reflections: shown.map(({ reflection }) => reflection),
    cursor: rest.length > pageSize ? shown.at(-1)?.key : undefined,
    total: all.length,
  }
}

function inState({ store, caller }: Ctx, state: Reflection['state']): Promise<Reflection[]> {
  return everyPage((cursor) =>
    store.list(reflections, caller.leaderId, {
      where: [{ field: 'state', is: '=', value: state }],
      limit: readAtOnce,
      cursor,
    }),
  )
}
