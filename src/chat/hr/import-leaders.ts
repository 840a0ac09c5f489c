import { z } from 'zod'
import { requireEveryUnit } from '../../caller/hr-right'
import { button } from '../../cards/kit/button'
import { notice } from '../../cards/kit/notice-card'
import { sheetCard } from '../../cards/kit/sheet-card'
import { noneOfThem, notChosen, rosterReviewCard, titleField } from '../../cards/roster/roster-review-card'
import { rosterStateCard } from '../../cards/roster/roster-state-card'
import { listChannels } from '../../channels/list-channels'
import { importInput, importRoster } from '../../people/roster/import-roster'
import { isAnybodyAwaited, meetAwaited } from '../../people/roster/meet-awaited'
import { proposeRoster } from '../../people/roster/propose-roster'
import { reviewRoster } from '../../people/roster/review-roster'
import { chooseRoles, draftIdInput, dropRoster, getDraft } from '../../people/roster/roster-draft'
import { undoRoster } from '../../people/roster/undo-roster'
import type { RosterDraft } from '../../records/roster'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import { faultsFile, sheetOffer } from './leader-files'

type DraftId = z.infer<typeof draftIdInput>

/** The fields of the review: what a title stands for, one field each. */
const withTitles = z.record(z.string(), z.unknown())
export const reviewInput = draftIdInput.and(withTitles)
export const reviewImportInput = importInput.and(withTitles)

/** Of the 15 s of a turn; what is left of a long list the server goes on with. */
const budgetMs = 6_000

/** What one of HR has sent: what it would do, and nothing more. */
export async function readList({ ctx, reader, leader }: Turn, bytes: Buffer): Promise<Reply> {
  requireEveryUnit(ctx)
  const { readTable } = await import('../../documents/read-table.js')
  const home = ctx.config.municipality ?? leader.framework
  const { id } = await proposeRoster(ctx, { rows: await readTable(bytes), home })
  return send(rosterReviewCard({ ...reader, review: await reviewRoster(ctx, { draftId: id }) }))
}

/** Keeps the roles that were chosen, and shows the titles that are left. */
export async function saveTitles(turn: Turn, input: z.infer<typeof reviewInput>): Promise<Reply> {
  await keepChoices(turn, input)
  return showRoster(turn, input)
}

export async function importNow(turn: Turn, input: z.infer<typeof reviewImportInput>): Promise<Reply> {
  const { ctx } = turn
  await keepChoices(turn, input)
  const draft = await importRoster(ctx, importInput.parse(input), ctx.clock.now() + budgetMs)
  await goOn(turn, draft)
  return stateReply(turn, draft)
}

export async function undoNow(turn: Turn, { draftId }: DraftId): Promise<Reply> {
  const draft = await undoRoster(turn.ctx, { draftId }, turn.ctx.clock.now() + budgetMs)
  await goOn(turn, draft)
  return stateReply(turn, draft)
}

/** Where a list stands: what it would do, how far it is, or what it did. */
export async function showRoster(turn: Turn, { draftId }: DraftId): Promise<Reply> {
  const { ctx, reader } = turn
  requireEveryUnit(ctx)
  const draft = await getDraft(ctx, draftId)
  if (draft.state !== 'proposed') return stateReply(turn, draft)
  return replace(rosterReviewCard({ ...reader, review: await reviewRoster(ctx, { draftId }) }))
}

export async function dropNow(turn: Turn, { draftId }: DraftId): Promise<Reply> {
  return stateReply(turn, await dropRoster(turn.ctx, { draftId }))
}

export async function offerFaults(turn: Turn, { draftId }: DraftId): Promise<Reply> {
  const t = (key: string) => turn.reader.texts(turn.reader.locale, key)
  const { faults } = await reviewRoster(turn.ctx, { draftId })
  const offer = sheetOffer(turn, { what: 'roster-faults', draftId }, await faultsFile(turn, { draftId }), faults.length)
  const buttons = [button(t('leaders.how.title'), 'leaders.how')]
  const card = sheetCard(turn.reader, { title: t('roster.faults.title'), text: t('roster.faults.text'), buttons })
  return send(card, { before: [offer] })
}

/** Looks in every team that Pejling is in for those whom lists name by address only. */
export async function findInTeams(turn: Turn, { draftId }: DraftId): Promise<Reply> {
  const { ctx, reader, otherChats } = turn
  requireEveryUnit(ctx)
  const endMs = ctx.clock.now() + budgetMs
  let n = 0
  for (const team of await teamsOf(turn)) {
    if (ctx.clock.now() >= endMs) break
    for (const member of await otherChats.members(team)) if (await meetAwaited(ctx, member)) n++
  }
  const text = reader.texts(reader.locale, n > 0 ? 'roster.found.text' : 'roster.found.none', { n })
  const title = reader.texts(reader.locale, 'roster.found.title')
  const again = button(reader.texts(reader.locale, 'roster.undo'), 'roster.undo', { draftId })
  const leaders = button(reader.texts(reader.locale, 'leaders.show'), 'leaders.show')
  return replace(sheetCard(reader, { title, text, buttons: [leaders, again] }))
}

async function keepChoices({ ctx }: Turn, { draftId, ...fields }: z.infer<typeof reviewInput>): Promise<void> {
  const chosen = Object.entries(fields).flatMap(([field, value]) =>
    field.startsWith(titleField) && typeof value === 'string' && value !== notChosen && value !== ''
      ? [[field.slice(titleField.length), value === noneOfThem ? '' : value.slice(0, 100)] as const]
      : [],
  )
  if (chosen.length > 0) await chooseRoles(ctx, { draftId, choices: Object.fromEntries(chosen) })
}

/** What is left to do is the server's. */
async function goOn({ queue }: Turn, { id, state }: RosterDraft): Promise<void> {
  if (state === 'importing' || state === 'undoing') await queue.send({ kind: 'roster', draftId: id })
}

async function stateReply(turn: Turn, draft: RosterDraft): Promise<Reply> {
  const { ctx, reader } = turn
  if (draft.state === 'dropped') return replace(notice(reader, 'rosterDropped'))
  const canFind = draft.state === 'done' && (await isAnybodyAwaited(ctx)) && (await teamsOf(turn)).length > 0
  return replace(rosterStateCard({ ...reader, draft, canFind }))
}

/** A channel of each team that Pejling is in. */
async function teamsOf({ ctx }: Turn) {
  const open = (await listChannels(ctx)).filter(({ removedAt }) => removedAt === null)
  return [...new Map(open.map((channel) => [channel.teamId, channel])).values()]
}
