import { z } from 'zod'
import { requireHr } from '../../caller/access'
import { recordAudit } from '../../caller/audit'
import { nowIso } from '../../caller/context'
import { AppError } from '../../errors'
import type { Occasion } from '../../records/campaign'
import { findOccasion } from '../kept/find-occasion'
import { changeOccasion } from '../kept/occasion-record'
import { stopOccasion } from '../kept/stop-occasions'
import type { Resending } from './resend-deliveries'

export const callBackInput = z.object({ occasionId: z.string() })

/** A message that is on its way while an occasion is called back has arrived, or not, well within this. */
const onTheirWayMs = 2 * 60_000

/**
 * Calls an occasion's question back: what is not sent stays unsent, nobody is reminded, and the cards that were sent say that it was
 * called back. What leaders have answered stays theirs. The campaign itself goes on. Safe to repeat.
 * @throws AppError `not-found`
 */
export async function callBack(ctx: Resending, input: z.input<typeof callBackInput>): Promise<Occasion> {
  requireHr(ctx)
  const { campaign, occasion } = await findOccasion(ctx, callBackInput.parse(input).occasionId)
  const { date } = occasion
  await stopOccasion(ctx, campaign, occasion)
  const after = await changeOccasion(ctx, campaign.id, date, ({ calledBackAt }) => ({
    calledBackAt: calledBackAt ?? nowIso(ctx),
    remindAt: null,
    reminderDates: [],
  }))
  if (!after) throw new AppError('not-found', 'The occasion is gone', { say: { key: 'campaign.noOccasion' } })
  // At each press, since the process may have died before the messages were sent; a card that says so already is left alone.
  for (let page = 0; page < after.pages; page++) {
    for (const delayMs of [0, onTheirWayMs])
      await ctx.queue.send({ kind: 'call-back', occasionId: after.id, page }, { delayMs })
  }
  const recipients = after.recipients
  await recordAudit(ctx, {
    id: `${after.id}:called-back`,
    what: 'occasion-called-back',
    campaign: { id: campaign.id, name: campaign.name },
    counts: { recipients },
  })
  return after
}
