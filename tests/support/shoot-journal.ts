import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { coverageCard, scaleCard } from '../../src/cards/journal/journal-chart-card'
import { lusChoiceCard } from '../../src/cards/journal/lus-card'
import type { CardContent } from '../../src/cards/kit/render'
import { coverageOf } from '../../src/journal/reading/coverage'
import { entryKey } from '../../src/journal/reading/journal-entry'
import { scaleOverTime } from '../../src/journal/reading/scale-over-time'
import { entriesOf, leaderOf, readerOf } from '../cards/journal/journal-samples'
import { library } from '../cards/sample-cards'
import { shootEach } from './card-gallery'

// Pictures of the journal, light and dark, wide and narrow: `npx tsx tests/support/shoot-journal.ts [folder]`. The renderer knows no
// charts and drops them, as older clients do.

const leader = leaderOf('da', 'skanderborg', 'kontraktholder')
const roleless = leaderOf('da', 'skanderborg', null)
const without = leaderOf('da', 'sonderborg', null)
const [first, ...rest] = entriesOf(
  leader,
  6,
  'Jeg gav budgetopfølgningen fra mig i mandags og blev siddende på hænderne, da udkastet kom.',
)
const foreword = { framework: 'skanderborg', area: 'forord' }
const entries = first ? [first, { ...first, place: foreword, statementIds: [] }, ...rest] : []

const series = (count: number, stepMs: number) =>
  scaleOverTime(
    Array.from({ length: count }, (_, i) => ({
      ...(first as NonNullable<typeof first>),
      scale: (i % 5) + 1,
      at: new Date(Date.parse('2026-03-10T08:00:00.000Z') + i * stepMs).toISOString(),
    })),
    (at) => at.slice(0, 10),
  )
const places = entries.map(({ place }) => place).slice(0, 3)

const lusChoice = { months: 12, entries, chosen: new Set(entries.map(({ id }) => entryKey(id))), left: 0, hasAny: true }

const shots: Readonly<Record<string, CardContent>> = {
  coverage: coverageCard(readerOf(leader), coverageOf(library, leader, entries)),
  'coverage-roleless': coverageCard(readerOf(roleless), coverageOf(library, roleless, entries)),
  'coverage-without-role': coverageCard(readerOf(without), coverageOf(library, without, [])),
  'scale-time': scaleCard(readerOf(leader), { ...series(4, 3600_000), area: '', places }),
  'scale-day': scaleCard(readerOf(leader), { ...series(15, 8 * 3600_000), area: '', places: [] }),
  'scale-month': scaleCard(readerOf(leader), { ...series(60, 36 * 3600_000), area: '', places }),
  lus: lusChoiceCard(readerOf(leader), lusChoice),
  'lus-none': lusChoiceCard(readerOf(leader), { ...lusChoice, entries: [], hasAny: false }),
  'lus-empty': lusChoiceCard(readerOf(leader), { ...lusChoice, entries: [] }),
}

void shootEach(shots, 400, process.argv[2] ?? join(tmpdir(), 'journal-shots'))
