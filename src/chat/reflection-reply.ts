import type { CardContent } from '../cards/kit/render'
import { reflectionCard, type Showing } from '../cards/prompt/reflection-card'
import { hasEarlier } from '../journal/find-earlier'
import { speaksOfTrouble } from '../journal/reading/speaks-of-trouble'
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
  const isInTrouble = speaksOfTrouble({ readCare: turn.careOf }, reflection)
  // Whoever has just been met with people to turn to is not led back to what they wrote.
  const isLedBack = isOpen(reflection, showing) && !turn.before?.isCared
  return reflectionCard(reader, leader, reflection, {
    ...showing,
    hasEarlier: isLedBack && (await hasEarlier(ctx, reflection)),
    isInTrouble,
  })
}

/** An answer is being thought of: nothing stands that is only edited. */
function isOpen({ state }: Reflection, showing: Showing | undefined): boolean {
  return state === 'shown' || (showing?.form !== undefined && state !== 'answered')
}
