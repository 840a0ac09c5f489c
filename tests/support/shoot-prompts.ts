import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CardContent } from '../../src/cards/kit/render'
import { createPromptViews } from '../../src/chat/views/prompt-views'
import { channelSchema } from '../../src/records/channel'
import { leaderSchema } from '../../src/records/leader'
import type { Reflection, Share } from '../../src/records/reflection'
import { library, texts } from '../cards/sample-cards'
import { shootEach } from './card-gallery'

// Pictures of the life of a prompt, light and dark, wide and narrow: `npx tsx tests/support/shoot-prompts.ts [folder]`.

const at = '2026-11-20T13:05:00.000Z'
const views = createPromptViews(library, texts)
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
  ...{ channelId: '19:a', name: 'Ledere i Vest › Ugens refleksion', revision: 1, delivery: 'sent', at, attempts: 1 },
  ...{ cardId: 'c', isTakenBack: false },
}
const answered = reflection({ state: 'answered', text, scale: 4, answeredAt: at, revision: 1 })
const own = reflection({ promptId: 'own', statementIds: [], question: 'Hvad lærte du af den sidste budgetrunde?' })
const channel = channelSchema.parse({
  ...{ id: '19:a', tenantId: 't', teamId: '19:t', teamName: 'Ledere i Vest', name: 'Ugens refleksion' },
  conversation: { conversationId: '19:a', serviceUrl: 'https://eu', botId: 'b' },
  ...{ createdAt: at, updatedAt: at },
})
const ctx = { caller: { name: 'Ea Østergård' }, config: { locale: 'da' } } as Parameters<typeof views.shared>[0]

const shots: Readonly<Record<string, CardContent>> = {
  open: views.reflection(leader, reflection()),
  pitfall: views.reflection(leader, reflection({}, pitfall)),
  own: views.reflection(leader, own),
  english: views.reflection(english, reflection()),
  asked: views.reflection(leader, reflection(), { topic: 'den langsigtede strategi' }),
  'asked-other': views.reflection(leader, reflection({}, otherRole), { topic: 'feedback' }),
  'asked-elsewhere': views.reflection(nobody, reflection({}, 'soro/alle-ledere/mod/q3'), { topic: 'fejl' }),
  'no-topic': views.noTopic(leader, 'stress og sygefravær', ['arbejdsmiljø', 'prioritering']),
  'no-topic-alone': views.noTopic(nobody, 'fodbold', []),
  later: views.later(leader, reflection(), { text, scale: 4 }),
  snoozed: views.reflection(leader, reflection({ state: 'snoozed', snoozedUntil: '2026-11-23T07:00:00.000Z' })),
  receipt: views.reflection(leader, { ...answered, shared: [share] }),
  'receipt-pitfall': views.reflection(leader, { ...reflection({}, pitfall), state: 'answered', text, answeredAt: at }),
  'receipt-number': views.reflection(leader, { ...answered, text: undefined }),
  edit: views.reflection(leader, answered, { form: answered }),
  elsewhere: views.reflection(leader, answered, { form: { text: 'Noget helt andet', isElsewhere: true } }),
  skipped: views.reflection(leader, reflection({ state: 'skipped' })),
  withdrawn: views.reflection(leader, reflection({ state: 'withdrawn', revision: 2, shared: [share] })),
  'share-choose': views.chooseChannel(leader, answered, [channel]),
  'share-preview': views.preview(ctx, leader, answered, channel),
  'share-shared': views.shared(ctx, answered),
  'share-state': views.shareState(leader, answered, { ...share, delivery: 'unknown' }),
}

void shootEach(shots, 360, process.argv[2] ?? join(tmpdir(), 'prompt-shots'))
