import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder'
import { notice, noticeCard } from '../cards/kit/notice-card'
import type { Cards } from '../cards/kit/render'
import { answerTyped } from '../chat/answer-typed'
import { runAction } from '../chat/commands'
import { welcome } from '../chat/leader/profile'
import { noteReplacing, noteSent } from '../chat/note-reply'
import type { Reply } from '../chat/reply'
import type { Turn, TurnServices } from '../chat/turn'
import { AppError } from '../errors'
import { createReference } from '../log/reference'
import { endPause } from '../people/resume-prompts'
import { forgetConversation, welcomeOnce } from '../people/welcome'
import { told } from '../texts'
import { answerEmpty, answerInvoke, answerInvokeWithNotice, answerMessage, answerSubmit, cardMessage } from './answer'
import { answerConsent, readConsent } from './file-consent'
import { isRemoval } from './is-removal'
import { noteChannel, noteTeam } from './note-channels'
import { isPersonalChat, openTurn } from './open-turn'
import { saidText } from './said-text'
import { typeName } from './type-name'
import type { UploadFile } from './upload-file'

export interface HandlerOptions {
  readonly services: TurnServices
  readonly cards: Cards
  /** Takes a file to where Teams has said it may lie. */
  readonly upload: UploadFile
}

/**
 * One activity in, at most one answer out. What a person can cause is answered in their language; anything unexpected is left to
 * the adapter, which logs it. Activities the bot does not know are met with silence, as Teams asks for.
 */
export function createHandler({ services, cards, upload }: HandlerOptions) {
  const { texts } = services

  return async (context: TurnContext): Promise<void> => {
    const { activity } = context
    await noteChannel(services, activity)
    switch (activity.type) {
      case ActivityTypes.Message:
        return onMessage(context)
      case ActivityTypes.Invoke:
        return onInvoke(context)
      case ActivityTypes.InstallationUpdate:
      case ActivityTypes.ConversationUpdate:
        return onArrival(context)
      default:
        services.log.info({ activityType: typeName(activity) }, 'activity without an answer')
    }
  }

  async function onMessage(context: TurnContext): Promise<void> {
    const { activity } = context
    const pressed = pressedIn(activity.value)
    await guarded(context, async (turn) => {
      if (pressed) {
        const reply = await runAction(turn, pressed.verb, pressed.data)
        return answer(turn, reply, () => answerSubmit(context, cards, reply, services.log))
      }
      const replies = await answerTyped(turn, saidText(activity))
      for (const reply of replies) await answer(turn, reply, () => answerMessage(context, cards, reply))
      // Nothing more is said to somebody in trouble.
      if (replies.some(({ card }) => card.name === 'care-card')) return
      if (!turn.isProfileRead) return tellUnread(context, turn)
      const isNew = turn.isPersonal && !turn.leader.welcomedAt && (await welcomeOnce(turn.ctx))
      if (isNew && replies.every(({ card }) => card.name !== 'welcome-card'))
        await context.sendActivity(cardMessage(cards, welcome(turn)))
      if (turn.isPersonal && turn.leader.pausedUntil !== null && (await endPause(turn.ctx)))
        await context.sendActivity(cardMessage(cards, notice(turn.reader, 'pauseOver')))
    })
  }

  /** What was answered was answered as to a stranger, and nothing else of the turn can be done. */
  async function tellUnread(context: TurnContext, { reader }: Turn): Promise<void> {
    await context.sendActivity(cardMessage(cards, notice(reader, 'profileUnread')))
  }

  async function onInvoke(context: TurnContext): Promise<void> {
    const { activity } = context
    if (activity.name === 'fileConsent/invoke') return onFileConsent(context)
    const action = (activity.value as { action?: { verb?: unknown; data?: unknown } } | undefined)?.action
    if (activity.name !== 'adaptiveCard/action' || typeof action?.verb !== 'string') {
      services.log.info({ activityType: typeName(activity) }, 'invoke without an answer')
      return answerEmpty(context)
    }
    const verb = action.verb
    await guarded(context, async (turn) => {
      const reply = await runAction(turn, verb, action.data)
      await answer(turn, reply, () => answerInvoke(context, cards, reply, texts(turn.leader.locale, 'reply.below')))
    })
  }

  /** Teams shows nothing of an answer to this, so everything is said by messages; and it must be answered, whatever came of it. */
  async function onFileConsent(context: TurnContext): Promise<void> {
    const consent = readConsent(context.activity.value)
    if (consent) await guarded(context, (turn) => answerConsent(context, turn, consent, { cards, upload }))
    await answerEmpty(context)
  }

  /** Installing brings two activities, in any order, and either may be missing: who was welcomed is remembered. */
  async function onArrival(context: TurnContext): Promise<void> {
    const { activity } = context
    if (isPersonalChat(activity) && activity.from?.aadObjectId) {
      const turn = await openTurn(services, activity)
      if (isRemoval(activity)) return forgetConversation(turn.ctx)
      if (!isArrivalOf(activity) || !(await welcomeOnce(turn.ctx))) return
      await context.sendActivity(cardMessage(cards, welcome(turn)))
      return
    }
    // In a channel or group only the installation itself is greeted, so that one hello is said.
    if (isPersonalChat(activity) || activity.type !== ActivityTypes.InstallationUpdate || activity.action !== 'add')
      return
    await context.sendActivity(cardMessage(cards, notice({ texts, locale: services.config.locale }, 'hello')))
    await noteTeam(services, context)
  }

  /** Runs an action and tells the person, in their own words, what they can do when it fails. */
  async function guarded(context: TurnContext, act: (turn: Turn) => Promise<void>): Promise<void> {
    let turn: Turn | undefined
    try {
      turn = await openTurn(services, context.activity)
      await act(turn)
    } catch (error) {
      // An internal error without a sentence for the person is a bug, which the adapter logs and answers.
      if (!(error instanceof AppError) || (error.code === 'internal' && !error.say)) throw error
      const reference = createReference()
      const fields = { reference, activityType: typeName(context.activity), error }
      // A refusal that the person can mend, such as an empty answer, is nothing for an operator to look into.
      if (error.say && error.code !== 'unavailable') services.log.info(fields, 'action refused')
      else services.log.warn(fields, 'action refused')
      await tell(context, turn?.leader.locale ?? services.config.locale, error, reference)
    }
  }

  async function tell(context: TurnContext, locale: 'da' | 'en', error: AppError, reference: string): Promise<void> {
    const text = told(texts, locale, error.say ?? { key: `error.${error.code}` }, { reference })
    if (context.activity.name === 'adaptiveCard/action') return answerInvokeWithNotice(context, text)
    await context.sendActivity(cardMessage(cards, noticeCard({ locale, title: texts(locale, 'error.title'), text })))
  }
}

export type Handler = ReturnType<typeof createHandler>

async function answer(turn: Turn, reply: Reply, put: () => Promise<readonly string[]>): Promise<void> {
  await noteReplacing(turn, reply)
  await noteSent(turn, reply, await put())
}

/** An Action.Submit comes as a message whose value holds the verb. */
function pressedIn(value: unknown): { verb: string; data: object } | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { verb, ...data } = value as { verb?: unknown }
  return typeof verb === 'string' ? { verb, data } : undefined
}

/** Whether the activity says that the bot has come into the chat. */
function isArrivalOf(activity: Activity): boolean {
  if (activity.type === ActivityTypes.InstallationUpdate) return activity.action?.startsWith('add') ?? false
  return activity.membersAdded?.some((member) => member.id === activity.recipient?.id) ?? false
}
