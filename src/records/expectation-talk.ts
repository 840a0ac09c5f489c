import { z } from 'zod'

/** Whom a leader agrees on expectations with: who leads them, the leaders they lead, or the employees they lead. */
export const talkWhoms = ['leader', 'leaders', 'employees'] as const
export type TalkWhom = (typeof talkWhoms)[number]

/** What a talk begins with that waits for the profile: whom with, or that it is not said yet. */
export const thenTalks = [...talkWhoms, 'any'] as const
export type ThenTalk = (typeof thenTalks)[number]

/** One thing to say: the framework's point, and how the leader says it. */
const talkLineSchema = z.looseObject({ statementId: z.string(), text: z.string() })
export type TalkLine = z.infer<typeof talkLineSchema>

/** What a leader takes to a talk about expectations; what was agreed is the answer of the reflection it stands in. */
export const talkSchema = z.looseObject({
  whom: z.enum(talkWhoms),
  /** Slugs of the leader's own role and of whom they talk with, as they were then. */
  own: z.string(),
  other: z.string(),
  /** "Det kan du forvente af mig". */
  mine: z.array(talkLineSchema),
  /** "Det har jeg brug for fra dig". */
  theirs: z.array(talkLineSchema),
  /** What else the leader wants to talk about. */
  more: z.string().optional(),
})
export type Talk = z.infer<typeof talkSchema>

/** In place of a prompt's id. */
export const talkPrompt = 'talk'
/** What is asked after a talk that the leader has prepared. */
export function isTalk({ promptId }: { readonly promptId: string }): boolean {
  return promptId === talkPrompt
}
