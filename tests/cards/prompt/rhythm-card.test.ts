import { rhythmFormCard, rhythmKeptCard, rhythmOfferCard } from '../../../src/cards/prompt/rhythm-card'
import { rhythmSchema } from '../../../src/records/rhythm'
import { locales } from '../../../src/texts'
import { choicesOf, fieldsIn, textOf } from '../../support/card-text'
import { lintCard } from '../lint-card'
import { hrReader } from '../roster/roster-samples'
import { cards } from '../sample-cards'

const at = '2026-03-13T08:00:00.000Z'
const rhythm = (more: object = {}) =>
  rhythmSchema.parse({
    id: 'ea',
    tenantId: 't',
    weekday: 5,
    time: '09:15',
    everyWeeks: 2,
    topic: '**mit** emne <at>x</at>',
    startsOn: '2026-03-13',
    dueAt: at,
    nextAt: at,
    createdAt: at,
    updatedAt: at,
    ...more,
  })

test.each(locales)('every card of a regular question is sound, in %s', (locale) => {
  const reader = hrReader(locale)
  const all = [
    rhythmOfferCard(reader),
    rhythmFormCard(reader, { rhythm: undefined }),
    rhythmFormCard(reader, { rhythm: rhythm(), lead: 'x' }),
    rhythmKeptCard(reader, rhythm(), { stopped: true, isPaused: false, isOther: true }),
  ]
  expect(all.flatMap((content) => lintCard(cards.render(content).card))).toEqual([])
})

test('the form begins with Friday at nine every week, and keeps what stands, however odd', () => {
  const reader = hrReader('da')
  const fieldsOf = (of: Parameters<typeof rhythmFormCard>[1]) => fieldsIn(cards.render(rhythmFormCard(reader, of)).card)
  expect(fieldsOf({ rhythm: undefined })).toEqual({ weekday: '5', time: '09:00', everyWeeks: '1', topic: '-' })
  expect(fieldsOf({ rhythm: rhythm({ topic: 'travlhed' }) })).toEqual({
    weekday: '5',
    time: '09:15',
    everyWeeks: '2',
    topic: 'travlhed',
  })
  const { card } = cards.render(rhythmFormCard(reader, { rhythm: rhythm({ topic: 'travlhed' }) }))
  expect(choicesOf(card)).toEqual(expect.arrayContaining(['09.15', 'travlhed', 'Hver anden uge', 'Strategisk ledelse']))
  expect(textOf(card)).toContain('Du får et spørgsmål hver anden fredag kl. 09.15. Næste gang er ')
})
