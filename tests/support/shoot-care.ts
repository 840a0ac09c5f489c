import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerCard } from '../../src/cards/answer/answer-card'
import { readerFor } from '../../src/cards/kit/reader'
import type { CardContent } from '../../src/cards/kit/render'
import { careCard } from '../../src/cards/leader/care-card'
import { type CarePeople, nobodyNamed } from '../../src/care/care-people'
import { cares } from '../../src/care/care-words'
import { locales } from '../../src/texts'
import { ask, library } from '../cards/sample-cards'
import { shootEach } from './card-gallery'
import { texts } from './kept'

// Pictures of what somebody in trouble is met with, light and dark, wide and narrow: `npx tsx tests/support/shoot-care.ts [folder]`.

const people: CarePeople = {
  texts: {},
  contacts: [
    {
      name: { da: 'Psykologordningen', en: 'The counselling service' },
      reach: '12 34 56 78, hele døgnet',
      for: [...cares],
    },
    {
      name: { da: 'Arbejdsmiljørepræsentanten', en: 'Your health and safety representative' },
      reach: 'find din på intranettet under Arbejdsmiljø',
      for: ['self', 'other'],
    },
  ],
  who: { da: 'psykologordningen på 12 34 56 78', en: 'the counselling service on 12 34 56 78' },
}

const contents: Record<string, CardContent> = {}
for (const locale of locales) {
  for (const care of [...cares, 'calmed'] as const) {
    contents[`${care}-${locale}`] = careCard({ locale, texts, care, people: nobodyNamed, isHrReached: false })
    contents[`${care}-people-${locale}`] = careCard({ locale, texts, care, people, isHrReached: true })
  }
  const reader = readerFor({ library, texts }, { locale, timeZone: 'Europe/Copenhagen' })
  const answer = ask('situation', { framework: 'skanderborg', role: 'kontraktholder' })
  contents[`situation-${locale}`] = answerCard({
    ...reader,
    answer,
    support: { people, isHrReached: true, sources: {} },
    isPersonal: true,
  })
}

shootEach(contents, 360, process.argv[2] ?? join(tmpdir(), 'pejling-care'))
