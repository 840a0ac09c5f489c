import type { CardContent } from '../cards/kit/render'
import { reflectionCard, type Showing } from '../cards/prompt/reflection-card'
import type { Reflection } from '../records/reflection'
import { type Reply, replace, send } from './reply'
import type { Turn } from './turn'

/** Puts the card of a reflection below. */
export function sendReflection(
  turn: Turn,
  reflection: Reflection,
  { showing, awaits }: { readonly showing?: Showing } & Pick<Reply, 'awaits'> = {},
): Reply {
  const card = cardOf(turn, reflection, showing)
  return send(card, { holds: { reflectionId: reflection.id }, ...(awaits && { awaits }) })
}

/** Turns the pressed card into that of a reflection. */
export function replaceWithReflection(turn: Turn, reflection: Reflection, showing?: Showing): Reply {
  const card = cardOf(turn, reflection, showing)
  return replace(card, { holds: { reflectionId: reflection.id } })
}

function cardOf({ ctx, reader, leader }: Turn, reflection: Reflection, showing?: Showing): CardContent {
  const { text = '', second = '' } = reflection
  const isInTrouble = ctx.knowledge.readCare(`${text}\n${second}`) !== null
  return reflectionCard(reader, leader, reflection, { ...showing, isInTrouble })
}
