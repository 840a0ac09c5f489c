import { z } from 'zod'
import { createBoundedMap } from '../bounded-map'

/** The role's place in the leadership pipeline, shared by all frameworks. `null`: outside it (politicians). */
export const levels = ['top', 'area', 'leaders', 'staff', 'employee'] as const
export type Level = (typeof levels)[number]

const kinds = [
  'behaviour',
  'pitfall',
  'shared-task',
  'principle',
  'definition',
  'question',
  'value',
  'requirement',
  'context',
] as const
export type Kind = (typeof kinds)[number]

/** The role slug of what a framework says to every leader alike. */
export const allLeaders = 'alle-ledere'

/** An address that a leader may be sent to. */
export const webAddress = z.url({ protocol: /^https?$/ })

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'only a-z, 0-9 and single hyphens')
const text = z.string().trim().min(1)
/** Set-up sentences may come first, but it asks one thing, last. */
const question = text.regex(/^[^?]*\?$/, 'must be one question, with its question mark last')

export const statementIdSchema = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+\/[1-9]\d*$/, 'must be <framework>/<role>/<area>/<n>')

const statementSchema = z.strictObject({
  id: statementIdSchema,
  kind: z.enum(kinds),
  /** Our own wording, in Danish. */
  text,
  /** Where the official wording stands: section path and item number. */
  source: text,
  /** The official wording: only in a municipality's own copy, never in the shipped data. */
  wording: text.optional(),
  /** Pitfalls: how it sounds when a leader is caught in it. Searched, and shown so that it can be recognised. */
  signs: z.array(text).optional(),
  /** Pitfalls: the points of the same role that answer it, best first. */
  answeredBy: z.array(statementIdSchema).optional(),
})
export type Statement = z.infer<typeof statementSchema>

const roleSchema = z.strictObject({
  slug,
  title: text,
  level: z.enum(levels).nullable(),
  /** A group of leaders (a ledergruppe) rather than one person. */
  group: z.boolean().default(false),
  /** The document says "ledere" and means every leader: its points belong to `alle-ledere`. */
  everyLeader: z.boolean().default(false),
  reportsTo: slug.nullable().default(null),
  /** The group this role works in, where the document says so. */
  worksIn: slug.optional(),
})
export type Role = z.infer<typeof roleSchema>

const areaSchema = z.strictObject({
  slug,
  title: text,
  /** How the document uses it: a named part of good leadership (`focus`), a list of pitfalls, or a chapter. */
  type: z.enum(['focus', 'pitfalls', 'chapter']),
})

export const frameworkSchema = z.strictObject({
  slug,
  /** What people call the municipality: "Sønderborg". */
  name: text,
  municipality: text,
  title: text,
  year: z.number().int().nullable(),
  /** Where the document can be opened; a municipality sets its own by PEJLING_SOURCES. */
  url: webAddress.optional(),
  /** `roles`: expectations per role. `common`: one profile for all leaders alike. */
  profile: z.enum(['roles', 'common']),
  /** Whom its expectations are said to. `each`: one leader ("du"). `together`: all of them, where the document says "vi" ("I"). */
  speaksTo: z.enum(['each', 'together']).default('each'),
  roles: z.array(roleSchema).min(1),
  areas: z.array(areaSchema).min(1),
  statements: z.array(statementSchema).min(1),
})
export type Framework = z.infer<typeof frameworkSchema>

const promptFieldsSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+\/q[1-9]\d*$/, 'must be <framework>/<role>/<area>/q<n>'),
  /**
   * The points it asks about. A question to every leader may name points of single roles beside its own: whoever has such a role
   * is asked about theirs (`askedPoints`).
   */
  statements: z.array(statementIdSchema).min(1),
  text: question,
  /** The same question in English, for leaders who chose it. */
  en: question,
  /** A second question, for after the first is answered: one at a time is what a busy person answers. */
  // biome-ignore lint/suspicious/noThenProperty: it is a text; only a function there would make this a promise.
  then: question.optional(),
  /** The second question in English. */
  thenEn: question.optional(),
  /** Whether "how well does it go, 1 to 5" makes sense beside the question. */
  scale: z.boolean().default(false),
  /**
   * For one leader's notebook alone: it makes one think of a colleague, of a conflict, or of what one finds hard oneself. Never brought
   * where colleagues read along, unless HR chose that very prompt.
   */
  private: z.boolean().default(false),
})

export const promptSchema = promptFieldsSchema.refine((prompt) => !prompt.then === !prompt.thenEn, {
  path: ['then'],
  error: 'must stand in both languages, as then and thenEn',
})
export type Prompt = z.infer<typeof promptSchema>

export const promptFileSchema = z.array(promptSchema)

/** Statement id -> how leaders speak of it in everyday words. Searched, never shown. */
export const phrasingFileSchema = z.record(statementIdSchema, z.array(text).min(1))

interface IdParts {
  readonly framework: string
  readonly role: string
  readonly area: string
  readonly n: number
}

/** More ids than the data have; a card may bring one that they have not. */
const idsKept = 20_000
const knownIds = createBoundedMap<string, IdParts>(idsKept)

/** What a statement id says of itself. Choosing a prompt asks it of each of them, several times. */
export function idParts(id: string): IdParts {
  return knownIds.get(id, () => {
    const [framework = '', role = '', area = '', n = ''] = id.split('/')
    return { framework, role, area, n: Number(n) }
  })
}
