import { z } from 'zod'
import type { Ctx, Services } from '../caller/context'
import { retained } from '../caller/retention'
import { AppError } from '../errors'
import { type Conversation, threadless } from '../records/conversation'
import { type Agreement, agreements, discussions } from '../records/discussion'
import { type AsStored, asStored } from '../store/as-stored'
import { everyDocument } from '../store/every-document'
import { updateDocument } from '../store/update-document'
import type { Pressed } from './discussion'
import { lookAt } from './look-on'

export const outcomeInput = z.object({
  agreementId: z.string().min(1).max(255),
  outcome: z.string().default(''),
  text: z.string().default(''),
})
export const lookAgainInput = z.object({
  agreementId: z.string().min(1).max(255),
  weeks: z.string().default(''),
})

const outcomes = z.enum(['done', 'underway', 'dropped'])

/** Those of a channel or group chat, the newest first. */
export async function listAgreements(ctx: Ctx, { conversationId }: Conversation): Promise<Agreement[]> {
  const where = [{ field: 'placeId', is: '=', value: threadless(conversationId) }] as const
  const found = await everyDocument(ctx.store, agreements, ctx.caller.tenantId, { where })
  return found.sort((a, b) => b.createdAt.localeCompare(a.createdAt))
}

/** The agreement whose card was pressed. @throws AppError `not-found` anywhere but where it was made */
export async function findAgreement(ctx: Ctx, { conversation }: Pressed, id: string): Promise<Agreement> {
  const found = (await ctx.store.get(agreements, ctx.caller.tenantId, id))?.document
  if (!found || found.placeId !== threadless(conversation.conversationId))
    throw new AppError('not-found', 'No such agreement here', { say: { key: 'agreement.fault.gone' } })
  return found
}

/**
 * Notes what became of an agreement. Whoever says so first is heard.
 * @throws AppError `invalid` for no such outcome, `conflict` where somebody else has said another
 */
export async function noteOutcome(
  ctx: Ctx,
  pressed: Pressed,
  input: Pick<z.infer<typeof outcomeInput>, 'agreementId' | 'outcome'>,
): Promise<Agreement> {
  const outcome = outcomes.safeParse(input.outcome).data
  if (!outcome) {
    const say = { key: 'agreement.fault.outcome', field: 'outcome' }
    throw new AppError('invalid', 'No such outcome', { say })
  }
  const { id } = await findAgreement(ctx, pressed, input.agreementId)
  const after = await changeAgreement(ctx, id, (before) =>
    before.outcome === null ? { outcome, dueAt: null } : undefined,
  )
  if (after.outcome === outcome) return after
  throw new AppError('conflict', 'Somebody else has said so', { say: { key: 'agreement.fault.said' } })
}

/** Looks at it once more, some weeks from now. */
export async function lookAgain(
  ctx: Ctx,
  pressed: Pressed,
  { agreementId, weeks }: z.infer<typeof lookAgainInput>,
): Promise<Agreement> {
  const { id } = await findAgreement(ctx, pressed, agreementId)
  const { lookOn, dueAt } = lookAt(ctx, { weeks, date: '' })
  return changeAgreement(ctx, id, ({ outcome, lastOutcome }) => ({
    lookOn,
    dueAt,
    outcome: null,
    lastOutcome: outcome ?? lastOutcome,
  }))
}

/** @throws AppError `not-found` where it has gone meanwhile */
export async function changeAgreement(
  ctx: Pick<Services, 'store' | 'config' | 'clock'>,
  id: string,
  changed: (before: Agreement) => Partial<Agreement> | undefined,
): Promise<Agreement> {
  const outcome = await updateDocument(ctx.store, agreements, ctx.config.tenantId, id, (before) => {
    const news = before && changed(before)
    return before && news ? retained(ctx, { ...before, ...news }) : 'keep'
  })
  if (outcome.status === 'conflict') throw new AppError('conflict', 'The agreement kept changing under several writers')
  if (outcome.status === 'absent')
    throw new AppError('not-found', 'The agreement has gone', { say: { key: 'agreement.fault.gone' } })
  return outcome.document
}

/** Those that the caller wrote down. */
export function listOwnAgreements(ctx: Ctx): Promise<AsStored[]> {
  const where = [{ field: 'leaderId', is: '=', value: ctx.caller.leaderId }] as const
  return everyDocument(ctx.store, asStored(agreements), ctx.caller.tenantId, { where })
}

/** Those that the caller asked for. */
export function listOwnDiscussions(ctx: Ctx): Promise<AsStored[]> {
  const where = [{ field: 'startedBy', is: '=', value: ctx.caller.leaderId }] as const
  return everyDocument(ctx.store, asStored(discussions), ctx.caller.tenantId, { where })
}

/** The place keeps that something was agreed; the words and whose they were go. @returns how many there were */
export async function eraseAgreements(ctx: Ctx): Promise<number> {
  const own = await listOwnAgreements(ctx)
  for (const { id } of own)
    await updateDocument(ctx.store, asStored(agreements), ctx.caller.tenantId, id, (before) =>
      before
        ? retained(ctx, { ...withCreation(ctx, before), leaderId: '', name: '', text: '', who: '', dueAt: null })
        : 'keep',
    )
  return own.length
}

/** What others have said in it stays; who asked for it goes. */
export async function eraseDiscussions(ctx: Ctx): Promise<number> {
  const own = await listOwnDiscussions(ctx)
  for (const { id } of own)
    await updateDocument(ctx.store, asStored(discussions), ctx.caller.tenantId, id, (before) =>
      before ? retained(ctx, { ...withCreation(ctx, before), startedBy: null, startedName: '' }) : 'keep',
    )
  return own.length
}

/** A record that this version cannot read may have no creation that counts. */
function withCreation(ctx: Ctx, before: AsStored): AsStored & { readonly createdAt: string } {
  const { createdAt } = before
  return { ...before, createdAt: typeof createdAt === 'string' ? createdAt : new Date(ctx.clock.now()).toISOString() }
}
