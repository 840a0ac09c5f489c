import { askedPoints, promptPlace } from '../../framework/asked-points'
import type { Library } from '../../framework/library'
import { allLeaders, idParts, type Prompt } from '../../framework/schema'
import { firstWords } from './first-words'
import { pairedPrompts } from './point-pairs'

/** What the choice goes by, of any prompt that is or was in the data. */
export interface PromptTraits {
  /** Ids of the prompts on the pitfall that a prompt's behaviour answers, and the other way round. */
  pairedWith(promptId: string): readonly string[]
  /** Names the area that it asks about. */
  areaOf(promptId: string): string
  /** Undefined for one that is no longer there. */
  firstWordsOf(promptId: string): string | undefined
}

/** @param role of whoever is asked; null: several, or not known */
export function promptTraits(library: Library, role: string | null): PromptTraits {
  const found = known.get(library) ?? new Map<string | null, PromptTraits>()
  known.set(library, found)
  const traits = found.get(role) ?? readTraits(library, role)
  found.set(role, traits)
  return traits
}

/** A campaign asks thousands of times for the same few roles. */
const known = new WeakMap<Library, Map<string | null, PromptTraits>>()

function readTraits(library: Library, role: string | null): PromptTraits {
  const words = new Map(library.prompts.map(({ id, text }) => [id, firstWords(text)]))
  const areas = new Map(library.prompts.map((prompt) => [prompt.id, areaKey(prompt.id, tiedPoints(prompt, role))]))
  const pairs = new Map(library.prompts.map(({ id }) => [id, pairedPrompts(library, id)]))
  return {
    pairedWith: (id) => pairs.get(id) ?? [],
    areaOf: (id) => areas.get(id) ?? areaKey(id, []),
    firstWordsOf: (id) => words.get(id),
  }
}

/** A question to every leader, asked of somebody whose role it names no point of, has its place where the points it is tied to have theirs. */
function tiedPoints(prompt: Prompt, role: string | null): readonly string[] {
  const asked = askedPoints(prompt, role)
  const ofRoles = prompt.statements.filter((id) => idParts(id).role !== allLeaders)
  return asked.every((id) => idParts(id).role === allLeaders) && ofRoles.length > 0 ? ofRoles : asked
}

function areaKey(promptId: string, points: readonly string[]): string {
  const { framework, area } = promptPlace(promptId, points)
  return `${framework}/${area}`
}
