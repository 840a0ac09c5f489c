import { z } from 'zod'
import { type CardEraser, erasePerson } from '../../people/erase-person'
import { exportPerson } from '../../people/export-person'
import { noteOwnCards } from '../../people/note-own-cards'
import type { Leader } from '../../records/leader'
import { emptyShare } from '../journal/share'
import { noted } from '../noted'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'
import type { Views } from '../views/views'

export const dataInput = z.object({
  form: z.enum(['text', 'json']).default('text'),
  page: z.coerce.number().int().min(0).default(0),
})

/** Shows what is stored about the caller, a page at a time: Teams limits both a message and how many come at once. */
export async function showData(turn: Turn, { form, page }: z.infer<typeof dataInput>, views: Views): Promise<Reply> {
  const { leader } = turn
  const pages = views.sheets.dataPages(leader, await exportPerson(turn.ctx), form)
  // Something may have been erased since the page before was shown.
  const shown = Math.min(page, pages.length - 1)
  return send(views.sheets.dataPage(leader, form, shown, pages.length), {
    before: pages.slice(shown, shown + 1),
    onSent: (ids) => noted(turn, () => noteOwnCards(turn.ctx, ids)),
  })
}

/** Asks before anything is erased, with how much there is. */
export async function askErase(turn: Turn, views: Views): Promise<Reply> {
  const { reflections = [], helpRequests = [], threadAnswers = [] } = await exportPerson(turn.ctx)
  const own = helpRequests.filter((request) => 'text' in request)
  const counts = { reflections: reflections.length, helpRequests: own.length, answers: threadAnswers.length }
  return send(views.sheets.eraseAsked(turn.leader, counts))
}

export async function eraseData(turn: Turn, views: Views): Promise<Reply> {
  const { ctx, leader } = turn
  const { left } = await erasePerson(ctx, cardEraser(turn, views))
  views.lastTurns.forget(turn.conversationId, ctx.caller.leaderId)
  turn.lastActs.forget(ctx.caller.leaderId)
  const kinds = leftKinds.filter((kind) => left[kind] > 0)
  if (kinds.length === 0) return replace(views.notice(leader, 'dataErased'))
  ctx.log.info({ ...left }, 'cards not emptied at an erasure')
  const lines = kinds.map((kind) => views.texts(leader.locale, `data.left.${kind}`))
  return replace(views.notice(leader, 'dataErasedMostly', { left: lines.join('\n') }))
}

const leftKinds = ['chat', 'hr', 'channels', 'threads'] as const
/** Teams asks for an answer within 15 s (docs/teams-facts.md#fifteen-seconds), and takes seven changes a second. */
const emptyingMs = 8_000
const atOnce = 4

function cardEraser(turn: Turn, views: Views): CardEraser {
  const { ctx, line, pressedId } = turn
  const empty = (leader: Pick<Leader, 'locale'>) => views.notice({ ...turn.leader, ...leader }, 'dataEmptied')
  const end = ctx.clock.now() + emptyingMs
  /** @returns how many are left when the time is up */
  async function emptyEach<T>(cards: readonly T[], replaced: (card: T) => Promise<boolean>): Promise<number> {
    let left = cards.length
    for (let i = 0; i < cards.length && ctx.clock.now() < end; i += atOnce) {
      const outcomes = await Promise.all(cards.slice(i, i + atOnce).map(replaced))
      left -= outcomes.filter(Boolean).length
    }
    return left
  }
  return {
    emptyOwn: (conversation, ids) =>
      // The pressed card turns into the receipt.
      emptyEach(
        ids.filter((id) => id !== pressedId),
        (id) => line.replace(conversation, id, empty(turn.leader)),
      ),
    async emptyHelp(card) {
      return (
        (await emptyEach([card], ({ conversation, id }) => line.replace(conversation, id, empty(ctx.config)))) === 0
      )
    },
    emptyShared: (shares) => emptyEach(shares, (share) => emptyShare(turn, share, views)),
    emptyAnswers: (answers) =>
      emptyEach(answers, ({ conversation, messageId = '' }) =>
        line.replace(conversation, messageId, views.channelAnswerGone(ctx.config.locale)),
      ),
  }
}
