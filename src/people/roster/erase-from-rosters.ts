import { z } from 'zod'
import type { Ctx } from '../../caller/context'
import { awaitedId } from '../../records/ids'
import { leaders } from '../../records/leader'
import { awaitedLeaders, type RosterPage, rosterPages } from '../../records/roster'
import { asStored } from '../../store/as-stored'
import { everyDocument } from '../../store/every-document'
import type { StoredDocument } from '../../store/store'
import { updateDocument } from '../../store/update-document'

/** What lists of HR's say of the caller and does not yet stand, or no longer stands alone, in the caller's own record. */
export async function listRosterRows(ctx: Ctx): Promise<readonly StoredDocument[]> {
  const own = await ownKeys(ctx)
  return (await pages(ctx)).flatMap((page) => {
    const { id, lines, faults, changes } = ofPerson(page, own)
    return lines.length + faults.length + changes.length === 0 ? [] : [{ id, lines, faults, changes }]
  })
}

/** Those who are expected by an address of the caller's. */
export async function listAwaited(ctx: Ctx): Promise<readonly StoredDocument[]> {
  const found = await Promise.all(
    (await ownKeys(ctx)).map((key) => ctx.store.get(awaitedLeaders, ctx.caller.tenantId, awaitedId(key))),
  )
  return found.flatMap((each) => each?.document ?? [])
}

/** Takes the caller out of lists that can still be imported or undone. @returns of how many */
export async function eraseRosterRows(ctx: Ctx): Promise<number> {
  const own = await ownKeys(ctx)
  let count = 0
  for (const page of await pages(ctx)) {
    const theirs = ofPerson(page, own)
    if (theirs.lines.length + theirs.faults.length + theirs.changes.length === 0) continue
    count++
    await updateDocument(ctx.store, rosterPages, ctx.caller.tenantId, page.id, (before) => {
      if (!before) return 'keep'
      const { lines, faults, changes } = ofPerson(before, own)
      return {
        ...before,
        lines: before.lines.filter((line) => !lines.includes(line)),
        faults: before.faults.filter((fault) => !faults.includes(fault)),
        changes: before.changes.filter((change) => !changes.includes(change)),
      }
    })
  }
  return count
}

export async function eraseAwaited(ctx: Ctx): Promise<number> {
  const found = await listAwaited(ctx)
  for (const { id } of found) await ctx.store.remove(awaitedLeaders, ctx.caller.tenantId, id)
  return found.length
}

const keys = z.array(z.string())

/** The object id, and the addresses by which lists name the caller. */
async function ownKeys({ store, caller }: Ctx): Promise<readonly string[]> {
  // As far as it can be read, whatever the rest of the record is.
  const found = await store.get(asStored(leaders), caller.tenantId, caller.leaderId)
  const { data = [] } = keys.safeParse(found?.document.addresses)
  return [caller.leaderId, ...data]
}

async function pages({ store, caller }: Ctx): Promise<readonly RosterPage[]> {
  return everyDocument(store, rosterPages, caller.tenantId)
}

function ofPerson({ id, lines, faults, changes }: RosterPage, own: readonly string[]) {
  return {
    id,
    lines: lines.filter(({ objectId, addresses }) => [objectId ?? '', ...addresses].some((key) => own.includes(key))),
    faults: faults.filter(({ keys }) => keys.some((key) => own.includes(key))),
    changes: changes.filter((change) => own.includes(change.id)),
  }
}
