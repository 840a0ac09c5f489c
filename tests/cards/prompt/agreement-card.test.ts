import { agreementCard, agreementsCard, outcomeCard } from '../../../src/cards/prompt/agreement-card'
import { agreementAskCard, agreementFormCard } from '../../../src/cards/prompt/agreement-form-card'
import { answerFormCard, channelAnswerCard } from '../../../src/cards/prompt/channel-answer-card'
import { placeCard, placeGroupCard, placeSavedCard } from '../../../src/cards/prompt/place-card'
import { type Agreement, agreementSchema } from '../../../src/records/discussion'
import { locales } from '../../../src/texts'
import { textOf } from '../../support/card-text'
import { lintCard } from '../lint-card'
import { cards, importedLibrary, readerIn } from '../sample-cards'

const today = '2026-11-03'
const longest = '<at>Ø</at> **æ** {{DATE(2026)}} '.repeat(60)
const agreement = (more: Partial<Agreement> = {}): Agreement =>
  agreementSchema.parse({
    id: 'd',
    tenantId: 't',
    placeId: '19:c',
    conversation: { conversationId: '19:c', serviceUrl: 'https://eu', botId: 'b' },
    leaderId: 'ea',
    name: 'Ea Lund',
    text: 'Vi begynder hvert ledermøde med en sag, hvor vi er i tvivl.',
    who: 'Hele gruppen',
    lookOn: '2026-12-01',
    dueAt: '2026-12-01T08:00:00.000Z',
    createdAt: '2026-11-03T08:00:00.000Z',
    ...more,
  })
const samples = [
  agreement(),
  agreement({ text: longest, who: longest.slice(0, 200), name: longest.slice(0, 100) }),
  agreement({ text: '', who: '', name: '', dueAt: null }),
  ...(['done', 'underway', 'dropped'] as const).map((outcome) => agreement({ outcome, dueAt: null })),
]

test.each(locales)(
  'an agreement, its form, its question and its lists are sound in %s, whatever is written',
  (locale) => {
    const reader = readerIn(locale)
    const contents = [
      agreementFormCard(reader, 'd'),
      answerFormCard(reader, 'a', longest),
      channelAnswerCard(reader, { name: '', answerId: 'a', text: longest }),
      ...samples.flatMap((each) => [
        agreementCard(reader, each, today),
        agreementAskCard(reader, each, today),
        outcomeCard(reader, each, today, { name: '', text: longest.slice(0, 500) }),
      ]),
      agreementsCard(reader, [], today),
      placeCard(reader, null),
      ...importedLibrary.frameworks.flatMap((framework) => [
        placeGroupCard(reader, framework, null),
        placeSavedCard(reader, {
          framework: framework.slug,
          group: framework.roles.find(({ group }) => group)?.slug ?? null,
        }),
      ]),
      agreementsCard(
        reader,
        Array.from({ length: 30 }, (_, i) => samples[i % samples.length] ?? agreement()),
        today,
      ),
    ]
    const faults = contents.flatMap((content) => lintCard(cards.render(content).card))
    expect(faults).toEqual([])
  },
)

test('it says when it comes back, who wrote it down, and later what became of it', () => {
  const reader = readerIn('da')
  const told = (content: Parameters<typeof cards.render>[0]) => textOf(cards.render(content).card)
  expect(told(agreementCard(reader, agreement(), today))).toContain(
    'Skrevet ned af Ea Lund. Jeg spørger til aftalen tirsdag den 1. december.',
  )
  expect(told(agreementAskCard(reader, agreement(), '2026-12-01'))).toContain('I aftalte tirsdag den 3. november:')
  const list = told(agreementsCard(reader, samples, today))
  for (const words of ['jeg spørger til den tirsdag den 1. december', ': gjort', ': i gang', ': opgivet', '(slettet)'])
    expect(list).toContain(words)
})
