import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { noteCard, noteFormCard } from '../../src/cards/journal/note-card'
import { reflectionsCard } from '../../src/cards/journal/reflections-card'
import { withdrawCard } from '../../src/cards/prompt/withdraw-card'
import { notePrompt, type Reflection } from '../../src/records/reflection'
import { entriesOf, leaderOf, readerOf } from '../cards/journal/journal-samples'
import { shootEach } from './card-gallery'

// Pictures of a leader's notes, light and dark, wide and narrow: `npx tsx tests/support/shoot-notes.ts [folder]`.

const leader = leaderOf('da', 'skanderborg', 'kontraktholder')
const reader = readerOf(leader)
const at = '2026-11-20T13:05:00.000Z'
const text =
  'Mette vil gerne have sparring om byggesagen før mandag.\nSpørg hende selv, hvad hun har brug for, og lad hende tage mødet med rådgiverne.'
const note: Reflection = {
  id: 'note:12345678',
  leaderId: 'l',
  promptId: notePrompt,
  statementIds: [],
  state: 'answered',
  text,
  area: 'skanderborg/faglig-ledelse',
  revision: 1,
  answeredAt: at,
  shownAt: at,
  createdAt: at,
}
const form = { reflectionId: note.id, revision: 0 }
const entry = { id: note.id, place: 'notes' as const, isNote: true as const, question: '', statementIds: [], text, at }
shootEach(
  {
    'note-form': noteFormCard(reader, leader, form),
    'note-link': noteFormCard(reader, leader, {
      ...form,
      text: 'https://intra.dk',
      lead: reader.texts('da', 'ownNote.fault.link'),
    }),
    'note-elsewhere': noteFormCard(reader, leader, { ...form, revision: 1, text: 'Noget helt andet.', standing: note }),
    'note-kept': noteCard(reader, note),
    'note-gone': noteCard(reader, { ...note, state: 'withdrawn', text: undefined }),
    'note-delete': withdrawCard(reader, note),
    journal: reflectionsCard({
      ...reader,
      entries: [entry, ...entriesOf(leader, 2)],
      cursor: undefined,
      area: '',
      total: 3,
      isFirstPage: true,
      waiting: 2,
    }),
  },
  360,
  process.argv[2] ?? join(tmpdir(), 'note-shots'),
)
