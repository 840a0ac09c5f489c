import type { Ctx, Services } from '../caller/context'
import type { Reader } from '../cards/kit/reader'
import type { CarePeople } from '../care/care-people'
import type { Care } from '../care/care-words'
import type { AskedIn } from '../prompts/request-prompt'
import type { Work } from '../queue/work-message'
import type { WorkQueue } from '../queue/work-queue'
import type { Channel } from '../records/channel'
import type { Conversation } from '../records/conversation'
import type { Leader } from '../records/leader'
import type { Texts } from '../texts'
import type { AnswerCards } from './answer-cards'
import type { LastAct, LastActs } from './last-acts'
import type { LastTurns } from './last-turns'
import type { OtherChats } from './other-chats'

/** One activity with who sent it, made once and handed to every action. */
export interface Turn {
  readonly ctx: Ctx
  /** What is known of the sender; a fresh one where nothing is stored. */
  readonly leader: Leader
  /** The sender as a reader of cards. */
  readonly reader: Reader
  readonly conversationId: string
  /** The way back to it. */
  readonly conversation: Conversation
  /** False where their record could not be read: `leader` is then a stranger's. */
  readonly isProfileRead: boolean
  /** True in the sender's own chat: only there is anything private shown. */
  readonly isPersonal: boolean
  /** In a channel: whose it is, as its members have said; a framework that they have chosen stands in `leader`, too. */
  readonly place: Pick<Channel, 'framework' | 'group'> | undefined
  readonly askedIn: AskedIn
  /** The message that was typed, edited or deleted; a press has an id that means nothing. */
  readonly messageId: string | undefined
  /** The message whose button was pressed. */
  readonly pressedId: string | undefined
  /** What is known of their own chat from before. */
  readonly before: LastAct | undefined
  readonly lastActs: LastActs
  readonly lastTurns: LastTurns
  readonly answerCards: AnswerCards
  /** Whom the municipality names to somebody in trouble. */
  readonly carePeople: CarePeople
  /** Who in a text of this turn is in trouble: read once, however many ask. */
  readonly careOf: (text: string) => Care | null
  /** To other conversations than this one. */
  readonly otherChats: OtherChats
  readonly queue: Pick<WorkQueue<Work>, 'send'>
}

/** What every turn is made from. */
export interface TurnServices
  extends Services,
    Pick<Turn, 'otherChats' | 'queue' | 'carePeople' | 'lastActs' | 'lastTurns' | 'answerCards'> {
  readonly texts: Texts
}
