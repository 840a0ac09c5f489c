import type { Container, ListOptions, Store, StoredDocument, Versioned } from './store'

/** So many are read at a time: few enough for memory, and enough that tens of thousands take some hundred reads at most. */
const pageSize = 500

/** A list of a partition, a page after the other. */
export async function* eachPage<T extends StoredDocument>(
  store: Pick<Store, 'list'>,
  container: Container<T>,
  partition: string,
  options: Pick<ListOptions, 'where' | 'orderBy'> = {},
): AsyncGenerator<readonly Versioned<T>[]> {
  let cursor: string | undefined
  do {
    const page = await store.list(container, partition, { ...options, limit: pageSize, cursor })
    yield page.documents
    cursor = page.cursor
  } while (cursor !== undefined)
}

/** All documents of a list. */
export async function everyDocument<T extends StoredDocument>(
  store: Pick<Store, 'list'>,
  container: Container<T>,
  partition: string,
  options: Pick<ListOptions, 'where' | 'orderBy'> = {},
): Promise<T[]> {
  const found: T[] = []
  for await (const page of eachPage(store, container, partition, options))
    for (const { document } of page) found.push(document)
  return found
}
