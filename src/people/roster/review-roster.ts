import type { z } from 'zod'
import type { Ctx } from '../../caller/context'
import { requireEveryUnit } from '../../caller/hr-right'
import type { RosterDraft, RosterLine, RosterPage, RowFault } from '../../records/roster'
import { knownPeople, targetOf } from './known-people'
import { type LeavingPerson, leavingPeople } from './leaving-people'
import { titleKey } from './role-of-title'
import { type draftIdInput, everyPage, getDraft, toldLeader } from './roster-draft'
import { awaitedChanges, isOtherThanChosen, leaderChanges } from './row-changes'

/** How a list names a role that it does not name by the framework's own word. */
export interface TitleRead {
  readonly key: string
  readonly framework: string
  readonly said: string
  /** null: nobody knows what it stands for. */
  readonly role: string | null
  readonly count: number
}

/** What an import would do. */
export interface RosterReview {
  readonly draft: RosterDraft
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  /** Of all, for how many the list names another role than they chose in the chat, which stays. */
  readonly kept: number
  /** Of all, how many are known by an address only, and still to be met. */
  readonly awaited: number
  readonly leaving: readonly LeavingPerson[]
  /** The commonest first. */
  readonly titles: readonly TitleRead[]
  readonly faults: readonly RowFault[]
}

/** Tells what an import of a list would do, as things stand now. Changes nothing. */
export async function reviewRoster(ctx: Ctx, { draftId }: z.infer<typeof draftIdInput>): Promise<RosterReview> {
  requireEveryUnit(ctx)
  const draft = await getDraft(ctx, draftId)
  const pages = await everyPage(ctx, draft)
  const known = await knownPeople(ctx)
  const lines = pages.flatMap((page) => page.lines)
  const told = new Set(draft.columns)
  const counts = { created: 0, changed: 0, unchanged: 0, kept: 0, awaited: 0 }
  for (const line of lines) {
    const { what, isKept, isAwaited } = compared(line)
    counts[what]++
    if (isKept) counts.kept++
    if (isAwaited) counts.awaited++
  }
  return {
    draft,
    ...counts,
    leaving: leavingPeople(pages, known),
    titles: titlesRead(ctx, draft, lines),
    faults: faultsOf(pages),
  }

  function compared(line: RosterLine) {
    const row = toldLeader(ctx, draft, line)
    const target = targetOf(line, known)
    if (target.kind === 'awaited') {
      const before = known.awaited.get(target.id)
      const what = before ? (awaitedChanges(before, row, told) ? 'changed' : 'unchanged') : 'created'
      return { what, isKept: false, isAwaited: true } as const
    }
    const before = known.leaders.get(target.id)
    if (!before) return { what: 'created', isKept: false, isAwaited: false } as const
    const isChanged =
      before.erasing === undefined &&
      before.heldSince === undefined &&
      leaderChanges(ctx.knowledge.library, before, row, told)
    const isKept = isOtherThanChosen(before, row)
    return { what: isChanged ? 'changed' : 'unchanged', isKept, isAwaited: false } as const
  }
}

export function faultsOf(pages: readonly RosterPage[]): readonly RowFault[] {
  return pages.flatMap(({ faults }) => faults)
}

function titlesRead(ctx: Ctx, draft: RosterDraft, lines: readonly RosterLine[]): readonly TitleRead[] {
  const found = new Map<string, TitleRead>()
  for (const line of lines) {
    const { framework, said } = line
    if (said === '' || framework === null) continue
    const { role } = toldLeader(ctx, draft, line)
    const title = role === null ? undefined : ctx.knowledge.library.role(framework, role)?.title
    const isPlain = [role, title?.toLowerCase()].includes(said.toLowerCase())
    if (isPlain) continue
    const key = titleKey(framework, said)
    found.set(key, { key, framework, said, role, count: (found.get(key)?.count ?? 0) + 1 })
  }
  return [...found.values()].sort((a, b) => b.count - a.count || a.said.localeCompare(b.said, 'da'))
}
