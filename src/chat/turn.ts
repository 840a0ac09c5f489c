import type { Ctx } from '../caller/context'
import type { Work } from '../queue/work-message'
import type { WorkQueue } from '../queue/work-queue'
import type { Leader } from '../records/leader'
import type { LastAct, LastActs } from './last-acts'
import type { CardLine } from './other-chats'

/** One activity with who sent it, made once and handed to every action. */
export interface Turn {
  readonly ctx: Ctx
  /** What is known of the sender; a fresh one where nothing is stored. */
  readonly leader: Leader
  readonly conversationId: string
  /** True in the sender's own chat: only there is anything private shown. */
  readonly isPersonal: boolean
  /** The message whose button was pressed. */
  readonly pressedId: string | undefined
  /** What is known of their own chat from before. */
  readonly before: LastAct | undefined
  readonly lastActs: LastActs
  /** To other conversations than this one. */
  readonly line: CardLine
  readonly queue: Pick<WorkQueue<Work>, 'send'>
}

export type TurnServices = Omit<Ctx, 'caller'> & Pick<Turn, 'line' | 'queue' | 'lastActs'>
