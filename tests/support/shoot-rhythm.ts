import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newRoleCard, newRoleStartedCard, newRoleStoppedCard } from '../../src/cards/leader/new-role-card'
import { agreementCard } from '../../src/cards/prompt/agreement-card'
import { channelPromptCard } from '../../src/cards/prompt/channel-prompt-card'
import { rhythmFormCard, rhythmKeptCard, rhythmOfferCard } from '../../src/cards/prompt/rhythm-card'
import { teamRhythmAskCard, teamRhythmFormCard, teamRhythmKeptCard } from '../../src/cards/prompt/team-rhythm-card'
import { agreementSchema, discussionSchema } from '../../src/records/discussion'
import { rhythmSchema } from '../../src/records/rhythm'
import { teamRhythmSchema } from '../../src/records/team-rhythm'
import { hrReader } from '../cards/roster/roster-samples'
import { library } from '../cards/sample-cards'
import { shootEach } from './card-gallery'

// Pictures of the regular question, light and dark, wide and narrow: `npx tsx tests/support/shoot-rhythm.ts [folder]`.

const reader = hrReader('da')
const at = '2026-03-13T08:00:00.000Z'
const times = { dueAt: at, nextAt: at, createdAt: at, updatedAt: at, startsOn: '2026-03-13' }
const rule = { id: 'ea', tenantId: 't', weekday: 5, time: '09:00', everyWeeks: 2, topic: 'delegering' }
const rhythm = rhythmSchema.parse({ ...rule, ...times })
const weeks = {
  framework: 'skanderborg',
  role: 'kontraktholder',
  promptIds: Array.from({ length: 12 }, (_, i) => `${i}`),
}
const running = {
  ...rhythm,
  everyWeeks: 1,
  series: { ...weeks, come: 3, after: { everyWeeks: 2, topic: 'delegering' } },
}
const change = { framework: 'skanderborg', from: 'leder-af-medarbejder', to: 'kontraktholder' }
const conversation = { conversationId: '19:c', serviceUrl: 's', botId: 'b' }
const ours = { ...rule, ...times, id: '19:c', weekday: 2, everyWeeks: 1, setBy: 'ea', setByName: 'Ea Lund' }
const team = teamRhythmSchema.parse({ ...ours, conversation, countedFrom: at })
const before = teamRhythmSchema.parse({ ...team, weekday: 4, everyWeeks: 2 })
const place = { framework: 'skanderborg', group: 'direktion' }
const [prompt] = library.prompts
const talk = discussionSchema.parse({
  ...{ id: 'd', tenantId: 't', placeId: '19:c', placeName: 'Torvet', place, conversation, promptId: prompt?.id },
  ...{ statementIds: prompt?.statements, startedBy: 'ea', startedName: 'Ea Lund', isRegular: true },
  ...{ state: 'open', dueAt: at, createdAt: at },
})
const agreed = agreementSchema.parse({
  ...{
    id: 'd',
    tenantId: 't',
    placeId: '19:c',
    place,
    conversation,
    leaderId: 'ea',
    name: 'Ea Lund',
    lookOn: '2026-04-14',
  },
  ...{ text: 'Vi begynder hvert ledermøde med en sag, hvor vi er i tvivl.', dueAt: at, createdAt: at },
})
shootEach(
  {
    'new-role': newRoleCard(reader, { ...change, hasRhythm: true }),
    'new-role-first': newRoleCard(reader, { ...change, from: null }),
    'new-role-roster': newRoleCard(reader, { ...change, isFromRoster: true, hasEnded: true }),
    'new-role-started': newRoleStartedCard(
      reader,
      { ...running, series: { ...running.series, come: 0, after: null } },
      { stopped: false, isPaused: false },
    ),
    'new-role-form': rhythmFormCard(reader, { rhythm: running }),
    'new-role-stopped': newRoleStoppedCard(reader, rhythm),
    'rhythm-offer': rhythmOfferCard(reader),
    'rhythm-form': rhythmFormCard(reader, { rhythm }),
    'rhythm-daily': rhythmFormCard(reader, {
      rhythm: undefined,
      lead: reader.texts('da', 'rhythm.daily'),
    }),
    'rhythm-kept': rhythmKeptCard(reader, rhythm, { stopped: false, isPaused: true, isOther: true }),
    'team-prompt': channelPromptCard(reader, talk),
    'team-agreement': agreementCard(reader, agreed, '2026-03-13'),
    'team-rhythm-form': teamRhythmFormCard(reader, { rhythm: team }),
    'team-rhythm-kept': teamRhythmKeptCard(reader, team, before),
    'team-rhythm-ask': teamRhythmAskCard(reader, team),
  },
  360,
  process.argv[2] ?? join(tmpdir(), 'rhythm-shots'),
)
