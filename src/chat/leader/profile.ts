import type { z } from 'zod'
import { notice } from '../../cards/kit/notice-card'
import { readerFor } from '../../cards/kit/reader'
import { roleCard } from '../../cards/leader/role-card'
import { ownProfileCard, startCard } from '../../cards/leader/start-card'
import { welcomeCard } from '../../cards/leader/welcome-card'
import { AppError } from '../../errors'
import { type localeInput, profileInput, saveProfile, setLocale } from '../../people/save-profile'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'

export const chooseInput = profileInput.pick({ framework: true })

/** The profile where there is one, else the welcome. */
export function showStart({ ctx, leader, reader }: Turn): Reply {
  return send(startCard(reader, leader, ctx.config))
}

export function chooseFramework({ ctx, leader, reader }: Turn): Reply {
  return replace(welcomeCard({ ...reader, framework: leader.framework, processing: ctx.config }))
}

/** @throws AppError `invalid` for a framework that does not exist */
export function chooseRole({ leader, reader }: Turn, { framework: slug }: z.infer<typeof chooseInput>): Reply {
  const framework = reader.library.framework(slug)
  if (!framework) throw new AppError('invalid', 'The framework chosen does not exist')
  return replace(roleCard({ ...reader, framework, role: leader.framework === slug ? leader.role : null }))
}

export function skipProfile({ reader }: Turn): Reply {
  return replace(notice(reader, 'skipped'))
}

export async function chooseProfile({ ctx, reader }: Turn, input: z.infer<typeof profileInput>): Promise<Reply> {
  const leader = await saveProfile(ctx, input)
  return replace(ownProfileCard(readerFor(reader, leader), leader))
}

export async function chooseLocale({ ctx, reader }: Turn, input: z.infer<typeof localeInput>): Promise<Reply> {
  const leader = await setLocale(ctx, input)
  return replace(startCard(readerFor(reader, leader), leader, ctx.config))
}
