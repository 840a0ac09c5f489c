import { type Button, button } from '../../cards/kit/button'
import { offerCard } from '../../cards/prompt/offer-card'
import { reflectionQuestion } from '../../cards/prompt/reflection-question'
import { findOpenPrompt, findShownAgain, type OpenPrompt } from '../../journal/find-open-prompt'
import { mostCharacters } from '../../journal/save-reflection'
import type { Reflection } from '../../records/reflection'
import { type Reply, send, type WhatFollows } from '../reply'
import type { Turn } from '../turn'

/** A button below the answer to a text that may be an answer itself. */
export interface Keeping {
  readonly button: Button
  /** The question it would be kept as the answer to. */
  readonly question: string
  readonly follows: WhatFollows
}

/** `alone`: the text tells something right after a prompt and is answered as nothing else. `beside`: it is answered as what it is. */
export type Offered =
  | { readonly how: 'alone'; readonly reply: Reply }
  | { readonly how: 'beside'; readonly keeping: Keeping }

/**
 * A leader may answer a prompt by just writing. Nothing is stored before they say that it is to be kept.
 * @returns undefined for a text that asks for something, without a look into the store, where no prompt is open, and for what does not
 * read as an answer to the one that is
 */
export async function offerToKeep(turn: Turn, text: string): Promise<Offered | undefined> {
  const { ctx, reader } = turn
  const typed = ctx.knowledge.readTyped(text)
  if (!turn.isPersonal || typed === 'asked' || text.length > mostCharacters) return undefined
  const open = await openPrompt(turn)
  if (!open) return undefined
  const { reflection } = open
  if (typed === 'told' && standsNewest(turn, open))
    return { how: 'alone', reply: send(offerCard(reader, { reflection, text }), followsOf(reflection, text, false)) }
  return readsAsAnswer(turn, reflection, text)
    ? { how: 'beside', keeping: keepingOf(turn, reflection, text) }
    : undefined
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

/** Whether nothing was said since the prompt came, but for earlier words that were offered as its answer and as nothing else. */
function standsNewest({ before }: Turn, { reflection, seenAtMs }: OpenPrompt): boolean {
  if (!before || seenAtMs >= before.atMs) return true
  return before.offer?.reflectionId === reflection.id && !before.offer.isAnswered
}

function readsAsAnswer({ ctx, reader }: Turn, reflection: Reflection, text: string): boolean {
  const points = reflection.statementIds.flatMap((id) => ctx.knowledge.library.point(id) ?? [])
  // The points are Danish, so the question is read in Danish too.
  const question = reflectionQuestion(reflection, { ...reader, locale: 'da' })
  return ctx.knowledge.readsAsAnswer(text)({ question, points })
}

function keepingOf({ reader }: Turn, reflection: Reflection, text: string): Keeping {
  const { id: reflectionId, revision = 0 } = reflection
  return {
    button: button(reader.texts(reader.locale, 'offer.keep'), 'prompt.keep', {
      reflectionId,
      revision: String(revision),
      text,
    }),
    question: reflectionQuestion(reflection, reader),
    follows: followsOf(reflection, text, true),
  }
}

/** What stands in the card is the leader's own, and is emptied with all else of theirs. */
function followsOf({ id: reflectionId, revision = 0 }: Reflection, text: string, isAnswered: boolean): WhatFollows {
  return { holds: { reflectionId }, awaits: { offer: { reflectionId, revision, text, isAnswered } } }
}
