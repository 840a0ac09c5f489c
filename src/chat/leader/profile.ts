import { z } from 'zod'
import { askButton, button } from '../../cards/kit/button'
import { noticeCard } from '../../cards/kit/notice-card'
import { readerFor } from '../../cards/kit/reader'
import { municipalityCard } from '../../cards/leader/municipality-card'
import { roleCard } from '../../cards/leader/role-card'
import { ownProfileCard, startCard } from '../../cards/leader/start-card'
import { welcomeCard } from '../../cards/leader/welcome-card'
import { rhythmOfferCard } from '../../cards/prompt/rhythm-card'
import { AppError } from '../../errors'
import { localeInput, profileInput, saveProfile, setLocale } from '../../people/save-profile'
import { findRhythm } from '../../prompts/rhythm'
import { talkAfterProfile } from '../expectations/start-talk'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import { offerNewRole } from './new-role'

export const chooseInput = profileInput.pick({ framework: true, thenTalk: true })
export const showProfileInput = profileInput.pick({ thenTalk: true })
/** `from`: the card that comes back in the other language. */
export const chooseLocaleInput = localeInput.extend({ from: z.literal('welcome').optional() })

/** The profile where there is one, else the choice that makes one; who is new is welcomed with it. */
export function showStart(turn: Turn): Reply {
  const { ctx, leader, reader } = turn
  const isNew = leader.welcomedAt === null && leader.role === null && !leader.isProfileChosen
  return send(isNew ? welcome(turn) : startCard(reader, leader, ctx.config.municipality))
}

export function chooseFramework({ leader, reader }: Turn, { thenTalk }: z.infer<typeof showProfileInput>): Reply {
  return replace(municipalityCard({ ...reader, framework: leader.framework, thenTalk }))
}

/** @throws AppError `invalid` for a framework that does not exist */
export function chooseRole(
  { leader, reader }: Turn,
  { framework: slug, thenTalk }: z.infer<typeof chooseInput>,
): Reply {
  const framework = reader.library.framework(slug)
  if (!framework) throw new AppError('invalid', 'The framework chosen does not exist')
  return replace(roleCard({ ...reader, framework, role: leader.framework === slug ? leader.role : null, thenTalk }))
}

/** Nothing is chosen now; who chose before sees what stands. */
export function skipProfile({ ctx, leader, reader }: Turn): Reply {
  const { municipality } = ctx.config
  if (leader.isProfileChosen || leader.role !== null) return replace(ownProfileCard(reader, leader, municipality))
  const t = (key: string) => reader.texts(reader.locale, key)
  const choose = leader.framework
    ? button(t('profile.chooseRole'), 'profile.choose', { framework: leader.framework })
    : button(t('skipped.choose'), 'profile.show')
  return replace(
    noticeCard({
      locale: reader.locale,
      title: t('skipped.title'),
      text: t(leader.framework ? 'skipped.textAtHome' : 'skipped.text'),
      buttons: [askButton(t('example.expectations')), button(t('answer.askMe'), 'prompt.request'), choose],
    }),
  )
}

export async function chooseProfile(turn: Turn, input: z.infer<typeof profileInput>): Promise<Reply> {
  const { ctx, reader, leader: before } = turn
  const leader = await saveProfile(ctx, input)
  const profile = replace(ownProfileCard(readerFor(reader, leader), leader, ctx.config.municipality))
  if (input.thenTalk !== undefined) {
    const now = { ...turn, leader, reader: readerFor(reader, { ...leader, municipality: ctx.config.municipality }) }
    return { ...profile, below: talkAfterProfile(now, input.thenTalk) }
  }
  const isFirst = before.isProfileChosen !== true && before.role === null
  const isNewRole = before.role !== null || input.isNew === 'yes'
  const offer = isNewRole ? await offerNewRole(turn, before, leader) : undefined
  if (offer) return { ...profile, below: offer }
  // Offered once: with the first profile that somebody chooses.
  const isOffered = isFirst && leader.role !== null && (await findRhythm(ctx)) === undefined
  return isOffered ? { ...profile, below: rhythmOfferCard(reader) } : profile
}

export async function chooseLocale(turn: Turn, { locale, from }: z.infer<typeof chooseLocaleInput>): Promise<Reply> {
  const { ctx, leader, reader } = turn
  await setLocale(ctx, { locale })
  const now = { ...turn, leader: { ...leader, locale }, reader: { ...reader, locale } }
  return from === 'welcome' ? replace(welcome(now)) : { ...showStart(now), how: 'replace' }
}

/** Who Pejling is, and what to choose at first. */
export function welcome({ ctx, leader, reader }: Pick<Turn, 'ctx' | 'leader' | 'reader'>) {
  const { config } = ctx
  return welcomeCard({
    ...reader,
    framework: leader.framework,
    processing: config,
    municipality: config.municipality,
  })
}
