import { z } from 'zod'
import { atOnce } from '../../async/at-once'
import { notice } from '../../cards/kit/notice-card'
import { readerFor } from '../../cards/kit/reader'
import { personalDataCard } from '../../cards/leader/personal-data-card'
import { jsonPages, markdownPages } from '../../cards/leader/personal-data-text'
import { eraseCard, privacyCard } from '../../cards/leader/privacy-card'
import { channelPromptCard } from '../../cards/prompt/channel-prompt-card'
import { teamRhythmKeptCard } from '../../cards/prompt/team-rhythm-card'
import { type CardEraser, erasePerson } from '../../people/erase-person'
import { exportPerson } from '../../people/export-person'
import { emptyShare } from '../journal/share'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'

export const dataInput = z.object({
  form: z.enum(['text', 'json']).default('text'),
  page: z.coerce.number().int().min(0).default(0),
})

export function showPrivacy({ ctx, reader, isPersonal }: Turn): Reply {
  const { config } = ctx
  return send(privacyCard({ ...reader, processing: config, isPersonal, hasHelpDesk: config.hrConversation !== '' }))
}

/** Shows what is stored about the caller, a page at a time: Teams limits both a message and how many come at once. */
export async function showData(turn: Turn, { form, page }: z.infer<typeof dataInput>): Promise<Reply> {
  const data = await exportPerson(turn.ctx)
  const pages = form === 'json' ? jsonPages(data) : markdownPages(data, turn.reader)
  // Something may have been erased since the page before was shown.
  const shown = Math.min(page, pages.length - 1)
  return send(personalDataCard(turn.reader, form, shown, pages.length), {
    before: pages.slice(shown, shown + 1),
    holds: 'own',
  })
}

/** Asks before anything is erased, with how much there is. */
export async function askErase(turn: Turn): Promise<Reply> {
  if (turn.leader.heldSince !== undefined) return send(notice(turn.reader, 'hold.standing'))
  const { reflections = [], helpRequests = [], threadAnswers = [] } = await exportPerson(turn.ctx)
  const answered = reflections.filter((reflection) => 'text' in reflection || 'scale' in reflection)
  const own = helpRequests.filter((request) => 'text' in request)
  const counts = { reflections: answered.length, messages: own.length, answers: threadAnswers.length }
  return send(eraseCard({ ...turn.reader, ...counts }))
}

export async function eraseData(turn: Turn): Promise<Reply> {
  const { ctx, reader } = turn
  const { left } = await erasePerson(ctx, cardEraser(turn))
  turn.lastTurns.forget(turn.conversationId, ctx.caller.leaderId)
  turn.lastActs.forget(ctx.caller.leaderId)
  const kinds = leftKinds.filter((kind) => left[kind] > 0)
  if (kinds.length === 0) return replace(notice(turn.reader, 'dataErased'))
  ctx.log.info({ ...left }, 'cards not emptied at an erasure')
  const lines = kinds.map((kind) => reader.texts(reader.locale, `data.left.${kind}`))
  return replace(notice(turn.reader, 'dataErasedMostly', { left: lines.join('\n') }))
}

/** Leaves everything as it is. */
export function keepData({ reader }: Turn): Reply {
  return replace(notice(reader, 'dataKept'))
}

const leftKinds = ['chat', 'hr', 'channels', 'threads'] as const
/** Teams asks for an answer within 15 s (docs/teams-facts.md#fifteen-seconds), and takes seven changes a second. */
const emptyingMs = 8_000
const changesAtOnce = 4

function cardEraser(turn: Turn): CardEraser {
  const { ctx, otherChats, pressedId, reader } = turn
  const everybody = readerFor(reader, ctx.config)
  const end = ctx.clock.now() + emptyingMs
  /** @returns how many are left when the time is up */
  async function emptyEach<T>(cards: readonly T[], replaced: (card: T) => Promise<boolean>): Promise<number> {
    const outcomes = await atOnce(changesAtOnce, cards, async (card) => ctx.clock.now() < end && (await replaced(card)))
    return outcomes.filter((isEmptied) => !isEmptied).length
  }
  return {
    emptyOwn: (conversation, ids) =>
      // The pressed card turns into the receipt.
      emptyEach(
        ids.filter((id) => id !== pressedId),
        (id) => otherChats.replace(conversation, id, notice(reader, 'dataEmptied')),
      ),
    async emptyHelp(card) {
      return (
        (await emptyEach([card], ({ conversation, id }) =>
          otherChats.replace(conversation, id, notice(everybody, 'dataEmptied')),
        )) === 0
      )
    },
    emptyShared: (shares) => emptyEach(shares, (share) => emptyShare(turn, share)),
    emptyAnswers: (answers) =>
      emptyEach(answers, ({ conversation, messageId = '' }) =>
        otherChats.replace(conversation, messageId, notice(everybody, 'channelPrompt.gone')),
      ),
    emptyAgreements: (agreements) =>
      emptyEach(
        agreements.flatMap(({ conversation, cardId, askedId }) =>
          [cardId, askedId].flatMap((id) => (id === undefined ? [] : [{ conversation, id }])),
        ),
        ({ conversation, id }) => otherChats.replace(conversation, id, notice(everybody, 'agreement.erased')),
      ),
    leaveDiscussions: (discussions) =>
      emptyEach(discussions, (discussion) =>
        otherChats.replace(
          discussion.conversation,
          discussion.cardId ?? '',
          channelPromptCard(everybody, { ...discussion, startedBy: null, startedName: '' }),
        ),
      ),
    leaveRhythms: (rhythms) =>
      emptyEach(rhythms, async ({ card, ...rhythm }) => {
        const nameless = teamRhythmKeptCard(everybody, { ...rhythm, setBy: null, setByName: '' })
        return card === undefined || otherChats.replace(card.conversation, card.id, nameless)
      }),
  }
}
