import type { Intent } from '../answers/query'
import { findOpenPrompt } from '../reflections/find-open-prompt'
import { noteReflectionCard } from '../reflections/note-reflection-card'
import { mostCharacters } from '../reflections/save-reflection'
import { noted } from './personal-data'
import { type Reply, send } from './reply'
import type { Turn } from './turn'
import type { Views } from './views'

/** What a text is taken for that tells something rather than asking for something. */
const telling: ReadonlySet<Intent | undefined> = new Set<Intent>(['situation', 'topic', 'absent', 'out-of-scope'])
const asking =
  /\?|^\s*(hv|kan|skal|bør|må|er|har|vis|find|fortæl|forklar|giv|what|how|wh|can|do|does|is|are|should|show|tell|explain|give)/i
const fewestWords = 5

/**
 * A leader may answer a prompt by just writing. The text is answered as what it may be too, and below stands an offer to keep
 * it: nothing is stored before the leader says so. Undefined for questions, commands and short words.
 */
export async function offerToKeep(turn: Turn, text: string, views: Views): Promise<Reply | undefined> {
  const { ctx, leader, conversationId } = turn
  const intent = views.lastTurns.get(conversationId, ctx.caller.leaderId)?.intent
  const isTelling = telling.has(intent) && !asking.test(text) && text.trim().split(/\s+/).length >= fewestWords
  if (!turn.isPersonal || !isTelling || text.length > mostCharacters) return undefined
  try {
    const reflection = await findOpenPrompt(ctx)
    return (
      reflection &&
      send(views.prompts.offer(leader, reflection, text), {
        onSent: (ids) => noted(turn, () => noteReflectionCard(ctx, reflection.id, ids)),
      })
    )
  } catch (error) {
    // The text has been answered already; an offer that cannot be made is none.
    ctx.log.warn({ error }, 'typed answer not offered')
    return undefined
  }
}
