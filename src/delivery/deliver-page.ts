import { nowIso } from '../caller/context'
import type { Work } from '../queue/work-message'
import { type AudiencePage, audiencePages, type Occasion, type Recipient } from '../records/campaign'
import { deliveries } from '../records/delivery'
import { deliveryId, pageId } from '../records/ids'
import { everyDocument } from '../store/every-document'
import { deliver, type Written } from './deliver'
import { createPermission } from './permission'
import { bothOf, done, later, lookAgainMs, type SendingContext, type Verdict } from './sending-context'
import { settleClaim } from './settle-claim'

type PageWork = Extract<Work, { kind: 'page' }>

/**
 * Delivers to everybody on a page. It is safe to repeat: the second time finds the deliveries of the first.
 * @param isFirst nobody has begun on this page, as far as the queue knows
 * @param deadlineMs of the steady clock: what has not begun by then is handed back
 */
export async function deliverPage(
  context: SendingContext,
  work: PageWork,
  isFirst: boolean,
  deadlineMs: number,
): Promise<Verdict> {
  const { store, clock } = context.services
  const found = await store.get(audiencePages, work.occasionId, pageId(work.occasionId, work.page))
  if (!found) return done
  const page = found.document
  // What has not been sent when the window closes is missed. The counts tell that by the time alone: nothing is written.
  if (nowIso(context.services) >= page.closesAt) return settlePage(context, page)
  const earlyMs = Date.parse(page.dueAt) - clock.now()
  if (earlyMs > 0) return later(earlyMs)
  const permission = createPermission(context, work.occasionId)
  const standing = await permission()
  if (standing.kind === 'cancelled') return done
  if (standing.kind === 'paused') return later(lookAgainMs)

  const walk = { page, occasion: standing.occasion, permission, deadlineMs, isFirst }
  const verdicts = await Promise.all(
    page.recipients.map((one) => context.concurrently(() => toRecipient(context, walk, one))),
  )
  return verdicts.reduce(bothOf, done)
}

/** A delivery that was claimed in time by a process that died is settled even when nothing more is sent. */
async function settlePage(context: SendingContext, { occasionId, recipients }: AudiencePage): Promise<Verdict> {
  const { store } = context.services
  const where = [{ field: 'state', is: '=', value: 'claimed' }] as const
  const claims = await everyDocument(store, deliveries, occasionId, { where })
  const ids = new Set(recipients.map(({ id }) => id))
  const verdicts = await Promise.all(
    claims.filter(({ recipientId }) => ids.has(recipientId)).map(({ id }) => settleStanding(context, occasionId, id)),
  )
  return verdicts.reduce<Verdict>((all, verdict) => bothOf(all, verdict ?? done), done)
}

/** @returns undefined: nobody has begun on this delivery */
async function settleStanding(context: SendingContext, occasionId: string, id: string): Promise<Verdict | undefined> {
  const found = await context.services.store.get(deliveries, occasionId, id)
  return found && settleClaim(context, found)
}

interface Walk {
  readonly page: AudiencePage
  readonly occasion: Occasion
  readonly permission: ReturnType<typeof createPermission>
  readonly deadlineMs: number
  /** False once a delivery of this page is found to be there: from then on each one is looked for before it is written. */
  isFirst: boolean
}

async function toRecipient(context: SendingContext, walk: Walk, recipient: Recipient): Promise<Verdict> {
  const { page, occasion, permission, deadlineMs } = walk
  const { store } = context.services
  const id = deliveryId(occasion.id, recipient.id)

  if (!walk.isFirst) {
    const verdict = await settleStanding(context, occasion.id, id)
    if (verdict) return verdict
  }
  return deliver(context, {
    occasion,
    recipient,
    permission,
    deadlineMs,
    closesAt: page.closesAt,
    before: undefined,
    page: { occasionId: occasion.id, id: page.id },
    hasArrived: async () => false,
    write: async (delivery): Promise<Written> => {
      const outcome = await store.create(deliveries, delivery)
      if (outcome.status === 'created') return { kind: 'written', version: outcome.version }
      walk.isFirst = false
      return { kind: 'taken', verdict: (await settleStanding(context, occasion.id, id)) ?? later(0) }
    },
  })
}
