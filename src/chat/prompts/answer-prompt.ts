import { z } from 'zod'
import type { TypedAnswer } from '../../cards/prompt/prompt-view'
import { snoozeCard } from '../../cards/prompt/snooze-card'
import type { reflectionIdInput } from '../../journal/change-reflection'
import { answerInput, holdsAnswer, mostCharacters, saveReflection } from '../../journal/save-reflection'
import { showReflection } from '../../journal/show-reflection'
import { skipPrompt } from '../../journal/skip-prompt'
import { snoozeInput, snoozePrompt } from '../../journal/snooze-prompt'
import type { Reflection } from '../../records/reflection'
import { replaceWithReflection } from '../reflection-reply'
import { type Reply, replace } from '../reply'
import type { Turn } from '../turn'

/** What stands in the fields goes along, so that nothing typed is lost on the way; it is not stored. */
export const typedPromptInput = answerInput
  .omit({ revision: true })
  .extend({ text: z.string().max(mostCharacters).default('') })
export const typedSnoozeInput = typedPromptInput.extend(snoozeInput.shape)
type TypedPrompt = z.infer<typeof typedPromptInput>

/** Keeps the answer; where another stands meanwhile, shows both and lets the leader decide. */
export async function answerPrompt(turn: Turn, input: z.infer<typeof answerInput>): Promise<Reply> {
  const reflection = await saveReflection(turn.ctx, input, turn.pressedId)
  const isKept = holdsAnswer(reflection, input)
  return isKept ? replaceWithReflection(turn, reflection) : elsewhere(turn, reflection, input)
}

/** The same for a text below whose answer it was offered: that answer stays, and what was kept is told below it. */
export async function keepTyped(turn: Turn, input: z.infer<typeof answerInput>): Promise<Reply> {
  return { ...(await answerPrompt(turn, input)), how: 'send' }
}

export async function skip(turn: Turn, input: z.infer<typeof reflectionIdInput>): Promise<Reply> {
  return replaceWithReflection(turn, await skipPrompt(turn.ctx, input, turn.pressedId))
}

/** Back from a card that asks something, such as when to come again, to the reflection as it stands. */
export async function goBack(turn: Turn, input: z.infer<typeof reflectionIdInput>): Promise<Reply> {
  return replaceWithReflection(turn, await showReflection(turn.ctx, input, turn.pressedId))
}

/** The form again: with what was typed, else with the answer that stands. */
export async function edit(turn: Turn, input: TypedPrompt): Promise<Reply> {
  const reflection = await showReflection(turn.ctx, input, turn.pressedId)
  const { text, scale } = isTyped(input) ? input : reflection
  return replaceWithReflection(turn, reflection, { form: { text, scale } })
}

/** Asks when to come back. Where the prompt has been answered meanwhile, it shows the answer and what was typed here. */
export async function putOff(turn: Turn, input: TypedPrompt): Promise<Reply> {
  const reflection = await showReflection(turn.ctx, input, turn.pressedId)
  if (!isDone(reflection)) return replace(snoozeCard(turn.reader, reflection, input))
  return isTyped(input) ? elsewhere(turn, reflection, input) : replaceWithReflection(turn, reflection)
}

/** Puts it off; what was typed stays in the card. */
export async function snooze(turn: Turn, input: z.infer<typeof typedSnoozeInput>): Promise<Reply> {
  const reflection = await snoozePrompt(turn.ctx, turn.leader, input, turn.pressedId)
  if (isDone(reflection) && isTyped(input)) return elsewhere(turn, reflection, input)
  return replaceWithReflection(turn, reflection, { typed: input })
}

function elsewhere(turn: Turn, reflection: Reflection, { text, scale }: TypedAnswer): Promise<Reply> {
  return replaceWithReflection(turn, reflection, { form: { text, scale, isElsewhere: true } })
}

function isDone({ state }: Reflection): boolean {
  return state === 'answered' || state === 'withdrawn'
}

function isTyped({ text = '', scale }: TypedAnswer): boolean {
  return text !== '' || scale !== undefined
}
