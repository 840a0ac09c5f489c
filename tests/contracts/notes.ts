import { z } from 'zod'
import type { Container, ContainerShape, Store, Versioned } from '../../src/store/store'

// The kind of record that the store contract is tried with.

const noteSchema = z.looseObject({
  id: z.string(),
  owner: z.string(),
  state: z.string().optional(),
  rank: z.number().nullable().optional(),
  done: z.boolean().optional(),
  text: z.string().optional(),
  colour: z.string().default('blue'),
  place: z.object({ street: z.string() }).optional(),
  ttl: z.number().int().optional(),
})
export type Note = z.infer<typeof noteSchema>

export const notes: Container<Note> = {
  name: 'contractNotes',
  partitionKey: 'owner',
  hasTtl: true,
  schema: noteSchema,
  indexed: ['state', 'rank', 'done'],
}

/** The same without a ttl of its own. */
export const lastingNotes: Container<Note> = { ...notes, name: 'contractLasting', hasTtl: false }

export const noteContainers: readonly ContainerShape[] = [notes, lastingNotes]

export function note(owner: string, id: string, more: Partial<Note> = {}): Note {
  return { id, owner, colour: 'blue', ...more }
}

/** Every page in order; `limit` is the size of a page. */
export async function listAll(
  store: Store,
  owner: string,
  options: Omit<Parameters<Store['list']>[2], 'cursor'>,
): Promise<Versioned<Note>[]> {
  const found: Versioned<Note>[] = []
  let cursor: string | undefined
  do {
    const page = await store.list(notes, owner, { ...options, cursor })
    expect(page.documents.length).toBeLessThanOrEqual(options.limit)
    found.push(...page.documents)
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

export async function idsOf(store: Store, owner: string, options: Parameters<typeof listAll>[2]): Promise<string[]> {
  return (await listAll(store, owner, options)).map(({ document }) => document.id)
}
