import { answerQuestion } from '../../../src/answers/answer-question'
import { changeCard, meanings } from '../../../src/cards/answer/change-card'
import { locales } from '../../../src/texts'
import { knowledge } from '../../support/kept'
import { lintCard } from '../lint-card'
import { cards, library, readerIn } from '../sample-cards'

const every = library.frameworks.flatMap(({ slug: framework, roles }) =>
  ['', ...roles.map(({ slug }) => slug)].flatMap((role) =>
    (['', 'behaviour', 'pitfall', 'value'] as const).map((kind) => ({ framework, role, kind })),
  ),
)

const isFollowUp = (value: string) => /^(og |what about )/.test(value)

test.each(locales)('the card is sound whatever was read, in %s', (locale) => {
  expect(every.flatMap((readAs) => lintCard(cards.render(changeCard(readerIn(locale), readAs)).card))).toEqual([])
})

test.each(locales)('each list that may have been meant is found as it is called, in %s', (locale) => {
  const wrong = every
    .filter(({ kind }) => kind === 'behaviour' || kind === 'pitfall')
    .flatMap((readAs) => {
      const framework = library.framework(readAs.framework)
      return meanings(readerIn(locale), readAs)
        .filter(({ value }) => !isFollowUp(value))
        .flatMap(({ title, value }) => {
          const reading = knowledge.interpret(value, { profile: { framework: 'soro' } })
          const { frameworks, roles } = answerQuestion(knowledge, reading)
          const role = framework?.roles.find((each) => each.title === title)?.slug
          const isRight = frameworks.join() === readAs.framework && (role === undefined || roles.join() === role)
          return isRight ? [] : [`${title}: ${value} -> ${frameworks} ${roles}`]
        })
    })
  expect([...new Set(wrong)]).toEqual([])
})

test.each(locales)(
  'on a topic another role and another municipality are asked for with the topic kept, in %s',
  (locale) => {
    const profile = { framework: 'skanderborg', role: 'kontraktholder' }
    const before = knowledge.interpret('hvad siger grundlaget om feedback?', { profile })
    const asked = meanings(readerIn(locale), { ...profile, kind: '' }).filter(({ value }) => isFollowUp(value))
    expect(asked.length).toBeGreaterThan(7)
    for (const { value } of asked) {
      const reading = knowledge.interpret(value, { profile, previous: before.context })
      expect([value, reading.kind === 'question' && reading.question.concepts.map(({ written }) => written)]).toEqual([
        value,
        ['feedback'],
      ])
    }
  },
)
