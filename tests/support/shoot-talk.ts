import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { saidKey } from '../../src/answers/expectations/said-so-far'
import { talkPartners } from '../../src/answers/expectations/talk-partners'
import { talkPoints } from '../../src/answers/expectations/talk-points'
import { talkFormCard } from '../../src/cards/expectations/talk-form-card'
import { talkPageCard } from '../../src/cards/expectations/talk-page-card'
import { talkPartnerCard } from '../../src/cards/expectations/talk-partner-card'
import { talkPickCard } from '../../src/cards/expectations/talk-pick-card'
import { reflectionCard } from '../../src/cards/prompt/reflection-card'
import { talkSchema } from '../../src/records/expectation-talk'
import { reflectionSchema } from '../../src/records/reflection'
import { hrReader } from '../cards/roster/roster-samples'
import { shootEach } from './card-gallery'

// Pictures of the talk about expectations, light and dark, wide and narrow: `npx tsx tests/support/shoot-talk.ts [folder]`.

const reader = hrReader('da')
const { library } = reader
const own = 'leder-af-leder'
const partners = talkPartners(library, 'skanderborg', own)
const [partner] = partners
if (!partner) throw new Error('nobody to talk with')
const points = talkPoints(library, { framework: 'skanderborg', own, other: partner.slug, whom: partner.whom })
const chosen = { mine: points.mine.slice(0, 2), theirs: points.theirs.slice(0, 2) }
const between = { framework: 'skanderborg', own, partner }
const words = 'Jeg siger til, før det brænder på, og jeg kommer selv med et forslag.'
const said = new Map([[saidKey('mine', points.mine[1]?.id ?? ''), words]])
const withRole = `leader:${partner.slug}`
const line = (statementId = '', text = '') => ({ statementId, text })
const talk = talkSchema.parse({
  whom: 'leader',
  own,
  other: partner.slug,
  mine: [
    line(points.mine[0]?.id, 'Jeg omsætter de politiske visioner og følger op på dem.'),
    line(points.mine[1]?.id, words),
  ],
  theirs: points.theirs.slice(0, 2).map(({ id, text }) => line(id, text)),
  more: 'Bemandingen i efteråret',
})
const at = '2026-03-13T08:00:00.000Z'
const reflection = reflectionSchema.parse({
  id: 'talk:1',
  leaderId: 'ea',
  promptId: 'talk',
  statementIds: [],
  question: reader.texts('da', 'expect.question.leader'),
  state: 'shown',
  talk,
  shownAt: at,
  createdAt: at,
})
const [odders] = talkPartners(library, 'odder', 'alle-ledere')
if (!odders) throw new Error('nobody to talk with')
const shared = { framework: 'odder', own: 'alle-ledere', partner: odders }
const sharedPoints = talkPoints(library, {
  framework: 'odder',
  own: 'alle-ledere',
  other: odders.slug,
  whom: odders.whom,
})
shootEach(
  {
    'talk-shared': talkPickCard(reader, {
      ...shared,
      points: sharedPoints,
      chosen: { mine: [], theirs: [] },
      page: 0,
      said: new Map(),
    }),
    'talk-nobody': talkPartnerCard(reader, partners, { lead: [reader.texts('da', 'expect.none.employees')] }),
    'talk-kept': reflectionCard(
      reader,
      { framework: 'skanderborg', role: own },
      { ...reflection, state: 'answered', text: 'Vi ser på det hver anden fredag.', answeredAt: at },
    ),
    'talk-partner': talkPartnerCard(reader, partners),
    'talk-pick': talkPickCard(reader, { ...between, points, chosen, page: 0, said: new Map() }),
    'talk-form': talkFormCard(reader, { whom: 'leader', withRole, reflectionId: 'talk:1', points: chosen, said }),
    'talk-page': talkPageCard(reader, reflection, talk),
    'talk-agreed': reflectionCard(reader, { framework: 'skanderborg', role: own }, reflection),
  },
  360,
  process.argv[2] ?? join(tmpdir(), 'talk-shots'),
)
