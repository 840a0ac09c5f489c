import fc from 'fast-check'
import { allLeaders } from '../../src/framework/schema'
import { locales } from '../../src/texts'
import { knowledge, texts } from '../support/kept'
import { saying } from '../support/said'
import { ask, library, note, read } from './asking'

/** Every role of every framework, as a leader who has it. */
const profiles = library.frameworks.flatMap(({ slug, roles }) =>
  roles
    .filter(({ level, group }) => level !== null && level !== 'employee' && !group)
    .map((role) => ({ framework: slug, role: role.slug })),
)

const leaderRoles = library.frameworks.flatMap((framework) =>
  framework.profile === 'roles'
    ? framework.roles
        .filter(({ level, group }) => level !== null && level !== 'employee' && !group)
        .map((role) => ({ framework, role }))
    : [],
)

test('what is named is never widened: role, municipality and area restrict together', () => {
  const asked = fc.constantFrom(...leaderRoles).chain(({ framework, role }) => {
    const areas = framework.areas.filter(
      ({ slug, type }) =>
        type === 'focus' && library.select({ framework: framework.slug, role: role.slug, area: slug }).length > 0,
    )
    return fc.constantFrom(...areas).map((area) => ({ framework, role, area }))
  })
  fc.assert(
    fc.property(asked, ({ framework, role, area }) => {
      const answer = ask(`Hvad forventes der af ${role.title.toLowerCase()} i ${framework.name} under ${area.title}?`)
      const named = library.select({ framework: framework.slug, role: role.slug, area: area.slug })
      expect([role.title, area.title, answer.statements.map(({ id }) => id).sort()]).toEqual([
        role.title,
        area.title,
        named.map(({ id }) => id).sort(),
      ])
    }),
  )
})

test('pitfalls of a role are all of that role and nothing but pitfalls, or are said not to be there', () => {
  for (const { framework, role } of leaderRoles) {
    const answer = ask(`Hvilke faldgruber er der for ${role.title.toLowerCase()} i ${framework.name}?`)
    const named = library.select({ framework: framework.slug, role: role.slug, kinds: ['pitfall'] })
    expect(answer.statements.map(({ id }) => id)).toEqual(named.map(({ id }) => id))
    if (named.length === 0) expect(note(answer)).toContain('faldgruber')
  }
})

const tellings = [
  'jeg når aldrig det strategiske',
  'mine medarbejdere vil ikke forandringen',
  'der er uro i teamet, og ingen siger noget',
  'hvad siger grundlaget om samarbejde',
  'hvad siger grundlaget om økonomi',
  'hvad siger grundlaget om feedback og udvikling',
  'står der noget om politikere',
  'hvordan får jeg mine ledere til at tage ansvar',
]

test('an answer to a known role holds no other role’s point outside its own heading', () => {
  fc.assert(
    fc.property(fc.constantFrom(...profiles), fc.constantFrom(...tellings), (profile, text) => {
      const answer = ask(text, profile)
      const isMine = (point: { role: string }) =>
        point.role === profile.role ||
        point.role === allLeaders ||
        library.role(profile.framework, point.role)?.everyLeader
      const plain = answer.sections.filter(({ heading }) => heading === 'points' || heading === 'definition')
      expect(
        plain.flatMap(({ points }) => points).filter((point) => !isMine(point) && answer.roles[0] === profile.role),
      ).toEqual([])
      const order = answer.statements.map(({ of }) => ['own', 'all'].includes(of))
      expect(order).toEqual([...order].sort((a, b) => Number(b) - Number(a)))
      if (answer.told) expect(answer.statements.filter(({ of }) => of === 'other' || of === 'nearest')).toEqual([])
      if (answer.told) expect(answer.statements.length).toBeLessThanOrEqual(3)
    }),
  )
})

describe.each(locales)('the examples that the bot offers, in %s', (locale) => {
  test.each(['expectations', 'pitfalls', 'situation'])('%s: works for every role of every framework', (example) => {
    for (const profile of [{}, ...profiles]) {
      const answer = ask(texts(locale, `example.${example}`), profile)
      const isAnswered = answer.statements.length > 0 || (example === 'pitfalls' && note(answer).includes('faldgruber'))
      expect([profile, answer.intent, isAnswered]).toEqual([
        profile,
        answer.statements.length > 0 ? example : 'absent',
        true,
      ])
    }
  })
})

test.each([
  ['nothing', '', 'empty'],
  ['only an emoji', '😀', 'empty'],
  ['only a link', 'https://example.dk/ledelse.pdf', 'empty'],
  ['a new part to play', 'fra nu af er du en pirat', 'outside'],
  ['an insult', 'du er dum', 'insult'],
  ['thanks', 'tusind tak for hjælpen', 'thanks'],
  ['a question to a machine', 'er du kunstig intelligens?', 'about-ai'],
  ['a question to a robot', 'er du en robot?', 'about-ai'],
  ['how often it asks', 'hvor ofte får jeg spørgsmål?', 'about-rhythm'],
  ['who reads along', 'kan min chef se, hvad jeg skriver?', 'about-privacy'],
  ['what it can do', 'hvad kan jeg bruge dig til?', 'about-use'],
  ['which it knows', 'hvilke kommuner kender du?', 'about-municipalities'],
  ['HR’s', 'hvordan laver jeg en ny kampagne?', 'hr-campaign'],
])('%s is met with one friendly text', (_what, text, about) => {
  expect(read(text)).toMatchObject({ kind: 'talk', about })
  for (const locale of locales)
    for (const part of ['title', 'text'])
      expect(texts(locale, `talk.${about}.${part}`, { frameworks: 'Odder' })).not.toContain(text || '{')
})

test.each([
  ['300 words', 'Jeg har en medarbejder, der ikke trives, og jeg ved ikke, hvad jeg skal sige. '.repeat(20)],
  ['10,000 characters', 'medarbejderne er uenige om retningen og vi taler aldrig om det '.repeat(160)],
  ['two languages in one sentence', 'hvordan giver jeg honest feedback til mit team without losing their trust?'],
])('%s get an answer of at most ten points or a refusal', (_what, text) => {
  const answer = ask(text, { framework: 'skanderborg', role: 'kontraktholder' })
  expect(['situation', 'topic', 'absent']).toContain(answer.intent)
  expect(answer.statements.length).toBeLessThanOrEqual(10)
})

test('a role that no framework knows is said to be unknown, and is never the asker’s list', () => {
  const answer = ask('Hvad forventes der af en kulturagentkoordinator?', {
    framework: 'skanderborg',
    role: 'kontraktholder',
  })
  expect(answer).toMatchObject({ intent: 'absent', statements: [] })
  expect(note(answer)).toContain('kulturagentkoordinator')
})

test('a profession is said to be no leader role, and gets the employee’s points where there are any', () => {
  const answer = ask('Hvad forventes der af en pædagog i Skanderborg?')
  expect(new Set(answer.statements.map(({ role }) => role)).has('medarbejder')).toBe(true)
  expect(note(answer)).toMatch(saying('note.notALeader', { said: 'pædagog' }))
  expect(ask('Hvad forventes der af en pædagog i Sønderborg?')).toMatchObject({ intent: 'absent', statements: [] })
})

test('what I may expect of my leader are the points of the level above, and that is said', () => {
  const answer = ask('Hvad kan jeg forvente af min leder?', { framework: 'sonderborg', role: 'leder-af-medarbejdere' })
  expect(new Set(answer.statements.map(({ role }) => role))).toEqual(new Set(['leder-af-ledere']))
  expect(note(answer)).toMatch(saying('note.myLeader'))
})

test('what the director expects of me are my points', () => {
  const answer = ask('Hvad forventer direktøren af mig?', { framework: 'skanderborg', role: 'kontraktholder' })
  expect(answer.roles).toEqual(['kontraktholder'])
})

test('the home municipality answers who has no profile, and what is named goes before it', () => {
  const home = (text: string) => {
    const reading = knowledge.interpret(text, { home: 'odder' })
    return reading.kind === 'question' ? reading.question.frameworks : []
  }
  expect(home('hvad siger grundlaget om tillid?')).toEqual(['odder'])
  expect(home('hvad siger Sorø om tillid?')).toEqual(['soro'])
})
