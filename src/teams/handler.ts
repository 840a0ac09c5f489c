import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder'
import { notice } from '../cards/kit/notice-card'
import type { Cards } from '../cards/kit/render'
import { answerTyped } from '../chat/answer-typed'
import { runAction } from '../chat/commands'
import { followDeletion, followEdit } from '../chat/follow-edit'
import { giveBack, type Press } from '../chat/give-back'
import { welcome } from '../chat/leader/profile'
import { noteReplacing, noteSent } from '../chat/note-reply'
import type { Reply } from '../chat/reply'
import { saidAfter } from '../chat/said-after'
import type { Turn, TurnServices } from '../chat/turn'
import { forgetConversation, welcomeOnce } from '../people/welcome'
import type { Leader } from '../records/leader'
import { answerEmpty, answerInvoke, answerMessage, answerSubmit, cardMessage } from './answer'
import { answerFile } from './answer-file'
import { attachedFiles } from './attached-files'
import { answerComposeQuery, isComposeQuery } from './compose-query'
import type { DownloadFile } from './download-file'
import { answerConsent, readConsent } from './file-consent'
import { guarded } from './guarded'
import { isRemoval } from './is-removal'
import { createMeetPerson } from './meet-person'
import { noteChannel, noteTeam } from './note-channels'
import { isPersonalChat, openTurn } from './open-turn'
import { saidText } from './said-text'
import { createSeenMessages } from './seen-messages'
import { typeName } from './type-name'
import type { UploadFile } from './upload-file'

export interface HandlerOptions {
  readonly services: TurnServices
  readonly cards: Cards
  /** Takes a file to where Teams has said it may lie. */
  readonly upload: UploadFile
  readonly download: DownloadFile
}

/**
 * One activity in, at most one answer out. What a person can cause is answered in their language; anything unexpected is left to
 * the adapter, which logs it. Activities the bot does not know are met with silence, as Teams asks for.
 */
export function createHandler({ services, cards, upload, download }: HandlerOptions) {
  const { texts } = services
  const isSeen = createSeenMessages(services.clock)
  const meetPerson = createMeetPerson()

  return async (context: TurnContext): Promise<void> => {
    const { activity } = context
    if (isComposeQuery(activity)) return answerComposeQuery(context, services, cards)
    await noteChannel(services, activity)
    switch (activity.type) {
      case ActivityTypes.Message:
        return onMessage(context)
      case ActivityTypes.MessageUpdate:
      case ActivityTypes.MessageDelete:
        return onChange(context)
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
    if (isSeen(activity)) return services.log.info({ activityType: typeName(activity) }, 'message delivered again')
    const pressed = pressedIn(activity.value)
    if (pressed) return guardedPress(context, pressed, (reply) => answerSubmit(context, cards, reply, services.log))
    await guarded({ services, cards }, context, async (turn) => {
      const text = saidText(activity)
      const ofFile = await answerFile(turn, attachedFiles(activity), text, download)
      const replies = ofFile ? [ofFile] : await answerTyped(turn, text)
      for (const reply of replies) await answer(turn, reply, () => answerMessage(context, cards, reply))
      for await (const card of saidAfter(turn, replies)) await context.sendActivity(cardMessage(cards, card))
      await meetPerson(context, turn)
    })
  }

  /** A message in the person's own chat was edited or deleted. What others hear in a channel was answered there. */
  async function onChange(context: TurnContext): Promise<void> {
    const { activity } = context
    const { id = '', from } = activity
    if (!isPersonalChat(activity) || !from?.aadObjectId) return
    await guarded({ services, cards }, context, async (turn) => {
      if (activity.type === ActivityTypes.MessageDelete) return followDeletion(turn, id)
      for (const reply of await followEdit(turn, id, saidText(activity)))
        await answer(turn, reply, () => answerMessage(context, cards, reply))
    })
  }

  async function onInvoke(context: TurnContext): Promise<void> {
    const { activity } = context
    if (activity.name === 'fileConsent/invoke') return onFileConsent(context)
    const action = (activity.value as { action?: { verb?: unknown; data?: unknown } } | undefined)?.action
    if (activity.name !== 'adaptiveCard/action' || typeof action?.verb !== 'string') {
      services.log.info({ activityType: typeName(activity) }, 'invoke without an answer')
      return answerEmpty(context)
    }
    const press = { verb: action.verb, data: action.data }
    await guardedPress(context, press, (reply, { locale }) =>
      answerInvoke(context, cards, reply, texts(locale, 'reply.below')),
    )
  }

  /** What a button does; the card filled in again where that fails, so that nothing typed is lost. */
  async function guardedPress(
    context: TurnContext,
    press: Press,
    put: (reply: Reply, leader: Leader) => Promise<readonly string[]>,
  ): Promise<void> {
    await guarded(
      { services, cards },
      context,
      async (turn) => {
        const reply = await runAction(turn, press.verb, press.data)
        await answer(turn, reply, () => put(reply, turn.leader))
      },
      async (turn, error, reference) => {
        // A message in a channel is replaced for everybody, and what was typed there is not yet said.
        if (context.activity.type === ActivityTypes.Message && !turn.isPersonal) return false
        const form = await giveBack(turn, press, error, reference)
        if (form) await answer(turn, form, () => put(form, turn.leader))
        return form !== undefined
      },
    )
  }

  /** Teams shows nothing of an answer to this, so everything is said by messages; and it must be answered, whatever came of it. */
  async function onFileConsent(context: TurnContext): Promise<void> {
    const consent = readConsent(context.activity.value)
    if (consent)
      await guarded({ services, cards }, context, (turn) => answerConsent(context, turn, consent, { cards, upload }))
    await answerEmpty(context)
  }

  /** Installing brings two activities, in any order, and either may be missing: who was welcomed is remembered. */
  async function onArrival(context: TurnContext): Promise<void> {
    const { activity } = context
    if (isPersonalChat(activity) && activity.from?.aadObjectId) {
      const turn = await openTurn(services, activity)
      if (isRemoval(activity)) return forgetConversation(turn.ctx)
      if (!isArrivalOf(activity) || !(await welcomeOnce(turn.ctx))) return
      // Whoever is on HR's list need not be asked for what it says.
      const known = (await meetPerson(context, turn)) ? await openTurn(services, activity) : turn
      await context.sendActivity(cardMessage(cards, welcome(known)))
      return
    }
    // In a channel or group only the installation itself is greeted, so that one hello is said.
    if (isPersonalChat(activity) || activity.type !== ActivityTypes.InstallationUpdate || activity.action !== 'add')
      return
    await context.sendActivity(cardMessage(cards, notice({ texts, locale: services.config.locale }, 'hello')))
    await noteTeam(services, context)
  }
}

async function answer(turn: Turn, reply: Reply, put: () => Promise<readonly string[]>): Promise<void> {
  await noteReplacing(turn, reply)
  await noteSent(turn, reply, await put())
}

/** An Action.Submit comes as a message whose value holds the verb. */
function pressedIn(value: unknown): Press | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { verb, ...data } = value as { verb?: unknown }
  return typeof verb === 'string' ? { verb, data } : undefined
}

/** Whether the activity says that the bot has come into the chat. */
function isArrivalOf(activity: Activity): boolean {
  if (activity.type === ActivityTypes.InstallationUpdate) return activity.action?.startsWith('add') ?? false
  return activity.membersAdded?.some((member) => member.id === activity.recipient?.id) ?? false
}
