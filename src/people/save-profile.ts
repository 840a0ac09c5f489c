import { z } from 'zod'
import type { Ctx } from '../caller/context'
import { AppError } from '../errors'
import { thenTalks } from '../records/expectation-talk'
import type { Leader } from '../records/leader'
import { locales } from '../texts'
import { updateLeader } from './leader'

export const profileInput = z.object({
  framework: z.string().max(100),
  /** Empty: not told, or none of them. */
  role: z.string().max(100).default(''),
  /** They have told that they have just come into it. */
  isNew: z.literal('yes').optional(),
  /** What the profile was asked for: a talk about expectations that goes on then. */
  thenTalk: z.enum(thenTalks).optional(),
})

/**
 * Keeps the caller's municipality and role.
 * @throws AppError `invalid` for a framework or role that does not exist
 */
export function saveProfile(
  ctx: Ctx,
  input: Pick<z.infer<typeof profileInput>, 'framework' | 'role'>,
): Promise<Leader> {
  const { library } = ctx.knowledge
  if (!library.framework(input.framework)) throw new AppError('invalid', 'The framework chosen does not exist')
  const role = input.role === '' ? null : input.role
  if (role !== null && !library.role(input.framework, role))
    throw new AppError('invalid', 'The role chosen does not exist')
  return updateLeader(ctx, () => ({ framework: input.framework, role, isProfileChosen: true, formerRole: undefined }))
}

export const localeInput = z.object({ locale: z.enum(locales) })

/** Keeps the language the caller chose. */
export function setLocale(ctx: Ctx, input: z.infer<typeof localeInput>): Promise<Leader> {
  return updateLeader(ctx, () => ({ locale: input.locale }))
}

/** Which role the roster has taken from the caller, told once. */
export async function takeFormerRole(ctx: Ctx): Promise<Leader['formerRole']> {
  let former: Leader['formerRole']
  await updateLeader(ctx, (leader) => {
    former = leader.formerRole
    return former && { formerRole: undefined }
  })
  return former
}

/** Notes which role told in a sentence was offered as the profile, so that it is offered once. */
export async function noteRoleOffered(ctx: Ctx, name: string): Promise<void> {
  await updateLeader(ctx, () => ({ roleOffered: name }))
}
