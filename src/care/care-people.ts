import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Faults, readYaml } from '../files/read-yaml'
import { cares } from './care-words'

const inBoth = z.strictObject({ da: z.string().trim().min(1), en: z.string().trim().min(1) })

const peopleSchema = z.strictObject({
  /** Instead of the texts that are shipped. */
  texts: z.partialRecord(z.enum(cares), inBoth).default({}),
  /** Whom to talk to, in this order: who it is and how to reach them. */
  contacts: z
    .array(
      z.strictObject({
        name: inBoth,
        reach: z.string().trim().min(1),
        /** When it is shown; always where nothing is said. */
        for: z
          .array(z.enum(cares))
          .min(1)
          .default([...cares]),
      }),
    )
    .default([]),
  /** Who stands in the quiet line below a told situation: "Tal med ...". */
  who: inBoth.optional(),
})

/** The municipality's own people and words for somebody in trouble. */
export type CarePeople = z.infer<typeof peopleSchema>

export const nobodyNamed: CarePeople = { texts: {}, contacts: [] }

/** The file that is set, else that of the municipality's own folder of data where it has one. */
export function carePeopleFile(set: string | undefined, own: string | undefined): string | undefined {
  if (set !== undefined || own === undefined) return set
  const file = join(own, 'care.yaml')
  return existsSync(file) ? file : undefined
}

/** What the file of PEJLING_CARE says. Care is never off: with faults nobody is named, and the shipped texts serve. */
export function readCarePeople(file: string | undefined): { people: CarePeople; faults: Faults } {
  const faults: Faults = []
  if (file === undefined) return { people: nobodyNamed, faults }
  return { people: readYaml(file, peopleSchema, faults) ?? nobodyNamed, faults }
}
