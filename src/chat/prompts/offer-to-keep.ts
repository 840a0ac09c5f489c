import { offerCard } from '../../cards/prompt/offer-card'
import { findOpenPrompt, findShownAgain, type OpenPrompt } from '../../journal/find-open-prompt'
import { mostCharacters } from '../../journal/save-reflection'
import { type Reply, send } from '../reply'
import type { Turn } from '../turn'

/** A text with fewer words is taken for an answer only where the prompt is the newest thing in the chat. */
const fewestWords = 5

/** An offer to keep a text as an answer. */
export interface Offered {
  readonly reply: Reply
  /** The prompt is the newest thing in the chat and the text a sentence: it is not answered as anything else. */
  readonly isAlone: boolean
}

/**
 * A leader may answer a prompt by just writing. Nothing is stored before they say that it is to be kept.
 * @returns undefined for a text that asks for something, without a look into the store, and where no prompt is open
 */
export async function offerToKeep(turn: Turn, text: string): Promise<Offered | undefined> {
  const { ctx } = turn
  const typed = ctx.knowledge.readTyped(text)
  if (!turn.isPersonal || typed === 'asked' || text.length > mostCharacters) return undefined
  const open = await openPrompt(turn)
  if (!open) return undefined
  const isNewest = standsNewest(turn, open)
  const isLong = text.trim().split(/\s+/).length >= fewestWords
  if (!isNewest && (typed === 'words' || !isLong)) return undefined
  const isAlone = isNewest && typed === 'told'
  const { id: reflectionId, revision = 0 } = open.reflection
  const reply = send(offerCard(turn.reader, { reflection: open.reflection, text, isAlone }), {
    holds: { reflectionId },
    awaits: { offer: { reflectionId, revision, text, isAnswered: !isAlone } },
  })
  return { reply, isAlone }
}

/** Where the store cannot be read there is no offer, and the text is answered as a question all the same. */
async function openPrompt({ ctx, before }: Turn): Promise<OpenPrompt | undefined> {
  try {
    const again = before?.promptShown && (await findShownAgain(ctx, before.promptShown))
    return again || (await findOpenPrompt(ctx))
  } catch (error) {
    ctx.log.warn({ error }, 'typed answer not offered')
    return undefined
  }
}

/** Whether nothing was said since the prompt came, but for earlier words that were offered as its answer. */
function standsNewest({ before }: Turn, { reflection, seenAtMs }: OpenPrompt): boolean {
  return !before || before.offer?.reflectionId === reflection.id || seenAtMs >= before.atMs
}
