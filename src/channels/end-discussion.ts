import { z } from 'zod'
import { type Ctx, nowIso } from '../caller/context'
import { retained } from '../caller/retention'
import { AppError } from '../errors'
import { type Agreement, agreements, type Discussion } from '../records/discussion'
import { discussionInput, idIn } from './answer-in-channel'
import { changeDiscussion, findDiscussion, type Pressed } from './discussion'
import { lookAt } from './look-on'

export const agreeInput = discussionInput.extend({
  text: z.string().default(''),
  who: z.string().default(''),
  /** After how many weeks it is looked at again, unless there is a date. */
  weeks: z.string().default(''),
  /** YYYY-MM-DD. */
  date: z.string().default(''),
})

/** What one card takes, and a line of it. */
const mostCharacters = 2000
const mostOfWho = 200

export interface Agreed {
  readonly agreement: Agreement
  readonly discussion: Discussion
}

/**
 * Writes down what a discussion has come to, and ends it. Of two who do so at once one is first; the same press that comes twice finds
 * what it has written.
 * @throws AppError `invalid` for what cannot be kept, `conflict` where it has ended before
 */
export async function agree(ctx: Ctx, pressed: Pressed, input: z.infer<typeof agreeInput>): Promise<Agreed> {
  const { text, who } = checkWords(input)
  const { lookOn, dueAt } = lookAt(ctx, input)
  const discussion = await findDiscussion(ctx, pressed, idIn(input))
  const { id, tenantId, placeId, placeName, place, conversation } = discussion
  if (discussion.state === 'closed' || discussion.state === 'calledBack') throw hasEnded()
  const agreement: Agreement = retained(ctx, {
    id,
    tenantId,
    placeId,
    placeName,
    ...(place && { place }),
    conversation,
    ...(pressed.messageId !== undefined && { cardId: pressed.messageId }),
    leaderId: ctx.caller.leaderId,
    name: ctx.caller.name,
    text,
    who,
    lookOn,
    dueAt,
    outcome: null,
    lastOutcome: null,
    revision: 0,
    createdAt: nowIso(ctx),
  })
  const standing =
    (await ctx.store.create(agreements, agreement)).status === 'exists'
      ? (await ctx.store.get(agreements, tenantId, id))?.document
      : undefined
  if (standing && (standing.leaderId !== ctx.caller.leaderId || standing.text !== text)) throw hasEnded()
  const ended = await changeDiscussion(ctx, id, ({ state }) =>
    state === 'agreed' ? undefined : { state: 'agreed', dueAt: null },
  )
  return { agreement: standing ?? agreement, discussion: ended }
}

/** Ends it with nothing to hold on to. @throws AppError `conflict` where it has ended before */
export async function endDiscussion(
  ctx: Ctx,
  pressed: Pressed,
  input: z.infer<typeof discussionInput>,
): Promise<Discussion> {
  const { id, state } = await findDiscussion(ctx, pressed, idIn(input))
  if (state === 'agreed' || state === 'calledBack') throw hasEnded()
  return changeDiscussion(ctx, id, (before) =>
    before.state === 'open' || before.state === 'quiet' ? { state: 'closed', dueAt: null } : undefined,
  )
}

/** @throws AppError `invalid` for no words, or too many */
export function checkWords(input: Pick<z.infer<typeof agreeInput>, 'text' | 'who'>): { text: string; who: string } {
  const [text, who] = [input.text.trim(), input.who.trim()]
  if (text === '') throw fault('empty', 'text')
  if (text.length > mostCharacters) throw fault('tooLong', 'text', { most: mostCharacters })
  if (who.length > mostOfWho) throw fault('whoTooLong', 'who', { most: mostOfWho })
  return { text, who }
}

function fault(what: string, field: string, params: Readonly<Record<string, number>> = {}): AppError {
  return new AppError('invalid', `The agreement cannot be kept: ${what}`, {
    say: { key: `agreement.fault.${what}`, field, params },
  })
}

function hasEnded(): AppError {
  return new AppError('conflict', 'The discussion has ended', { say: { key: 'agreement.fault.ended' } })
}
