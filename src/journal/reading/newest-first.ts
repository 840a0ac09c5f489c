import { z } from 'zod'
import { entryKey } from './journal-entry'

/** As many as one card shows without becoming a wall. */
const pageSize = 8

/** The last one of the page before: its instant and the key of its id. */
export const pageCursor = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[0-9a-f]{12}$/)

export interface PageOf<T> {
  readonly items: readonly T[]
  /** Opens the next page; undefined on the last. */
  readonly cursor: string | undefined
}

/**
 * A page of what a leader has, the newest first. What is written meanwhile shifts none from page to page.
 * @param at when each was: an ISO instant @param cursor of the page before
 */
export function newestFirst<T extends { readonly id: string }>(
  all: readonly T[],
  at: (item: T) => string,
  cursor: string | undefined,
): PageOf<T> {
  const inOrder = all.map((item) => ({ item, key: `${at(item)}~${entryKey(item.id)}` }))
  inOrder.sort((a, b) => (a.key < b.key ? 1 : -1))
  const rest = cursor === undefined ? inOrder : inOrder.filter(({ key }) => key < cursor)
  const shown = rest.slice(0, pageSize)
  return {
    items: shown.map(({ item }) => item),
    cursor: rest.length > pageSize ? shown.at(-1)?.key : undefined,
  }
}
