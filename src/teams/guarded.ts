import type { TurnContext } from 'botbuilder'
import { noticeCard } from '../cards/kit/notice-card'
import type { Cards } from '../cards/kit/render'
import type { Turn, TurnServices } from '../chat/turn'
import { AppError } from '../errors'
import type { Log } from '../log/log'
import { createReference } from '../log/reference'
import { told } from '../texts'
import { answerInvokeWithNotice, cardMessage } from './answer'
import { openTurn } from './open-turn'
import { typeName } from './type-name'

/** Tells what failed in a better way than by a notice. @returns false where it has none */
type Mend = (turn: Turn, error: unknown, reference: string) => Promise<boolean>

/**
 * Opens a turn, acts, and tells the person, in their own words, what they can do when it fails. A fault that nobody foresaw, and that
 * `mend` has no answer for, goes on to the adapter, which logs and answers it.
 */
export async function guarded(
  { services, cards }: { readonly services: TurnServices; readonly cards: Cards },
  context: TurnContext,
  act: (turn: Turn) => Promise<void>,
  mend: Mend = async () => false,
): Promise<void> {
  const { texts, log, config } = services
  let turn: Turn | undefined
  try {
    turn = await openTurn(services, context.activity)
    await act(turn)
  } catch (error) {
    keepOffer(turn)
    const reference = createReference()
    const isMended = turn !== undefined && (await isMendedBy(mend, turn, error, reference, log))
    const fields = { reference, activityType: typeName(context.activity), error }
    if (!isForeseen(error)) {
      if (!isMended) throw error
      return log.error(fields, 'turn failed')
    }
    // A refusal that the person can mend, such as an empty answer, is nothing for an operator to look into.
    if (error.say && error.code !== 'unavailable') log.info(fields, 'action refused')
    else log.warn(fields, 'action refused')
    if (isMended) return
    const locale = turn?.leader.locale ?? config.locale
    const text = told(texts, locale, error.say ?? { key: `error.${error.code}` }, { reference })
    if (context.activity.name === 'adaptiveCard/action') return answerInvokeWithNotice(context, text)
    await context.sendActivity(cardMessage(cards, noticeCard({ locale, title: texts(locale, 'error.title'), text })))
  }
}

/** What failed first is what is told and logged, whatever comes of mending it. */
async function isMendedBy(mend: Mend, turn: Turn, error: unknown, reference: string, log: Log): Promise<boolean> {
  try {
    return await mend(turn, error, reference)
  } catch (failure) {
    log.warn({ reference, error: failure }, 'failed press not given back')
    return false
  }
}

/**
 * What was offered before a turn that failed can be taken by the next: "gem" once more keeps it. Not the words of a message that this
 * turn says are edited or deleted.
 */
function keepOffer(turn: Turn | undefined): void {
  const offer = turn?.before?.offer
  if (turn && offer && offer.messageId !== turn.messageId) turn.lastActs.offered(turn.ctx.caller.leaderId, offer)
}

/** An internal error without a sentence for the person is a bug. */
function isForeseen(error: unknown): error is AppError {
  return error instanceof AppError && (error.code !== 'internal' || error.say !== undefined)
}
