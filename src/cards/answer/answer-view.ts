import type { Answer } from '../../answers/answer'
import type { Button } from '../kit/button'
import type { Reader } from '../kit/reader'
import type { ChannelPlace } from '../prompt/place-line'
import type { Support } from './support'

export interface AnswerView extends Reader {
  readonly answer: Answer
  /** Whether help names what HR can do, too. */
  readonly isForHr?: boolean
  /** In the asker's own chat, where what missed may be told, and a person of HR be reached. */
  readonly isPersonal: boolean
  /** In a channel: whose it is. */
  readonly place?: ChannelPlace | undefined
  /** What was typed may be the answer to an open prompt: the button that keeps it, and that prompt's question. */
  readonly keeping?: { readonly button: Button; readonly question: string } | undefined
  /** Whom somebody who tells of a situation is told to talk to. */
  readonly support: Support
}
