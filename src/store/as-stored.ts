import { z } from 'zod'
import { AppError } from '../errors'
import { readDocument } from './document'
import type { Container, ContainerShape, Store, StoredDocument } from './store'

const schema = z.looseObject({ id: z.string() })
export type AsStored = z.infer<typeof schema>

/**
 * The same container with its documents as they are stored. Export and erasure use it, since they must also reach documents that a
 * newer version of the program has written and this one cannot read.
 */
export function asStored({ name, partitionKey, hasTtl, indexed }: ContainerShape): Container<AsStored> {
  return { name, partitionKey, hasTtl, indexed, schema }
}

/** What stands under an id, where one document that cannot be read is to cost no other. */
export type ReadOne<T> =
  | { readonly kind: 'found'; readonly document: T }
  | { readonly kind: 'absent' }
  /** `name`: what it is called, as far as that can be told. */
  | { readonly kind: 'unreadable'; readonly name: string; readonly fault: AppError }

/** Reads one document. @throws what the store does when it cannot be reached */
export async function readOne<T extends StoredDocument>(
  store: Pick<Store, 'get'>,
  container: Container<T>,
  partition: string,
  id: string,
): Promise<ReadOne<T>> {
  const found = await store.get(asStored(container), partition, id)
  if (!found) return { kind: 'absent' }
  const read = readDocument(container, found.document)
  if (!(read instanceof AppError)) return { kind: 'found', document: read }
  const { name } = found.document
  return { kind: 'unreadable', name: typeof name === 'string' ? name : '', fault: read }
}

/** Those of them that this version can read. */
export function readable<T>(schema: z.ZodType<T>, documents: readonly StoredDocument[]): T[] {
  return documents.flatMap((document) => schema.safeParse(document).data ?? [])
}
