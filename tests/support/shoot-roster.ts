import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leadersCard } from '../../src/cards/roster/leaders-card'
import { rosterReviewCard } from '../../src/cards/roster/roster-review-card'
import { rosterStateCard } from '../../src/cards/roster/roster-state-card'
import { draft, hrReader, largest, listed, review } from '../cards/roster/roster-samples'
import { shootEach } from './card-gallery'

// Pictures of HR's list of leaders, light and dark, wide and narrow: `npx tsx tests/support/shoot-roster.ts [folder]`.

const reader = hrReader('da')
const state = (of: 'importing' | 'done' | 'undone') =>
  rosterStateCard({ ...reader, draft: draft({ state: of, pagesDone: 1 }), canFind: true })
shootEach(
  {
    leaders: leadersCard({ ...reader, leaders: listed(300), right: { kind: 'everything' } }),
    'leaders-none': leadersCard({ ...reader, leaders: [], right: { kind: 'everything' } }),
    review: rosterReviewCard({ ...reader, review: review() }),
    'review-largest': rosterReviewCard({ ...reader, review: largest() }),
    importing: state('importing'),
    done: state('done'),
    undone: state('undone'),
  },
  360,
  process.argv[2] ?? join(tmpdir(), 'roster-shots'),
)
