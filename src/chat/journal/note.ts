import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { NoteReading } from '../../answers/reading/read-note'
import { areaTitles } from '../../cards/journal/area-title'
import { noteFormCard } from '../../cards/journal/note-card'
import { holdsNote, keepNote, noteFault, type noteInput } from '../../journal/keep-note'
import { ownAreas } from '../../journal/reading/own-areas'
import { areaNamed } from '../../prompts/choosing/area-named'
import { noteId } from '../../records/ids'
import { told } from '../../texts'
import { replaceWithReflection } from '../reflection-reply'
import { type Reply, replace, send } from '../reply'
import type { Turn } from '../turn'

/** An empty form. Its id is the note's, so that pressing it twice keeps one. */
export function writeNote({ reader, leader }: Turn): Reply {
  return send(noteFormCard(reader, leader, { reflectionId: noteId(randomUUID()), revision: 0 }))
}

/** Keeps it; where it has been edited or deleted meanwhile, shows both and lets the leader decide. */
export async function keepWritten(turn: Turn, input: z.infer<typeof noteInput>): Promise<Reply> {
  const { ctx, reader, leader, pressedId } = turn
  const reflection = await keepNote(ctx, input, pressedId)
  if (holdsNote(reflection, input)) return replaceWithReflection(turn, reflection)
  const form = { ...input, revision: reflection.revision ?? 0, standing: reflection }
  return replace(noteFormCard(reader, leader, form), { holds: { reflectionId: reflection.id } })
}

/**
 * What a typed note leads to: it is kept, or the form comes with what is wrong with it. Of one that is too long the words stay in the
 * leader's own message.
 * @returns what the row of `note.keep` is to be run with, or the answer
 */
export function readTypedNote(turn: Turn, note: NoteReading): z.input<typeof noteInput> | Reply {
  const { reader, leader, askedIn } = turn
  const reflectionId = noteId(askedIn.key)
  const { text, area } = placed(turn, note)
  const fault = noteFault(text)
  if (!fault) return { reflectionId, text, area }
  const isLong = fault.key === 'ownNote.fault.tooLong'
  const lead = text === '' ? undefined : told(reader.texts, reader.locale, fault)
  const typed = isLong || text === '' ? {} : { text }
  const form = noteFormCard(reader, leader, { reflectionId, revision: 0, area, lead, ...typed })
  return send(form, { holds: 'own' })
}

/** "Notat om faglig ledelse: …" belongs to that area; about anything else, that stays in the words. */
function placed({ reader, leader }: Turn, { about, text }: NoteReading): { text: string; area: string } {
  if (about === '') return { text, area: 'notes' }
  const own = ownAreas(reader.library, leader).map(({ place }) => place)
  const area = areaNamed(areaTitles(reader, own), about)
  if (area !== undefined) return { text, area }
  return { text: text === '' ? '' : `${about}: ${text}`, area: 'notes' }
}
