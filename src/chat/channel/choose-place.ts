import type { z } from 'zod'
import { notice } from '../../cards/kit/notice-card'
import type { CardContent } from '../../cards/kit/render'
import { noGroup, placeCard, placeGroupCard, placeSavedCard } from '../../cards/prompt/place-card'
import { findChannelHere, type placeFrameworkInput, type placeInput, savePlace } from '../../channels/place'
import { AppError } from '../../errors'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import { everybodyIn } from './in-thread'

/** Whose leadership framework is meant here: asked once, and again by whoever wants to change it. */
export async function choosePlace(turn: Turn): Promise<Reply> {
  const channel = turn.isPersonal ? undefined : await findChannelHere(turn.ctx, turn.conversation)
  if (!channel) return send(notice(turn.reader, 'place.elsewhere'))
  return send(placeCard(everybodyIn(turn).everybody, channel.framework ?? turn.ctx.config.municipality))
}

/** Where a framework has no groups, nothing more is asked. */
export async function choosePlaceGroup(turn: Turn, { framework }: z.infer<typeof placeFrameworkInput>): Promise<Reply> {
  const found = turn.ctx.knowledge.library.framework(framework)
  if (!found)
    throw new AppError('invalid', 'No such framework', { say: { key: 'place.fault.framework', field: 'framework' } })
  if (found.roles.every(({ group }) => !group)) return keepPlace(turn, { framework, group: '' })
  const channel = await findChannelHere(turn.ctx, turn.conversation)
  const group = channel?.framework === framework ? channel.group : null
  return show(turn, placeGroupCard(everybodyIn(turn).everybody, found, group))
}

export async function keepPlace(turn: Turn, { framework, group }: z.infer<typeof placeInput>): Promise<Reply> {
  const channel = await savePlace(turn.ctx, turn.conversation, { framework, group: group === noGroup ? '' : group })
  return show(turn, placeSavedCard(everybodyIn(turn).everybody, { framework, group: channel.group }))
}

/** In its place for everybody: any of them may go on. */
async function show({ otherChats, conversation, pressedId }: Turn, card: CardContent): Promise<Reply> {
  if (pressedId !== undefined) await otherChats.replace(conversation, pressedId, card)
  return replace(card)
}
