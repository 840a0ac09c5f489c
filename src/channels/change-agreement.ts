import { z } from 'zod'
import type { Ctx } from '../caller/context'
import { AppError } from '../errors'
import type { Agreement } from '../records/discussion'
import { changeAgreement, findAgreement } from './agreements'
import type { Pressed } from './discussion'
import { checkWords } from './end-discussion'
import { lookAt } from './look-on'

export const agreementIdInput = z.object({ agreementId: z.string().min(1).max(255) })
export const agreementChangeInput = agreementIdInput.extend({
  /** Which state of it the form showed. */
  revision: z.string().max(10).default('0'),
  text: z.string().default(''),
  who: z.string().default(''),
  /** YYYY-MM-DD; empty: as before. */
  date: z.string().default(''),
})

/** The caller's own agreement whose card was pressed. @throws AppError `forbidden` for everybody else, and once it has been deleted */
export async function findOwnAgreement(ctx: Ctx, pressed: Pressed, id: string): Promise<Agreement> {
  const found = await findAgreement(ctx, pressed, id)
  if (found.leaderId === ctx.caller.leaderId) return found
  if (found.leaderId === '')
    throw new AppError('not-found', 'It has been deleted', { say: { key: 'agreement.erased.text' } })
  throw new AppError('forbidden', 'It is somebody else’s agreement', { say: { key: 'agreement.fault.notYours' } })
}

/**
 * Edits the caller's own agreement.
 * @throws AppError `invalid` for what cannot be kept, `conflict` where it has been edited since the form was shown
 */
export async function editAgreement(
  ctx: Ctx,
  pressed: Pressed,
  input: z.infer<typeof agreementChangeInput>,
): Promise<Agreement> {
  const { text, who } = checkWords(input)
  const own = await findOwnAgreement(ctx, pressed, input.agreementId)
  const isSameDay = input.date.trim() === '' || (input.date.startsWith(own.lookOn) && own.dueAt !== null)
  const when = isSameDay ? {} : { ...lookAt(ctx, { weeks: '', date: input.date }), outcome: null }
  const revision = Number(input.revision)
  const isSaid = (each: Agreement) =>
    each.text === text && each.who === who && (isSameDay || each.lookOn === ('lookOn' in when && when.lookOn))
  const after = await changeAgreement(ctx, own.id, (before) =>
    before.leaderId === ctx.caller.leaderId && before.revision === revision
      ? { ...when, text, who, revision: revision + 1 }
      : undefined,
  )
  // The same press that comes twice finds what it has written.
  if (isSaid(after)) return after
  throw new AppError('conflict', 'Edited elsewhere meanwhile', { say: { key: 'agreement.fault.changed' } })
}

/** The place keeps that something was agreed; the words and whose they were go. @returns it as it was */
export async function withdrawAgreement(
  ctx: Ctx,
  pressed: Pressed,
  { agreementId }: z.infer<typeof agreementIdInput>,
): Promise<Agreement> {
  const own = await findOwnAgreement(ctx, pressed, agreementId)
  await changeAgreement(ctx, own.id, ({ revision }) => ({
    leaderId: '',
    name: '',
    text: '',
    who: '',
    dueAt: null,
    revision: revision + 1,
  }))
  return own
}
