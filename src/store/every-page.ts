import type { Page, StoredDocument } from './store'

/** All documents of a list, page after page. @param list asks for the page at a cursor */
export async function everyPage<T extends StoredDocument>(
  list: (cursor: string | undefined) => Promise<Page<T>>,
): Promise<T[]> {
  const found: T[] = []
  let cursor: string | undefined
  do {
    const next = await list(cursor)
    found.push(...next.documents.map(({ document }) => document))
    cursor = next.cursor
  } while (cursor !== undefined)
  return found
}
