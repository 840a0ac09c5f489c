import type { Prompt } from '../../framework/schema'
import { choosePrompt, type PromptChoice } from './choose-prompt'

/** Picks from the first of several lists, nearest first, that has a prompt which is not resting. */
export function chooseFromTiers(
  tiers: readonly (readonly Prompt[])[],
  choice: Omit<PromptChoice, 'candidates'>,
): Prompt | undefined {
  for (const candidates of tiers) {
    const prompt = choosePrompt({ candidates, ...choice })
    if (prompt) return prompt
  }
  return undefined
}
