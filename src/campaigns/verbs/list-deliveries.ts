import { z } from 'zod'
import { requireHr } from '../../caller/access'
import type { Ctx } from '../../caller/context'
import { audiencePages, type Occasion, type Recipient } from '../../records/campaign'
import { channels } from '../../records/channel'
import { type Delivery, type DeliveryState, deliveries, deliveryStates } from '../../records/delivery'
import { deliveryId, pageId } from '../../records/ids'
import { leaders } from '../../records/leader'
import { asStored } from '../../store/as-stored'
import { decodeCursor, encodeCursor } from '../../store/document'
import { isOwnChoice } from '../audience/own-choice'
import { deliveryState } from '../kept/delivery-state'
import { findOccasion } from '../kept/find-occasion'

const deliveriesInput = z.object({
  occasionId: z.string(),
  state: z.enum(deliveryStates).optional(),
  cursor: z.string().max(4000).optional(),
})

/** What became of one recipient; of none who chose not to be reached. What they were asked, and what they did with it, is not told. */
export interface DeliveryLine {
  readonly id: string
  readonly recipient: Recipient
  /** As Teams shows it; empty where it is not known, and for operators, who need no names. */
  readonly name: string
  readonly state: DeliveryState
  /** Why, as a code. */
  readonly reason: string | null
  readonly attempts: number
  readonly sentAt: string | null
}

export interface DeliveryPage {
  readonly lines: readonly DeliveryLine[]
  /** How many more have paused, stopped, blocked or removed Pejling: to be told together for the whole occasion, and from five up. */
  readonly away: number
  /** Present when there may be more; a page may be short, or even empty. */
  readonly cursor: string | undefined
}

/** First the deliveries that were begun, then the pages, for those that were not. */
const cursorSchema = z.union([
  z.object({ begun: z.string().optional() }).strict(),
  z.object({ page: z.number().int().min(0) }).strict(),
])
type Position = z.infer<typeof cursorSchema>

const pageSize = 100

/** So long as HR can do something about it, it is told by name. Who has got a prompt would tell who has not. */
const curable: readonly DeliveryState[] = ['failed', 'unknown', 'unreachable', 'missed']

/** An occasion's recipients, some at a time: to operators all but those who chose not to be reached, to HR whom it can help. AppError `not-found`. */
export async function listDeliveries(ctx: Ctx, input: z.input<typeof deliveriesInput>): Promise<DeliveryPage> {
  requireHr(ctx)
  const { occasionId, state, cursor } = deliveriesInput.parse(input)
  const { occasion } = await findOccasion(ctx, occasionId)
  const position = readCursor(cursor)
  const { found, next } =
    'page' in position
      ? await listWaiting(ctx, occasion, position.page)
      : await listBegun(ctx, occasion, position.begun)
  const now = ctx.clock.now()
  const told = found
    .map((one) => ({ ...one, state: deliveryState(one.delivery, occasion, now) }))
    .filter((one) => state === undefined || one.state === state)
  const shown = told.filter(
    ({ delivery, state }) => !isOwnChoice(delivery?.reason) && (ctx.caller.isOperator || curable.includes(state)),
  )
  const lines = await Promise.all(
    shown.map(async ({ recipient, delivery, state }) => ({
      id: deliveryId(occasion.id, recipient.id),
      recipient,
      name: await nameOf(ctx, recipient),
      state,
      reason: delivery?.reason ?? null,
      attempts: delivery?.attempts ?? 0,
      sentAt: delivery?.sentAt ?? null,
    })),
  )
  return {
    lines,
    away: told.filter(({ delivery }) => isOwnChoice(delivery?.reason)).length,
    cursor: next && encodeCursor(next),
  }
}

interface Found {
  readonly found: readonly { readonly recipient: Recipient; readonly delivery: Delivery | undefined }[]
  readonly next: Position | undefined
}

async function listBegun(ctx: Ctx, occasion: Occasion, cursor: string | undefined): Promise<Found> {
  const page = await ctx.store.list(deliveries, occasion.id, { limit: pageSize, cursor })
  const found = page.documents.map(({ document }) => ({
    recipient: { id: document.recipientId, kind: document.recipientKind },
    delivery: document,
  }))
  return { found, next: page.cursor === undefined ? { page: 0 } : { begun: page.cursor } }
}

async function listWaiting(ctx: Ctx, occasion: Occasion, number: number): Promise<Found> {
  const page = await ctx.store.get(audiencePages, occasion.id, pageId(occasion.id, number))
  const looked = await Promise.all(
    (page?.document.recipients ?? []).map(async (recipient) => ({
      recipient,
      isBegun: (await ctx.store.get(deliveries, occasion.id, deliveryId(occasion.id, recipient.id))) !== undefined,
    })),
  )
  const found = looked.filter(({ isBegun }) => !isBegun).map(({ recipient }) => ({ recipient, delivery: undefined }))
  return { found, next: page ? { page: number + 1 } : undefined }
}

function readCursor(cursor: string | undefined): Position {
  return cursor === undefined ? {} : decodeCursor(cursor, cursorSchema)
}

async function nameOf(ctx: Ctx, { id, kind }: Recipient): Promise<string> {
  if (ctx.caller.isOperator) return ''
  // The record is read as it is stored: above all of one that does not fit its schema HR needs to see whose it is.
  const found = await ctx.store.get(asStored(kind === 'channel' ? channels : leaders), ctx.caller.tenantId, id)
  const name = found?.document.name
  return typeof name === 'string' ? name : ''
}
