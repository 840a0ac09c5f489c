import type { CardContent } from '../cards/kit/render'
import { reflectionCard, type Showing } from '../cards/prompt/reflection-card'
import { findEarlier } from '../journal/find-earlier'
import type { Reflection } from '../records/reflection'
import { type Reply, replace, send } from './reply'
import type { Turn } from './turn'

/** Puts the card of a reflection below. */
export async function sendReflection(
  turn: Turn,
  reflection: Reflection,
  { showing, awaits }: { readonly showing?: Showing } & Pick<Reply, 'awaits'> = {},
): Promise<Reply> {
  const card = await cardOf(turn, reflection, showing)
  return send(card, { holds: { reflectionId: reflection.id }, ...(awaits && { awaits }) })
}

/** Turns the pressed card into that of a reflection. */
export async function replaceWithReflection(turn: Turn, reflection: Reflection, showing?: Showing): Promise<Reply> {
  const card = await cardOf(turn, reflection, showing)
  return replace(card, { holds: { reflectionId: reflection.id } })
}

async function cardOf(turn: Turn, reflection: Reflection, showing?: Showing): Promise<CardContent> {
  const { ctx, reader, leader } = turn
  const { text = '', second = '' } = reflection
  const isInTrouble = ctx.knowledge.readCare(`${text}\n${second}`) !== null
  const hasEarlier = isOpen(reflection, showing) && (await offersEarlier(turn, reflection))
  return reflectionCard(reader, leader, reflection, { ...showing, hasEarlier, isInTrouble })
}

/** An answer is being thought of: nothing stands that is only edited. */
function isOpen({ state }: Reflection, showing: Showing | undefined): boolean {
  return state === 'shown' || (showing?.form !== undefined && state !== 'answered')
}

/** Whoever has just been met with people to turn to is not led back to what they wrote. */
async function offersEarlier({ ctx, before }: Turn, reflection: Reflection): Promise<boolean> {
  if (before?.isCared) return false
  try {
    return (await findEarlier(ctx, reflection)) !== undefined
  } catch (error) {
    ctx.log.warn({ error }, 'what was written before not looked for')
    return false
  }
}
