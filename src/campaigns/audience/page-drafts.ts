import type { Campaign, Recipient } from '../../records/campaign'
import { isAddressed, type Meant } from './audience'

/** Recipients whose clocks show the same. */
export interface PageDraft {
  readonly recipients: readonly Recipient[]
  readonly timeZone: string
}

interface Addressed {
  readonly recipient: Recipient
  readonly zone: string
}

export const recipientsPerPage = 100

/** The recipients among a batch, in the order in which they are written down: by zone and id. */
export function inOrder(campaign: Campaign, date: string, meant: readonly Meant[]): readonly Addressed[] {
  return meant
    .filter((one) => isAddressed(one, date))
    .map((one) => ({ recipient: one.recipient, zone: zoneOf(campaign, one) }))
    .sort(compare)
}

/** Whose clocks a recipient's time is kept by: the campaign's, or the leader's own. */
export function zoneOf({ recurrence }: Campaign, { leader }: Meant): string {
  return recurrence.isLeadersZone && leader ? leader.timeZone : recurrence.timeZone
}

/** The page to be written after one that stands; undefined: nobody is left. @param page the last one of this batch, if any */
export function draftAfter(
  ordered: readonly Addressed[],
  page: { readonly recipients: readonly Recipient[]; readonly timeZone?: string | undefined } | undefined,
): PageDraft | undefined {
  const ids = new Set(ordered.map(({ recipient }) => recipient.id))
  // A person who was erased since stands on the page under another name, which has no place in the order.
  const last = page?.recipients.findLast(({ id }) => ids.has(id))
  const done = last && { recipient: last, zone: page?.timeZone ?? '' }
  const from = done ? ordered.findIndex((one) => compare(one, done) > 0) : 0
  const first = ordered[from]
  if (!first) return undefined
  const waiting = ordered.slice(from, from + recipientsPerPage).filter(({ zone }) => zone === first.zone)
  return { recipients: waiting.map(({ recipient }) => recipient), timeZone: first.zone }
}

/** Compares by code point and in no language, since stores order ids so. */
function compare(a: Addressed, b: Addressed): number {
  if (a.zone !== b.zone) return a.zone < b.zone ? -1 : 1
  if (a.recipient.id === b.recipient.id) return 0
  return a.recipient.id < b.recipient.id ? -1 : 1
}
