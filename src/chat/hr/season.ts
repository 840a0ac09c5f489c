import type { z } from 'zod'
import { nowIso } from '../../caller/context'
import { listUnreached, type unreachedInput } from '../../campaigns/verbs/list-unreached'
import { type seasonInput, showSeason } from '../../campaigns/verbs/show-season'
import { seasonCard } from '../../cards/campaign/season-card'
import { notice } from '../../cards/kit/notice-card'
import { seasonCalendar } from '../../documents/season-calendar'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import { sheetOffer } from './leader-files'

/** HR's year on one card. Chosen anew for a role, it takes the place of the card before. */
export async function showYear(turn: Turn, input: z.infer<typeof seasonInput>): Promise<Reply> {
  const { ctx, reader } = turn
  const season = await showSeason(ctx, reader.locale, input)
  const card = seasonCard({ ...reader, season, nowMs: ctx.clock.now() })
  return input.whom === undefined ? send(card) : replace(card)
}

/** Asks whether the calendar may be put in the OneDrive of one of HR. */
export async function offerSeason(turn: Turn): Promise<Reply> {
  const offer = sheetOffer(turn, { what: 'season' }, await seasonFile(turn))
  return send(notice(turn.reader, 'seasonOffered'), { before: [offer] })
}

/** The same for the page to print of what the card shows. */
export async function offerSeasonPage(turn: Turn, input: z.infer<typeof seasonInput>): Promise<Reply> {
  const offer = sheetOffer(turn, { what: 'season-page', ...input }, await seasonPage(turn, input))
  return send(notice(turn.reader, 'seasonPageOffered'), { before: [offer] })
}

/** Every date to come of HR's campaigns, or those that a role gets with what it is asked, to print. */
export async function seasonPage({ ctx, reader }: Turn, input: z.infer<typeof seasonInput>): Promise<Buffer> {
  const season = await showSeason(ctx, reader.locale, input)
  // Loaded only when used: the library that writes Word files is large.
  const { writeSeasonDocument } = await import('../../documents/write-season-document.js')
  return writeSeasonDocument({ ...reader, season, nowMs: ctx.clock.now() })
}

/** Every date to come of HR's campaigns, for a calendar. */
export async function seasonFile({ ctx, reader }: Turn): Promise<Buffer> {
  const season = await showSeason(ctx, reader.locale, {})
  return seasonCalendar(reader.texts(reader.locale, 'season.title'), season, nowIso(ctx))
}

/** Asks whether the list of who was not reached may be put in the OneDrive of one of HR. */
export async function offerUnreached(turn: Turn, input: z.infer<typeof unreachedInput>): Promise<Reply> {
  const offer = sheetOffer(turn, { what: 'unreached', ...input }, await unreachedFile(turn, input))
  return send(notice(turn.reader, 'unreachedOffered'), { before: [offer] })
}

/** Everybody whom one time of a campaign did not reach and HR can help. */
export async function unreachedFile({ ctx, reader }: Turn, input: z.infer<typeof unreachedInput>): Promise<Buffer> {
  const unreached = await listUnreached(ctx, input)
  // Loaded only when used.
  const { writeUnreached } = await import('../../documents/write-unreached.js')
  return writeUnreached(reader, unreached)
}
