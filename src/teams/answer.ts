import { type Activity, ActivityTypes, CardFactory, type TurnContext } from 'botbuilder'
import type { CardContent, Cards } from '../cards/kit/render'
import type { FileInfo, FileOffer, Reply } from '../chat/reply'
import type { Log } from '../log/log'

const consentType = 'application/vnd.microsoft.teams.card.file.consent'
const fileInfoType = 'application/vnd.microsoft.teams.card.file.info'
const cardType = 'application/vnd.microsoft.card.adaptive'
const messageType = 'application/vnd.microsoft.activity.message'

/** A message that is a card and nothing else: Teams splits one with text (docs/teams-facts.md#text-beside-a-card). */
export function cardMessage(cards: Cards, content: CardContent): Partial<Activity> {
  const { card, summary } = cards.render(content)
  return { type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(card)] }
}

function textMessage(text: string): Partial<Activity> {
  return { type: ActivityTypes.Message, textFormat: 'markdown', text }
}

function offerMessage({ name, ...content }: FileOffer): Partial<Activity> {
  return { type: ActivityTypes.Message, summary: name, attachments: [{ contentType: consentType, name, content }] }
}

/** A message that is a file in the person's OneDrive. */
export function fileMessage(file: FileInfo): Partial<Activity> {
  const { name, contentUrl, uniqueId, fileType } = file
  const attachment = { contentType: fileInfoType, name, contentUrl, content: { uniqueId, fileType } }
  return { type: ActivityTypes.Message, summary: name, attachments: [attachment] }
}

/** Answers a typed message. @returns the ids of what was put into the conversation, but for the offers of files */
export async function answerMessage(context: TurnContext, cards: Cards, reply: Reply): Promise<readonly string[]> {
  const ids: string[] = []
  for (const part of reply.before ?? []) {
    const sent = await context.sendActivity(typeof part === 'string' ? textMessage(part) : offerMessage(part))
    // An offer holds nothing that a person wrote, and Teams itself changes it when it is answered.
    if (sent?.id && typeof part === 'string') ids.push(sent.id)
  }
  const sent = await context.sendActivity(cardMessage(cards, reply.card))
  if (sent?.id) ids.push(sent.id)
  await sendBelow(context, cards, reply)
  return ids
}

async function sendBelow(context: TurnContext, cards: Cards, { below }: Reply): Promise<void> {
  if (below) await context.sendActivity(cardMessage(cards, below))
}

/**
 * Answers a pressed Action.Execute: the response itself replaces the card.
 * @param below says that the answer is a card of its own
 * @returns the ids of what was put below
 */
export async function answerInvoke(
  context: TurnContext,
  cards: Cards,
  reply: Reply,
  below: string,
): Promise<readonly string[]> {
  if (reply.how === 'replace') {
    await sendBelow(context, cards, reply)
    await respond(context, cardType, cards.render(reply.card).card)
    return []
  }
  const ids = await answerMessage(context, cards, reply)
  // Teams shows this text beside the pressed card, which stays as it is.
  await respond(context, messageType, below)
  return ids
}

/** Tells who pressed a button what went wrong; the card, and what was typed into it, stays. */
export async function answerInvokeWithNotice(context: TurnContext, notice: string): Promise<void> {
  await respond(context, messageType, notice)
}

/**
 * Answers a pressed Action.Submit, which came as a message: the card is replaced where it stands.
 * @returns the ids of what was put below instead
 */
export async function answerSubmit(
  context: TurnContext,
  cards: Cards,
  reply: Reply,
  log: Log,
): Promise<readonly string[]> {
  const pressed = context.activity.replyToId
  if (reply.how === 'replace' && pressed) {
    const message = cardMessage(cards, reply.card)
    try {
      await context.updateActivity({ ...message, id: pressed })
    } catch (error) {
      // The card may have been deleted meanwhile. What was asked for is done, so the outcome is shown below instead.
      log.warn({ error }, 'card not replaced')
      return answerMessage(context, cards, reply)
    }
    await sendBelow(context, cards, reply)
    return []
  }
  return answerMessage(context, cards, reply)
}

/** Answers an invoke that shows nothing of its own. */
export async function answerEmpty(context: TurnContext): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: {} } })
}

async function respond(context: TurnContext, type: string, value: unknown): Promise<void> {
  const body = { statusCode: 200, type, value }
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } })
}
