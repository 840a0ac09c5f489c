import type { Ctx } from '../caller/context'
import { isNote, type Reflection, reflections } from '../records/reflection'

/** What is typed later than this after a prompt is hardly meant for it: a weekly one would else be in the way half of the week. */
const freshMs = 24 * 3600_000

/** A prompt that waits for an answer. */
export interface OpenPrompt {
  readonly reflection: Reflection
  /** When it was last seen in the chat, as an instant in milliseconds. */
  readonly seenAtMs: number
}

/** Notes written since a prompt came do not hide it, up to so many. */
const mostNotes = 9

/** The caller's newest prompt, when it was seen lately and nothing has been done with it. One list of few records. */
export async function findOpenPrompt(ctx: Ctx): Promise<OpenPrompt | undefined> {
  const { documents } = await ctx.store.list(reflections, ctx.caller.leaderId, {
    orderBy: { field: 'shownAt', descending: true },
    limit: 1 + mostNotes,
  })
  const reflection = documents.find(({ document }) => !isNote(document))?.document
  if (reflection?.state !== 'shown') return undefined
  const { shownAt, remindedAt = shownAt } = reflection
  const seenAtMs = Math.max(Date.parse(shownAt), Date.parse(remindedAt))
  return ctx.clock.now() - seenAtMs <= freshMs ? { reflection, seenAtMs } : undefined
}

/** One that the caller has just been shown again, however old it is. One read. */
export async function findShownAgain(ctx: Ctx, reflectionId: string): Promise<OpenPrompt | undefined> {
  const reflection = (await ctx.store.get(reflections, ctx.caller.leaderId, reflectionId))?.document
  const isOpen = reflection?.state === 'shown' || reflection?.state === 'snoozed'
  return isOpen ? { reflection, seenAtMs: ctx.clock.now() } : undefined
}
