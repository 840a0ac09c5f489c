import { suggestionText } from '../../src/cards/answer/suggestion-text'
import { texts } from '../support/kept'
import { ask, library } from './asking'

const locales = ['da', 'en'] as const

/** A leader of every role of every framework, who works in no group's name. */
const leaders = library.frameworks.flatMap(({ slug, roles }) =>
  roles
    .filter(({ group, level, everyLeader }) => !group && (level !== null || everyLeader) && level !== 'employee')
    .map((role) => ({ framework: slug, role: role.slug })),
)
/** With them whoever else a framework of single roles describes. */
const everybody = [
  ...leaders,
  ...library.frameworks
    .filter(({ profile }) => profile === 'roles')
    .flatMap(({ slug, roles }) =>
      roles.filter(({ group }) => group).map((role) => ({ framework: slug, role: role.slug })),
    ),
]

test.each(leaders)('the examples that Pejling gives find something for %o', (profile) => {
  for (const locale of locales) {
    const expected = ask(texts(locale, 'example.expectations'), profile)
    expect([expected.intent, expected.isOwn, expected.statements.length > 0]).toEqual(['expectations', true, true])
    const pitfalls = ask(texts(locale, 'example.pitfalls'), profile)
    expect(pitfalls.statements.length > 0 || pitfalls.notes.some(({ key }) => key === 'note.noPitfalls')).toBe(true)
    const told = ask(texts(locale, 'example.situation'), profile)
    expect([told.intent, told.statements.length > 0]).toEqual(['situation', true])
    expect(told.statements.every(({ of }) => of === 'own' || of === 'all')).toBe(true)
  }
})

const asked = [
  'Hvad forventes der af mig?',
  'Hvilke faldgruber skal jeg passe på?',
  'hvad forventes der af en astronaut',
  'hvad forventes der af en operationsleder',
  'hvad kan jeg forvente af min leder',
  'hvad forventes der af mine ledere',
  'hvad forventes der af en aftaleholder',
  'hvad siger Aarhus om tillid',
  'hvad forventes der af mig i Aarhus',
]

test.each(everybody)('whatever an answer offers to ask is answered with points for %o', (profile) => {
  for (const text of asked)
    for (const suggestion of ask(text, profile).suggestions)
      for (const locale of locales) {
        const question = suggestionText(texts, locale, suggestion)
        const answer = ask(question, profile)
        expect([text, question, answer.statements.length > 0]).toEqual([text, question, true])
        // What is asked of another's role offers nobody that role as their profile.
        if (/^suggest\.(role|\w+One)/.test(suggestion.key))
          expect([question, answer.offeredRole]).toEqual([question, null])
      }
})
