import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rhythmFormCard, rhythmKeptCard, rhythmOfferCard } from '../../src/cards/prompt/rhythm-card'
import { rhythmSchema } from '../../src/records/rhythm'
import { hrReader } from '../cards/roster/roster-samples'
import { shootEach } from './card-gallery'

// Pictures of the regular question, light and dark, wide and narrow: `npx tsx tests/support/shoot-rhythm.ts [folder]`.

const reader = hrReader('da')
const at = '2026-03-13T08:00:00.000Z'
const times = { dueAt: at, nextAt: at, createdAt: at, updatedAt: at, startsOn: '2026-03-13' }
const rule = { id: 'ea', tenantId: 't', weekday: 5, time: '09:00', everyWeeks: 2, topic: 'delegering' }
const rhythm = rhythmSchema.parse({ ...rule, ...times })
shootEach(
  {
    'rhythm-offer': rhythmOfferCard(reader),
    'rhythm-form': rhythmFormCard(reader, { rhythm }),
    'rhythm-daily': rhythmFormCard(reader, {
      rhythm: undefined,
      lead: reader.texts('da', 'rhythm.daily'),
    }),
    'rhythm-kept': rhythmKeptCard(reader, rhythm, { stopped: false, isPaused: true, isOther: true }),
  },
  360,
  process.argv[2] ?? join(tmpdir(), 'rhythm-shots'),
)
