import type { CardContent } from '../cards/kit/render'
import type { Offer } from './last-acts'

/**
 * What an action leads to: `replace` turns the card that was pressed into another, `send` puts a new one below.
 * Answering typed text, both are sent.
 */
export interface Reply extends WhatFollows {
  readonly how: 'replace' | 'send'
  readonly card: CardContent
  /** What comes above the card: messages of text in Markdown, or files; only with `send`. */
  readonly before?: readonly (string | FileOffer)[]
  /** What comes below the card, as a message of its own, whether it was sent or took another's place. */
  readonly below?: CardContent
}

/** What a reply means for later (note-reply.ts). */
export interface WhatFollows {
  /** Words of the person's own that it shows: one reflection's, or others. It is emptied when they erase their data. */
  readonly holds?: { readonly reflectionId: string } | 'own'
  /** The discussion whose card it is. */
  readonly opens?: string
  /** It tells who has set a team's own rhythm. */
  readonly tells?: 'team-rhythm'
  /** What a text typed next may be meant for: the offer to keep one, a prompt that is shown again, or words of care. */
  readonly awaits?: { readonly offer: Offer } | { readonly reflectionId: string } | 'care'
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

export const replace = (card: CardContent, follows: WhatFollows = {}): Reply => ({ how: 'replace', card, ...follows })
export const send = (card: CardContent, more: WhatFollows & Pick<Reply, 'before' | 'below'> = {}): Reply => ({
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
