import { z } from 'zod'
import type { Container } from '../store/store'
import { instant } from './fields'

/**
 * Of what this program writes. It is raised only where an older program would misread it or do harm: records are loose objects, so a new
 * field, kind of record or state does not raise it (docs/operations.md).
 */
export const schemaVersion = 1

/** What is true of the whole store. There is one record, `schema`: of which version its records are. */
const installationSchema = z.looseObject({
  id: z.string(),
  version: z.number().int(),
  /** The version of the program that wrote it, for whoever is refused. */
  program: z.string(),
  at: instant,
})
export type Installation = z.infer<typeof installationSchema>

export const installation: Container<Installation> = {
  name: 'installation',
  partitionKey: 'id',
  hasTtl: false,
  schema: installationSchema,
  indexed: [],
}
