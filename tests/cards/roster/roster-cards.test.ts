import type { CardContent } from '../../../src/cards/kit/render'
import { informText } from '../../../src/cards/roster/inform-text'
import { leadersCard } from '../../../src/cards/roster/leaders-card'
import { rosterReviewCard } from '../../../src/cards/roster/roster-review-card'
import { rosterStateCard } from '../../../src/cards/roster/roster-state-card'
import type { RosterDraft } from '../../../src/records/roster'
import { locales } from '../../../src/texts'
import { buttonsOf, choicesOf, fieldsIn, textOf } from '../../support/card-text'
import { lintCard } from '../lint-card'
import { cards } from '../sample-cards'
import { draft, hrReader, largest, listed, review } from './roster-samples'

const render = (content: CardContent) => cards.render(content).card
const states: readonly RosterDraft['state'][] = ['importing', 'done', 'undoing', 'undone', 'dropped']

test.each(locales)('every card about leaders is sound, however much there is, in %s', (locale) => {
  const reader = hrReader(locale)
  const all = [
    ...[0, 300].map((n) => leadersCard({ ...reader, leaders: listed(n), right: { kind: 'units', units: ['Skoler'] } })),
    ...[0, 1, 300].map((n) => leadersCard({ ...reader, leaders: listed(n), right: { kind: 'everything' } })),
    ...[review(), largest(), review({ titles: [], faults: [], leaving: [] })].map((each) =>
      rosterReviewCard({ ...reader, review: each }),
    ),
    ...states.map((state) => rosterStateCard({ ...reader, draft: draft({ state }), canFind: true })),
  ]
  expect(all.flatMap((content) => lintCard(render(content)))).toEqual([])
})

test('the dry run says what will change, and nothing has', () => {
  const text = textOf(render(rosterReviewCard({ ...hrReader('da'), review: review() })))
  for (const words of [
    '412 rækker: 380 nye ledere, 20 ændrede og 7 uændrede. Intet er ændret endnu.',
    '371 kender jeg kun på e-mail.',
    'Disse kolonner bruger jeg ikke: Løn, Fødselsdag',
    'Skoleleder: Kontraktholder (24)',
    'Række 7 (Carl Dam): ”carl hos kommunen” er ikke en e-mailadresse.',
    'Række 12: Der står hverken e-mail eller bruger-id.',
    'Række 40 (Ea Holm): Den samme e-mail står også i række 41.',
    'Grethe Lund, Bakkeskolen',
    'Ceremonimester (3)',
  ])
    expect(text).toContain(words)
  const one = review({ draft: { ...review().draft, rows: 1 }, created: 1, changed: 0, unchanged: 0 })
  const textOfOne = textOf(render(rosterReviewCard({ ...hrReader('da'), review: one })))
  expect(textOfOne).toContain('1 række: 1 ny leder. Intet er ændret endnu.')
})

test('nothing is chosen beforehand that would take anything away', () => {
  const card = render(rosterReviewCard({ ...hrReader('da'), review: review() }))
  expect(Object.values(fieldsIn(card))).toEqual(['-', 'no'])
  expect(choicesOf(card)).toEqual(expect.arrayContaining(['Kontraktholder', 'Ingen af dem', 'Lad dem være, som de er']))
})

test('a file in which no row can be used is not to be imported', () => {
  const { faults } = review()
  const card = render(rosterReviewCard({ ...hrReader('da'), review: review({ draft: draft({ rows: 3 }), faults }) }))
  expect(buttonsOf(card).map(({ verb }) => verb)).toEqual(['roster.faults', 'roster.drop'])
})

test('units and roles come with the largest first, and how many are not yet in touch', () => {
  const text = textOf(render(leadersCard({ ...hrReader('da'), leaders: listed(300), right: { kind: 'everything' } })))
  expect(text).toContain('Jeg kender 300 ledere. 200 har været i kontakt med Pejling, 100 har ikke været det endnu.')
  expect(text).toContain('Kontraktholder: 75, heraf 25 endnu ikke i kontakt')
  expect(text).toContain('Og 14 til')
})

test('the text for leaders tells where the data come from and what they can do, and nothing that is not set', () => {
  const settings = { retentionMonths: 18, legalBasis: '', controller: 'Prøve *Kommune*', dpo: '', contact: '' }
  const text = informText(hrReader('da'), settings)
  expect(text).toContain('Oplysningerne kommer fra vores egen liste over ledere.')
  expect(text).toContain('Prøve \\*Kommune\\*')
  expect(text).not.toMatch(/Retsgrundlag|Databeskyttelsesrådgiver:|Spørgsmål:/)
  expect(informText(hrReader('en'), { ...settings, legalBasis: 'art. 6(1)(e)' })).toContain('Legal basis')
})
