import type { Ctx } from '../caller/context'
import { promptPlace } from '../framework/asked-points'
import { isTalk } from '../records/expectation-talk'
import type { Leader } from '../records/leader'
import { isNote, type Reflection, reflections } from '../records/reflection'
import { everyDocument } from '../store/every-document'
import { type EntryPlace, type JournalEntry, placeOf } from './reading/journal-entry'
import { sharedStanding } from './share-standing'

/** The caller's own answers, newest first; what is open, put off, skipped or withdrawn is none. */
export async function readJournal(ctx: Ctx, { locale }: Pick<Leader, 'locale'>): Promise<JournalEntry[]> {
  const answered = await everyDocument(ctx.store, reflections, ctx.caller.leaderId, {
    where: [{ field: 'state', is: '=', value: 'answered' }],
    orderBy: { field: 'answeredAt', descending: true },
  })
  return answered.map((reflection) => entryOf(ctx.knowledge.library, locale, reflection))
}

/** HR's own question stands in the reflection; every other is in the data. */
const ownQuestion = 'own'

/** An answer or a note as its writer reads it. */
export function entryOf(
  library: Ctx['knowledge']['library'],
  locale: Leader['locale'],
  reflection: Reflection,
): JournalEntry {
  const { id, promptId, text = '', scale, statementIds, second, answeredAt, createdAt } = reflection
  const prompt = library.prompt(promptId)
  const shared = sharedStanding(reflection)
  return {
    id,
    place: placeIn(reflection),
    ...(isNote(reflection) && { isNote: true }),
    question: reflection.question ?? (locale === 'en' ? prompt?.en : prompt?.text) ?? '',
    statementIds,
    text,
    ...(second !== undefined && {
      second: { question: (locale === 'en' ? prompt?.thenEn : prompt?.then) ?? '', text: second },
    }),
    at: answeredAt ?? createdAt,
    ...(scale !== undefined && { scale }),
    ...(shared !== undefined && { shared }),
  }
}

function placeIn(reflection: Reflection): EntryPlace {
  const { promptId, statementIds, area } = reflection
  if (isNote(reflection)) return area === undefined ? 'notes' : placeOf(area)
  if (isTalk(reflection)) return 'talks'
  return promptId === ownQuestion ? null : promptPlace(promptId, statementIds)
}
