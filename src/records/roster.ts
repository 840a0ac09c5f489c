import { z } from 'zod'
import type { Container } from '../store/store'
import { instant } from './fields'

/** What a row of HR's list says of one leader. */
const lineSchema = z.looseObject({
  /** The row in the file, from 1. */
  line: z.number().int(),
  /** In Entra; null: the row names an address only. */
  objectId: z.string().nullable(),
  /** E-mail and user principal name, in small letters. */
  addresses: z.array(z.string()),
  name: z.string(),
  framework: z.string().nullable(),
  role: z.string().nullable(),
  /** The role or job title as it is written there; empty: none. */
  said: z.string(),
  unit: z.string().nullable(),
  timeZone: z.string().nullable(),
})
export type RosterLine = z.infer<typeof lineSchema>

const saying = z.looseObject({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** A row that cannot be used, and why. `keys`: the ids and addresses in it, so that nobody in it counts as left out. */
const rowFaultSchema = z.looseObject({
  line: z.number().int(),
  name: z.string(),
  keys: z.array(z.string()).default([]),
  say: saying,
})
export type RowFault = z.infer<typeof rowFaultSchema>

/** What the import of a row changed in one record, so that it can be undone; `before` null: it made the record. */
const changeSchema = z.looseObject({
  container: z.enum(['leaders', 'awaitedLeaders']),
  id: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()),
})
export type RosterChange = z.infer<typeof changeSchema>

/** What is told of a list's columns: of the others it says nothing. */
const toldColumns = ['name', 'framework', 'role', 'unit', 'timeZone'] as const
export type ToldColumn = (typeof toldColumns)[number]

export const rosterCounts = ['created', 'changed', 'unchanged', 'kept', 'leaving'] as const

/** A list of leaders that one of HR has sent, from the dry run until it can be undone no longer. */
export const rosterDraftSchema = z.looseObject({
  id: z.string(),
  tenantId: z.string(),
  /** Who sent it. */
  createdBy: z.string(),
  state: z.enum(['proposed', 'importing', 'done', 'undoing', 'undone', 'dropped']),
  columns: z.array(z.enum(toldColumns)),
  /** Headings of columns that are not used. */
  skipped: z.array(z.string()),
  /** Rows with something in them. */
  rows: z.number().int(),
  pages: z.number().int(),
  /** Which role a title stands for, as HR chose it, by `titleKey`; empty: none. */
  choices: z.record(z.string(), z.string()).default({}),
  /** Whether those whom the list does not name get no more prompts. */
  isLeaving: z.boolean().default(false),
  /** How many pages are imported, or undone. */
  pagesDone: z.number().int().default(0),
  counts: z.record(z.enum(rosterCounts), z.number().int()).optional(),
  createdAt: instant,
  updatedAt: instant,
  ttl: z.number().int().optional(),
})
export type RosterDraft = z.infer<typeof rosterDraftSchema>

/** Some hundred rows of it. */
export const rosterPageSchema = z.looseObject({
  id: z.string(),
  tenantId: z.string(),
  draftId: z.string(),
  lines: z.array(lineSchema),
  faults: z.array(rowFaultSchema),
  /** Filled by the import. */
  changes: z.array(changeSchema).default([]),
  createdAt: instant,
  ttl: z.number().int().optional(),
})
export type RosterPage = z.infer<typeof rosterPageSchema>

/** A leader whom HR's list names by address only, and whom Pejling has not yet met. */
export const awaitedSchema = z.looseObject({
  /** A hash of the first address. */
  id: z.string(),
  tenantId: z.string(),
  addresses: z.array(z.string()),
  name: z.string(),
  framework: z.string().nullable(),
  role: z.string().nullable(),
  unit: z.string().nullable(),
  timeZone: z.string().nullable(),
  /** When a list named them last. */
  createdAt: instant,
  ttl: z.number().int().optional(),
})
export type AwaitedLeader = z.infer<typeof awaitedSchema>

export const rosterDrafts: Container<RosterDraft> = {
  name: 'rosterDrafts',
  partitionKey: 'tenantId',
  hasTtl: true,
  schema: rosterDraftSchema,
  indexed: ['createdAt'],
}

export const rosterPages: Container<RosterPage> = {
  name: 'rosterPages',
  partitionKey: 'tenantId',
  hasTtl: true,
  schema: rosterPageSchema,
  indexed: ['draftId'],
}

export const awaitedLeaders: Container<AwaitedLeader> = {
  name: 'awaitedLeaders',
  partitionKey: 'tenantId',
  hasTtl: true,
  schema: awaitedSchema,
  indexed: ['createdAt'],
}
