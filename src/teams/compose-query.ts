import { type Activity, ActivityTypes, CardFactory, type TurnContext } from 'botbuilder'
import type { Cards } from '../cards/kit/render'
import { findToInsert, type Insertable, type InsertSearch } from '../chat/find-to-insert'
import type { TurnServices } from '../chat/turn'
import { storeWithin } from '../store/store-within'
import { callerOf } from './open-turn'

/** A search in the box that a message is written in (docs/teams-facts.md#searching-from-the-box-a-message-is-written-in). */
export function isComposeQuery({ type, name }: Activity): boolean {
  return type === ActivityTypes.Invoke && name === 'composeExtension/query'
}

/** Teams waits five seconds. The store is asked for a language and a municipality only. */
const storeMs = 1_500
/** As many as Teams asks for at a time. */
const usualCount = 25
const mostSkipped = 200

/** Answers it. Nothing is noted of where it was asked: Pejling need not be there. */
export async function answerComposeQuery(context: TurnContext, services: TurnServices, cards: Cards): Promise<void> {
  const {
    texts,
    otherChats: _o,
    queue: _q,
    lastActs: _a,
    lastTurns: _t,
    answerCards: _c,
    carePeople: _p,
    ...own
  } = services
  const ctx = { ...own, store: storeWithin(own.store, storeMs), caller: callerOf(context.activity) }
  const found = await findToInsert(ctx, texts, searchIn(context.activity.value))
  const body = { composeExtension: asExtension(found, cards) }
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } })
}

/** Anything may stand there. */
function searchIn(value: unknown): InsertSearch {
  const { parameters, queryOptions } = Object(value) as { parameters?: unknown; queryOptions?: unknown }
  const given: readonly unknown[] = Array.isArray(parameters) ? parameters : []
  // The only one there is comes without its name from Microsoft's Playground.
  const typed = ['text', undefined].flatMap((name) => given.filter((each) => Object(each).name === name))[0]
  const { value: text } = Object(typed) as { value?: unknown }
  const { skip, count } = Object(queryOptions) as { skip?: unknown; count?: unknown }
  return {
    text: typeof text === 'string' ? text : '',
    skip: within(skip, 0, mostSkipped),
    count: within(count, 1, usualCount) || usualCount,
  }
}

function within(value: unknown, least: number, most: number): number {
  return Number.isInteger(value) ? Math.min(Math.max(Number(value), least), most) : 0
}

function asExtension(found: Insertable, cards: Cards): object {
  if (found.kind === 'told') return { type: 'message', text: found.text }
  const attachments = found.points.map(({ title, text, card }) => ({
    ...CardFactory.adaptiveCard(cards.render(card).card),
    preview: CardFactory.thumbnailCard(title, text),
  }))
  return { type: 'result', attachmentLayout: 'list', attachments }
}
