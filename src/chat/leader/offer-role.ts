import { tellsOfNewRole } from '../../answers/reading/new-in-role'
import type { RoleIn } from '../../answers/reading/role-name'
import type { CardContent } from '../../cards/kit/render'
import { offerRoleCard } from '../../cards/leader/offer-role-card'
import { noteRoleOffered } from '../../people/save-profile'
import { noted } from '../noted'
import type { Turn } from '../turn'

/** Asks whether to remember a role that the leader told of in a text, the first time they do. */
export async function offerRole(turn: Turn, told: RoleIn, text: string): Promise<CardContent | undefined> {
  const { ctx, leader, reader, isProfileRead } = turn
  const name = `${told.framework}/${told.role}`
  if (leader.roleOffered === name || !isProfileRead || (leader.role !== null && isOnlyAsked(turn, text)))
    return undefined
  await noted(ctx, () => noteRoleOffered(ctx, name))
  return offerRoleCard(reader, { ...told, isNew: tellsOfNewRole(text) })
}

/** "Hvad forventes der af mig som direktør?" from somebody who has told their role looks at another's. */
function isOnlyAsked({ ctx }: Turn, text: string): boolean {
  const sentences = text.split(/[.!?]+(?:\s|$)/).filter((sentence) => sentence.trim() !== '')
  return sentences.length === 1 && ctx.knowledge.readTyped(text) === 'asked'
}
