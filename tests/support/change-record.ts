import type { Container, Store, StoredDocument } from '../../src/store/store'

/** Changes fields of a record that is there, as another process would. */
export async function changeRecord<T extends StoredDocument>(
  store: Store,
  container: Container<T>,
  partition: string,
  id: string,
  changes: Partial<T>,
): Promise<void> {
  const found = await store.get(container, partition, id)
  if (!found) throw new Error(`no ${id}`)
  await store.replace(container, { ...found.document, ...changes }, found.version)
}
