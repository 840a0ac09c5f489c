import { z } from 'zod'
import { type Ctx, nowIso } from '../caller/context'
import { AppError, type Saying } from '../errors'
import { notePrompt, type Reflection } from '../records/reflection'
import { withoutLinks } from '../text/without-links'
import { changeReflection } from './change-reflection'
import { isPlace, placeOf } from './reading/journal-entry'
import { isBehind, mostCharacters, nextRevision, requireNotHeld } from './save-reflection'

/** `area`: see `placeKey`; `notes` for none. `revision`: of the note that the form began from, 0 for a new one. */
export const noteInput = z.object({
  reflectionId: z.string().regex(/^note:[\w-]{8,80}$/),
  text: z.string().default(''),
  area: z.string().max(200).default('notes'),
  revision: z.coerce.number().int().min(0).default(0),
})
type Note = z.infer<typeof noteInput>

/**
 * Keeps a note of the caller's, new or edited; the same press twice keeps one. A form that began from a note that has been edited or
 * deleted since changes nothing: `holdsNote` tells.
 * @throws AppError `invalid` for a text that `noteFault` finds fault with, and for an area that is none
 */
export async function keepNote(ctx: Ctx, input: Note, cardId?: string): Promise<Reflection> {
  const say = noteFault(input.text)
  if (say) throw new AppError('invalid', 'The note cannot be kept as it is', { say })
  if (!isArea(ctx, input.area)) {
    throw new AppError('invalid', 'No such area', { say: { key: 'ownNote.fault.area', field: 'area' } })
  }
  const change = (standing: Reflection) => {
    if (holdsNote(standing, input) || isBehind(standing, input.revision)) return undefined
    if (standing.state === 'answered') requireNotHeld(standing)
    const { text, area } = asKept(input)
    return { state: 'answered' as const, text, area, answeredAt: nowIso(ctx), ...nextRevision(standing) }
  }
  return changeReflection(ctx, input.reflectionId, change, cardId, freshNote(ctx, input.reflectionId))
}

/** What is wrong with the text of a note; undefined: nothing. Pure. */
export function noteFault(text: string): Saying | undefined {
  const { length } = text.trim()
  if (length === 0) return { key: 'ownNote.fault.empty' }
  if (length > mostCharacters) return { key: 'ownNote.fault.tooLong', params: { most: mostCharacters, length } }
  if (withoutLinks(text).replace(/[^\p{L}\p{N}]/gu, '') === '' && /\p{L}/u.test(text))
    return { key: 'ownNote.fault.link' }
  return undefined
}

/** Whether this note is the one that stands. */
export function holdsNote(reflection: Reflection, note: Pick<Note, 'text' | 'area'>): boolean {
  const { text, area } = asKept(note)
  return reflection.state === 'answered' && reflection.text === text && reflection.area === area
}

function asKept({ text, area }: Pick<Note, 'text' | 'area'>) {
  return { text: text.trim(), area: area === 'notes' ? undefined : area }
}

function isArea({ knowledge }: Ctx, key: string): boolean {
  const place = placeOf(key)
  if (place === 'notes') return true
  if (!isPlace(place)) return false
  const framework = knowledge.library.framework(place.framework)
  return framework?.areas.some(({ slug }) => slug === place.area) ?? false
}

function freshNote(ctx: Ctx, id: string): Reflection {
  const now = nowIso(ctx)
  const { leaderId } = ctx.caller
  return { id, leaderId, promptId: notePrompt, statementIds: [], state: 'shown', shownAt: now, createdAt: now }
}
