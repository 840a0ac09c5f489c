import { z } from 'zod'
import { isHr } from '../../caller/access'
import { hrRightOf, isHrAdministrator, requireHrAdministrator } from '../../caller/hr-right'
import {
  choosePersonCard,
  chooseUnitsCard,
  confirmTakeCard,
  everyUnit,
  findPersonCard,
} from '../../cards/hr/give-access-cards'
import { hrAccessCard } from '../../cards/hr/hr-access-card'
import { notHrCard } from '../../cards/hr/not-hr-card'
import { rightInWords } from '../../cards/hr/right-in-words'
import { notice } from '../../cards/kit/notice-card'
import { readerFor } from '../../cards/kit/reader'
import { AppError } from '../../errors'
import { findPeople, type findPeopleInput } from '../../hr-access/find-people'
import { findPerson, giveHrAccess, personInput, takeHrAccess } from '../../hr-access/give-hr-access'
import { listHrAccess } from '../../hr-access/list-hr-access'
import { listUnits } from '../../hr-access/list-units'
import { unitKey } from '../../hr-access/unit-key'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import type { pageInput } from './follow-campaign'
import { splitChoices } from './read-choices'

type PersonId = z.infer<typeof personInput>
export const givePressInput = personInput.extend({ units: z.string().default('') })

/** Who has access, for anybody who asks. */
export async function showAccess(turn: Turn, { page }: z.infer<typeof pageInput>): Promise<Reply> {
  const { ctx, reader } = turn
  const card = hrAccessCard({
    ...reader,
    access: await listHrAccess(ctx),
    page: page ?? 0,
    id: ctx.caller.leaderId,
    isAdministrator: isHrAdministrator(ctx),
    hasAccess: isHr(ctx),
  })
  return page === undefined ? send(card) : replace(card)
}

export function askWhom(turn: Turn): Reply {
  requireHrAdministrator(turn.ctx)
  return replace(findPersonCard(turn.reader))
}

/** The search filled in with who was named; who has access, where another gives it. */
export async function seekPerson(turn: Turn, name: string): Promise<Reply> {
  if (!turn.isPersonal || !isHrAdministrator(turn.ctx)) return showAccess(turn, {})
  return send(findPersonCard(turn.reader, name))
}

/** The one who was meant, or those it may be. */
export async function lookForPerson(turn: Turn, input: z.infer<typeof findPeopleInput>): Promise<Reply> {
  const { people, isMore, awaited } = await findPeople(turn.ctx, input)
  const [only, ...others] = people
  if (only === undefined) {
    const [key, about] = awaited ? ['awaited', awaited] : ['nobody', input.text]
    const say = { key: `access.fault.${key}`, params: { text: about.slice(0, 80) } }
    throw new AppError('invalid', 'Nobody is called so', { say })
  }
  if (others.length === 0) return chooseUnits(turn, { personId: only.id })
  return replace(choosePersonCard(turn.reader, people, isMore))
}

export async function chooseUnits(turn: Turn, { personId }: PersonId): Promise<Reply> {
  const person = await findPerson(turn.ctx, personId)
  return replace(chooseUnitsCard(turn.reader, person, await listUnits(turn.ctx)))
}

/** Gives the right, and tells whom it was given to. */
export async function giveAccess(turn: Turn, input: z.infer<typeof givePressInput>): Promise<Reply> {
  const { ctx, reader, otherChats } = turn
  const { personId } = input
  const known = (await listUnits(ctx)).map(({ name }) => name)
  const { person, isNew } = await giveHrAccess(ctx, { personId, units: unitsOf(input.units, known) })
  const { hrRight, conversation } = person
  if (isNew && hrRight && conversation) {
    const theirs = readerFor(reader, person)
    const by = ctx.caller.name || reader.texts(theirs.locale, 'access.someone')
    const scope = rightInWords(theirs, { right: hrRight, isAdministrator: false })
    await otherChats.post(conversation, notice(theirs, 'access.given', { by, scope }))
  }
  return showAccess(turn, { page: 0 })
}

export async function askTakeAccess(turn: Turn, { personId }: PersonId): Promise<Reply> {
  return replace(confirmTakeCard(turn.reader, await findPerson(turn.ctx, personId)))
}

export async function takeAccess(turn: Turn, input: PersonId): Promise<Reply> {
  await takeHrAccess(turn.ctx, input)
  return showAccess(turn, { page: 0 })
}

/**
 * What takes the place of a card, or is answered, where something is HR's and who asks is not: a form ends by it in the middle where
 * the right was taken away meanwhile. Undefined for any other failure.
 */
export async function tellNotHr(turn: Turn, error: unknown): Promise<Reply | undefined> {
  const { ctx, reader } = turn
  const isRefused = error instanceof AppError && error.say?.key === 'error.notHr'
  if (!isRefused || hrRightOf(ctx).kind !== 'none') return undefined
  return replace(notHrCard({ ...reader, access: await listHrAccess(ctx), id: ctx.caller.leaderId }))
}

/** The units that the keys in a card stand for. @throws AppError `invalid` where both all and some are chosen, nothing, or none that is there */
function unitsOf(written: string, known: readonly string[]): string[] {
  const chosen = splitChoices(written)
  const isEvery = chosen.includes(everyUnit)
  if (chosen.length === 0) throw new AppError('invalid', 'No unit', { say: { key: 'access.units.error' } })
  if (isEvery && chosen.length > 1) throw new AppError('invalid', 'All and some', { say: { key: 'access.fault.both' } })
  if (isEvery) return []
  const names = known.filter((name) => chosen.includes(unitKey(name)))
  if (names.length < chosen.length) throw new AppError('invalid', 'No such unit', { say: { key: 'access.fault.unit' } })
  return names
}
