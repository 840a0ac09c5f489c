import { askedPoints, promptPlace } from '../../framework/asked-points'
import type { Library } from '../../framework/library'
import { allLeaders, idParts, type Prompt } from '../../framework/schema'

/** What the bank is narrowed by; null: anything. */
export interface BankNarrowing {
  readonly framework: string | null
  readonly role: string | null
  readonly area: string | null
}

/** The prompts that campaigns can bring, by municipality, role and area, in the data's order. */
export function promptBank(library: Library, { framework, role, area }: BankNarrowing): readonly Prompt[] {
  return library.prompts.filter((prompt) => {
    const parts = idParts(prompt.id)
    const isRole = role === null || parts.role === role || parts.role === allLeaders
    return (
      (framework === null || parts.framework === framework) &&
      isRole &&
      (area === null || promptPlace(prompt.id, askedPoints(prompt, role)).area === area)
    )
  })
}
