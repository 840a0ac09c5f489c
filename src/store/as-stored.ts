import { z } from 'zod'
import type { Container, ContainerShape, StoredDocument } from './store'

const schema = z.looseObject({ id: z.string() })
export type AsStored = z.infer<typeof schema>

/**
 * The same place, its documents taken as they lie there. For export and erasure, which must reach those too that a newer
 * version of the program has written and this one cannot read.
 */
export function asStored({ name, partitionKey, hasTtl, indexed }: ContainerShape): Container<AsStored> {
  return { name, partitionKey, hasTtl, indexed, schema }
}

/** Those of them that this version can read. */
export function readable<T>(schema: z.ZodType<T>, documents: readonly StoredDocument[]): T[] {
  return documents.flatMap((document) => schema.safeParse(document).data ?? [])
}
