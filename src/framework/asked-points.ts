import { allLeaders, idParts, type Prompt } from './schema'

/**
 * The points that a prompt asks somebody of a role about: those of their role; where it names none, what it asks everybody about.
 * @param role a slug; without one, the role that the prompt is written for
 */
export function askedPoints({ id, statements }: Pick<Prompt, 'id' | 'statements'>, role?: string | null): string[] {
  const of = (slug: string) => statements.filter((statement) => idParts(statement).role === slug)
  const ways = [role ? of(role) : [], of(idParts(id).role), [...statements]]
  return ways.find((points) => points.length > 0) ?? []
}

/** Where a question belongs: one to every leader where the point stands that it was asked about, every other where its id says. */
export function promptPlace(
  promptId: string,
  [asked = promptId]: readonly string[],
): { framework: string; area: string } {
  const isForAll = idParts(promptId).role === allLeaders
  const { framework, area } = idParts(isForAll ? asked : promptId)
  return { framework, area }
}
