import { z } from 'zod'
import { frameworkSchema, statementIdSchema } from './schema'

/** Those that can be read. What is wrong with the others the framework's own schema tells. */
function those<T>(schema: z.ZodType<T>) {
  return z.array(z.unknown()).transform((all) => all.flatMap((one) => schema.safeParse(one).data ?? []))
}

/**
 * Of a framework only what refers to other parts of it, so that these can be held against each other also where the rest has faults:
 * whoever writes one is told all of them at once.
 */
export const referringSchema = z.object({
  // All ids begin with it: where it has a fault, theirs would only follow from it.
  slug: frameworkSchema.shape.slug,
  roles: those(
    z.object({
      slug: z.string(),
      reportsTo: z.string().nullable().catch(null).default(null),
      worksIn: z.string().optional().catch(undefined),
    }),
  ),
  areas: those(z.object({ slug: z.string() })),
  statements: those(
    z.object({ id: statementIdSchema, answeredBy: z.array(statementIdSchema).optional().catch(undefined) }),
  ),
})

/** A whole framework is one. */
export interface Referring {
  readonly slug: string
  readonly roles: readonly { slug: string; reportsTo: string | null; worksIn?: string | undefined }[]
  readonly areas: readonly { slug: string }[]
  readonly statements: readonly { id: string; answeredBy?: readonly string[] | undefined }[]
}
