import { offerCard } from '../../cards/prompt/offer-card'
import { findOpenPrompt, findShownAgain, type OpenPrompt } from '../../journal/find-open-prompt'
import { mostCharacters } from '../../journal/save-reflection'
import { type Reply, send } from '../reply'
import type { Turn } from '../turn'

/** With fewer words than these a text answers only what stands newest in the chat. */
const fewestWords = 5

/** An offer to keep a text as an answer. */
export interface Offered {
  readonly reply: Reply
  /** The prompt is the newest thing in the chat and the text a sentence: it is not answered as anything else. */
  readonly isAlone: boolean
}

/**
 * A leader may answer a prompt by just writing: nothing is stored before the leader says so. Undefined for what asks for something,
 * which costs no look into the store, and where no prompt is open.
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

/** The text is answered whatever becomes of this: an offer that cannot be made is none. */
async function openPrompt({ ctx, before }: Turn): Promise<OpenPrompt | undefined> {
  try {
    const again = before?.promptShown && (await findShownAgain(ctx, before.promptShown))
    return again || (await findOpenPrompt(ctx))
  } catch (error) {
    ctx.log.warn({ error }, 'typed answer not offered')
    return undefined
  }
}

/** Nothing was said since the prompt came, but perhaps other words for an answer to it. */
function standsNewest({ before }: Turn, { reflection, seenAtMs }: OpenPrompt): boolean {
  return !before || before.offer?.reflectionId === reflection.id || seenAtMs >= before.atMs
}
