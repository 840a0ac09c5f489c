import { askedPoints, promptPlace } from '../../framework/asked-points'
import type { Library } from '../../framework/library'
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
  return {
    pairedWith: (id) => pairedPrompts(library, id),
    areaOf(id) {
      const prompt = library.prompt(id)
      const { framework, area } = promptPlace(id, prompt ? askedPoints(prompt, role) : [])
      return `${framework}/${area}`
    },
    firstWordsOf(id) {
      const prompt = library.prompt(id)
      return prompt && firstWords(prompt.text)
    },
  }
}
