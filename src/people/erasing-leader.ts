import { z } from 'zod'
import { type Ctx, nowIso } from '../caller/context'
import { AppError } from '../errors'
import { conversationSchema } from '../records/conversation'
import { leaders } from '../records/leader'
import { type AsStored, asStored } from '../store/as-stored'
import { updateDocument } from '../store/update-document'

const cards = z.looseObject({ hr: z.number().int(), channels: z.number().int(), threads: z.number().int() })

/** What an erasure needs of the leader's own record: each part as far as it can be read, whatever the rest of the record is. */
const erasingSchema = z.object({
  erasing: z.string().optional().catch(undefined),
  alias: z.string().optional().catch(undefined),
  cardIds: z.array(z.string()).optional().catch(undefined),
  cardsLeft: cards.optional().catch(undefined),
  heldSince: z.string().optional().catch(undefined),
  conversation: conversationSchema.nullable().default(null).catch(null),
  welcomedAt: z.unknown(),
  framework: z.unknown(),
})
export type ErasingLeader = z.infer<typeof erasingSchema>

/** The caller's own record as it lies there, which a schema that it does not fit must not keep from being erased. */
export async function findErasing(ctx: Ctx): Promise<ErasingLeader | undefined> {
  const found = await ctx.store.get(asStored(leaders), ctx.caller.tenantId, ctx.caller.leaderId)
  return found && erasingSchema.parse(found.document)
}

/** Changes the record, which is there; what is not named stays as it lies. */
export async function updateErasing(
  ctx: Ctx,
  change: (leader: ErasingLeader) => Partial<ErasingLeader>,
): Promise<ErasingLeader> {
  const { tenantId, leaderId } = ctx.caller
  const outcome = await updateDocument<AsStored>(ctx.store, asStored(leaders), tenantId, leaderId, (before) =>
    before ? { ...before, ...change(erasingSchema.parse(before)), updatedAt: nowIso(ctx) } : 'keep',
  )
  if (outcome.status === 'conflict')
    throw new AppError('conflict', 'The leader record kept changing under several writers')
  return erasingSchema.parse(outcome.status === 'absent' ? {} : outcome.document)
}
