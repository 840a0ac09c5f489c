import type { CardContent } from '../cards/kit/render'

/**
 * What an action leads to: `replace` turns the card that was pressed into another, `send` puts a new one below.
 * Answering typed text, both are sent.
 */
export interface Reply {
  readonly how: 'replace' | 'send'
  readonly card: CardContent
  /** What comes above the card: messages of text in Markdown, or files; only with `send`. */
  readonly before?: readonly (string | FileOffer)[]
  /** Told the ids of what was put into the conversation, by `send` or where nothing could be replaced. Never throws. */
  readonly onSent?: (activityIds: readonly string[]) => Promise<void>
}

/** Asks whether a file may be put in the person's own OneDrive; the answer comes as a `fileConsent/invoke` with a context. */
export interface FileOffer {
  readonly name: string
  readonly description: string
  readonly sizeInBytes: number
  /** Stays with Teams until it is answered: ids of ours and nothing else. */
  readonly acceptContext: object
  readonly declineContext: object
}

export const replace = (card: CardContent): Reply => ({ how: 'replace', card })
export const send = (card: CardContent, more: Pick<Reply, 'before' | 'onSent'> = {}): Reply => ({
  how: 'send',
  card,
  ...more,
})

/** Where a file came to lie, as Teams says. */
export interface FileInfo {
  readonly name: string
  readonly contentUrl: string
  readonly uniqueId: string
  readonly fileType: string
}
