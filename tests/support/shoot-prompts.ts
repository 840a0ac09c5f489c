import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { earlierCard } from '../../src/cards/journal/earlier-card'
import { readerFor } from '../../src/cards/kit/reader'
import type { CardContent } from '../../src/cards/kit/render'
import { noTopicCard } from '../../src/cards/prompt/no-topic-card'
import { reflectionCard, reflectionPoints, type Showing } from '../../src/cards/prompt/reflection-card'
import { shareChannelCard, sharedCard, sharePreviewCard, shareStateCard } from '../../src/cards/prompt/share-card'
import { snoozeCard } from '../../src/cards/prompt/snooze-card'
import { thenCard } from '../../src/cards/prompt/then-card'
import { channelSchema } from '../../src/records/channel'
import { type Leader, leaderSchema } from '../../src/records/leader'
import type { Reflection, Share } from '../../src/records/reflection'
import { library } from '../cards/sample-cards'
import { shootEach } from './card-gallery'
import { texts } from './kept'

// Pictures of the life of a prompt, light and dark, wide and narrow: `npx tsx tests/support/shoot-prompts.ts [folder]`.

const at = '2026-11-20T13:05:00.000Z'
const program = { library, texts }
const made = { id: 'ea', tenantId: 't', name: 'Ea', framework: 'skanderborg', role: 'kontraktholder' }
const leader = leaderSchema.parse({ ...made, createdAt: at, updatedAt: at })
const english = { ...leader, locale: 'en' as const }
const text =
  'Jeg gav budgetopfølgningen fra mig i mandags og blev siddende på hænderne, da det første udkast kom tilbage.\nDet var sværere, end jeg troede. Næste gang aftaler vi på forhånd, hvornår jeg kigger med.'

function reflection(more: Partial<Reflection> = {}, promptId = 'skanderborg/kontraktholder/strategisk-ledelse/q1') {
  const statementIds = library.prompt(promptId)?.statements ?? []
  const stands = { state: 'shown' as const, shownAt: at, createdAt: at }
  return { id: 'r', leaderId: 'ea', promptId, statementIds, ...stands, ...more }
}
const pitfall = library.prompts.find(({ id }) => id.startsWith('skanderborg/kontraktholder/typiske-faldgruber/'))?.id
const otherRole = 'skanderborg/leder-af-medarbejder/ledelse-af-personaleudvikling/q1'
const nobody = { ...leader, framework: null, role: null }
const share: Share = {
  channelId: '19:a',
  name: 'Ledere i Vest › Ugens refleksion',
  revision: 1,
  delivery: 'sent',
  at,
  attempts: 1,
  cardId: 'c',
  isTakenBack: false,
}
const answered = reflection({ state: 'answered', text, scale: 4, answeredAt: at, revision: 1 })
const withThen = reflection(
  {},
  library.prompts.find(({ id, then }) => then && id.startsWith('skanderborg/kontraktholder'))?.id,
)
const own = reflection({ promptId: 'own', statementIds: [], question: 'Hvad lærte du af den sidste budgetrunde?' })
const channel = channelSchema.parse({
  id: '19:a',
  tenantId: 't',
  teamId: '19:t',
  teamName: 'Ledere i Vest',
  name: 'Ugens refleksion',
  conversation: { conversationId: '19:a', serviceUrl: 'https://eu', botId: 'b' },
  createdAt: at,
  updatedAt: at,
})
const card = (of: Leader, shown: Reflection, showing?: Showing) =>
  reflectionCard(readerFor(program, of), of, shown, showing)
const reader = readerFor(program, leader)
const shared = {
  name: 'Ea Østergård',
  text,
  question: library.prompt(answered.promptId)?.text ?? '',
  points: reflectionPoints(library, answered).answering,
}
const to = { reflectionId: 'r', channelId: channel.id, channel: share.name, revision: 1 }

const shots: Readonly<Record<string, CardContent>> = {
  open: card(leader, reflection()),
  pitfall: card(leader, reflection({}, pitfall)),
  own: card(leader, own),
  english: card(english, reflection()),
  asked: card(leader, reflection(), { topic: 'den langsigtede strategi' }),
  'asked-other': card(leader, reflection({}, otherRole), { topic: 'feedback' }),
  'asked-elsewhere': card(nobody, reflection({}, 'soro/alle-ledere/mod/q3'), { topic: 'fejl' }),
  'no-topic': noTopicCard(reader, {
    topic: 'stress og sygefravær',
    near: ['arbejdsmiljø', 'prioritering'],
    isAtHome: true,
  }),
  'no-topic-alone': noTopicCard(reader, { topic: 'fodbold', near: [], isAtHome: false }),
  later: snoozeCard(reader, reflection(), { text, scale: 4 }),
  snoozed: card(leader, reflection({ state: 'snoozed', snoozedUntil: '2026-11-23T07:00:00.000Z' })),
  receipt: card(leader, { ...answered, shared: [share] }),
  'receipt-pitfall': card(leader, { ...reflection({}, pitfall), state: 'answered', text, answeredAt: at }),
  'open-earlier': card(leader, reflection(), { hasEarlier: true }),
  again: card(leader, reflection({ goesOnFrom: { reflectionId: 'r', answeredAt: '2026-10-06T07:00:00.000Z' } }), {
    hasEarlier: true,
  }),
  'receipt-again': card(leader, { ...answered, againAt: '2027-01-05T08:00:00.000Z' }),
  earlier: earlierCard(reader, {
    id: 'r',
    place: { framework: 'skanderborg', area: 'strategisk-ledelse' },
    question: library.prompt(answered.promptId)?.text ?? '',
    statementIds: [],
    text,
    scale: 4,
    second: { question: 'Hvad skyldes det?', text: 'At vi aldrig har aftalt det.' },
    at,
  }),
  'receipt-then': card(leader, { ...withThen, state: 'answered', text, answeredAt: at, revision: 1 }),
  'receipt-second': card(leader, {
    ...withThen,
    state: 'answered',
    text,
    second: 'På torsdag tager jeg det op med Jonas.',
    answeredAt: at,
  }),
  'then-form': thenCard(reader, { ...withThen, state: 'answered', text }, { text: '' }),
  'receipt-number': card(leader, { ...answered, text: undefined }),
  edit: card(leader, answered, { form: answered }),
  elsewhere: card(leader, answered, { form: { text: 'Noget helt andet', isElsewhere: true } }),
  skipped: card(leader, reflection({ state: 'skipped' })),
  withdrawn: card(leader, reflection({ state: 'withdrawn', revision: 2, shared: [share] })),
  'share-choose': shareChannelCard(reader, answered.id, [channel]),
  'share-preview': sharePreviewCard(reader, reader, shared, to),
  'share-shared': sharedCard(reader, shared),
  'share-state': shareStateCard(reader, answered, { ...share, delivery: 'unknown' }),
}

void shootEach(shots, 360, process.argv[2] ?? join(tmpdir(), 'prompt-shots'))
