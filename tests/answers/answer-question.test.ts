import fc from 'fast-check'
import type { Answer } from '../../src/answers/answer'
import { answerQuestion } from '../../src/answers/answer-question'
import { intents } from '../../src/answers/intent'
import { operations } from '../../src/answers/question'
import { suggestionText } from '../../src/cards/answer/suggestion-text'
import { allLeaders, type Kind } from '../../src/framework/schema'
import { cpuTime } from '../support/cpu-time'
import { knowledge, texts } from '../support/kept'
import { da, saying } from '../support/said'
import { ask, idsOf, library, note, profilesOf, slugs, understand } from './asking'

const expectedKinds: Kind[] = ['behaviour', 'shared-task', 'requirement']
const names = library.frameworks.map((framework) => framework.name)

/** Questions of every intent, with room for a place and a subject. */
const patterns = [
  'Hvad forventes der af {role} {place}?',
  'Hvilke faldgruber er der for {role} {place}?',
  'Hvilke faldgruber er der {place}?',
  'Hvad betyder {subject} {place}?',
  'Hvilke værdier har man {place}?',
  'Hvad er forskellen på {role} og en direktør {place}?',
  'Hvad er nyt, når jeg går fra {role} til chef {place}?',
  'Hvad siger man om {subject} {place}?',
  'Jeg har svært ved {subject} {place}',
  'what is expected of {role} {place}',
  '{subject} {place}',
  'Skal jeg kende {subject} og {subject} {place} som {role}?',
]
const roles = [
  'en chef',
  'en mellemleder',
  'en teamleder',
  'en kontraktholder',
  'en direktør',
  'en medarbejder',
  'en ledergruppe',
  'ledere',
  'mig',
]
const subjects = [
  'tillid',
  'feedback',
  'følgeskab',
  'at uddelegere',
  'bitcoin',
  'hjemmearbejde',
  'økonomi',
  'compliance',
  'rumfart',
  'trust',
  'sæbe og tillid',
  'politik',
]

/** A question about `places`, and what it names. */
const question = (places: fc.Arbitrary<string>) =>
  fc
    .record({
      pattern: fc.constantFrom(...patterns),
      role: fc.constantFrom(...roles),
      subject: fc.constantFrom(...subjects),
      place: places,
    })
    .map(({ pattern, role, subject, place }) =>
      pattern.replace('{role}', role).replaceAll('{subject}', subject).replace('{place}', place),
    )

describe('expectations', () => {
  test('are the whole list of a role, what it does before what is demanded', () => {
    const answer = ask('Hvad forventes der af en kontraktholder?')
    expect(answer.intent).toBe('expectations')
    expect(answer.frameworks).toEqual(['skanderborg'])
    const own = answer.statements.filter(({ role }) => role === 'kontraktholder')
    expect(own).toHaveLength(38)
    expect(idsOf(own)).toEqual(
      idsOf(library.select({ framework: 'skanderborg', role: 'kontraktholder', kinds: expectedKinds })),
    )
  })

  test('of one’s own role have what its group does together behind them, under a heading of its own', () => {
    const { sections } = ask('Hvad forventes der af en kontraktholder?')
    expect(sections.map(({ heading, role }) => `${heading} ${role}`)).toEqual([
      'points kontraktholder',
      'group faglige-faellesskaber',
    ])
  })

  test('of each role in each framework are all there is of it and of its group, and nothing else', () => {
    for (const framework of library.frameworks)
      for (const { slug, level, worksIn } of framework.roles) {
        if (level === null) continue
        const answer = ask('Hvad forventes der af mig?', { framework: framework.slug, role: slug })
        const role = library.select({ framework: framework.slug, role: slug }).length > 0 ? slug : allLeaders
        const group = worksIn
          ? library.select({ framework: framework.slug, role: worksIn, kinds: ['shared-task'] })
          : []
        const whole = [...library.select({ framework: framework.slug, role, kinds: expectedKinds }), ...group]
        expect([framework.slug, slug, idsOf(answer.statements).sort()]).toEqual([
          framework.slug,
          slug,
          idsOf(whole).sort(),
        ])
      }
  })

  test('with no municipality named come from each that has the role, and those that speak to all alike are named', () => {
    const answer = ask('Hvad forventes der af mig som leder af ledere?')
    expect(profilesOf(answer)).toEqual([
      'skanderborg/leder-af-leder',
      'skanderborg/ledergrupper-i-enhed',
      'sonderborg/leder-af-ledere',
    ])
    expect(answer.statements).toHaveLength(28 + 4 + 13)
    expect(note(answer)).toBe(da('note.speakToAll.many', { frameworks: 'Kerteminde, Odder og Sorø' }))
  })

  test('of a role that only one framework knows are not taken from the others', () => {
    expect(ask('Hvad forventes der af en stabschef i Sønderborg?').frameworks).toEqual(['sonderborg'])
    expect(ask('Hvad forventes der af en ledergruppe?').frameworks).toEqual(['skanderborg'])
  })

  test('of a role that a framework has not are those of the nearest level, and the note says so', () => {
    const answer = ask('Hvad forventes der af en skoleleder i Sønderborg?')
    expect(profilesOf(answer)).toEqual(['sonderborg/leder-af-ledere'])
    expect(note(answer)).toBe(
      da('note.nearestRole', { framework: 'Sønderborg', said: 'skoleleder', title: 'Leder af ledere' }),
    )
  })

  test('of another municipality’s own title are none, and the note says so', () => {
    const answer = ask('Hvad forventes der af en kontraktholder i Sønderborg?')
    expect(answer).toMatchObject({ intent: 'absent', statements: [] })
    expect(note(answer)).toBe(da('note.noSuchRole', { frameworkOf: 'Sønderborgs', said: 'kontraktholder' }))
  })

  test.each([
    ['odder', 'Hvad forventes der af en virksomhedsleder i Odder?'],
    ['soro', 'Hvad forventes der af en chef i Sorø?'],
    ['kerteminde', 'Hvad forventes der af en teamleder i Kerteminde?'],
  ])('of any leader in %s are those of all leaders, and the note says so', (framework, asked) => {
    const answer = ask(asked)
    expect(profilesOf(answer)).toContain(`${framework}/${allLeaders}`)
    expect(note(answer)).toMatch(saying('note.commonProfile'))
  })

  test('of Odder’s virksomhedsleder, known from the profile, are Odder’s one profile', () => {
    const answer = ask('Hvad forventes der af mig?', { framework: 'odder', role: 'virksomhedsleder' })
    expect(answer.statements).toHaveLength(30)
    expect(note(answer)).toMatch(/^Odder har én lederprofil/)
  })

  test.each<[what: string, asked: string, profile: { framework: string; role: string } | undefined]>([
    ['from the profile', 'Hvad forventes der af mig?', { framework: 'kerteminde', role: 'ledere' }],
    ['from the question', 'Hvad forventes der af ledere i Kerteminde?', undefined],
  ])('of Kerteminde’s "ledere", %s, are what is said to them and to all leaders', (_what, asked, profile) => {
    const ids = idsOf(ask(asked, profile).statements)
    expect(ids).toEqual(
      expect.arrayContaining(idsOf(library.select({ framework: 'kerteminde', kinds: ['behaviour'] }))),
    )
    expect(ids).toContain('kerteminde/ledere/nye-roller/1')
  })

  test('never hold what is to be left behind, nor any other pitfall', () => {
    for (const framework of slugs)
      expect(
        ask('Hvad forventes der af mig?', { framework }).statements.filter(({ kind }) => kind === 'pitfall'),
      ).toEqual([])
  })

  test('of staff are not invented where a framework speaks to leaders only', () => {
    const answer = ask('Hvad forventes der af medarbejdere i Sønderborg?')
    expect(answer).toMatchObject({ intent: 'absent', statements: [] })
    expect(note(answer)).toMatch(/”medarbejdere”/)
  })
})

describe('pitfalls', () => {
  test('are the whole list of a role', () => {
    const answer = ask('Hvilke faldgruber er der for chefer i Skanderborg?')
    expect(idsOf(answer.statements)).toEqual(
      [1, 2, 3, 4].map((n) => `skanderborg/fag-og-stabschef/typiske-faldgruber/${n}`),
    )
  })

  test('that a framework does not name are said not to be there, and another’s are offered under its own name', () => {
    const answer = ask('Hvilke faldgruber skal jeg passe på?', { framework: 'sonderborg', role: 'leder-af-ledere' })
    expect(answer).toMatchObject({ intent: 'absent', statements: [], frameworks: ['sonderborg'] })
    expect(note(answer)).toBe(da('note.noPitfalls', { frameworksOf: 'Sønderborgs' }))
    expect(answer.sections.map(({ heading, framework, role }) => ({ heading, framework, role }))).toEqual([
      { heading: 'inspiration', framework: 'skanderborg', role: 'leder-af-leder' },
    ])
    expect(idsOf(answer.sections[0]?.points ?? [])).toEqual(
      [1, 2, 3].map((n) => `skanderborg/leder-af-leder/typiske-faldgruber/${n}`),
    )
  })

  test('of everybody come from the frameworks that name some, and the others are named', () => {
    const answer = ask('Hvilke faldgruber skal jeg passe på?')
    expect(answer.frameworks).toEqual(['kerteminde', 'skanderborg'])
    expect(note(answer)).toBe(da('note.noPitfalls.many', { frameworks: 'Odder, Sønderborg og Sorø' }))
  })

  test.each([
    'Hvilke faldgruber er der for medarbejdere i Skanderborg?',
    'Hvilke faldgruber har medarbejdere i Skanderborg?',
  ])('of staff are not those of their leaders: %s', (asked) => {
    expect(profilesOf(ask(asked))).toEqual(['skanderborg/medarbejder'])
  })

  test.each([
    ['a group in the profile', 'Hvilke faldgruber skal vi passe på?', 'direktion'],
    ['a group named', 'Hvilke faldgruber er der for ledergrupper i Skanderborg?', undefined],
  ])('missing for %s are not said to be missing in the whole framework', (_what, asked, role) => {
    const answer = ask(asked, role ? { framework: 'skanderborg', role } : undefined)
    expect(answer.intent).toBe('absent')
    expect(note(answer)).not.toMatch(saying('note.noPitfalls'))
  })
})

describe('a search', () => {
  /** Whole expected orders; each line says why the point stands where it stands. */
  test.each<[asked: string, expected: (readonly [id: string, why: string])[]]>([
    [
      'Hvad betyder følgeskab i Sønderborg?',
      [
        ['sonderborg/alle-ledere/faa-foelgeskab/1', 'says outright what it means'],
        ['sonderborg/alle-ledere/faa-foelgeskab/2', 'how a leader gets it: the same section, in its order'],
        ['sonderborg/alle-ledere/faa-foelgeskab/3', 'the same section, last'],
      ],
    ],
    [
      'Hvilke værdier har Sønderborg?',
      [
        ['sonderborg/alle-ledere/forside/1', 'the four values themselves'],
        ['sonderborg/alle-ledere/forord/3', 'where they come from: the document’s order from here'],
        ['sonderborg/alle-ledere/indledning/3', 'what they shall lead to'],
      ],
    ],
    [
      'Hvad siger Sønderborg om psykologisk tryghed?',
      [
        ['sonderborg/leder-af-medarbejdere/faa-foelgeskab/1', 'what a leader does about it, and little else'],
        ['sonderborg/alle-ledere/faa-foelgeskab/3', 'names it among other things'],
        ['sonderborg/alle-ledere/indledning/3', 'names it in a paragraph about values'],
        ['sonderborg/alle-ledere/saet-retning/2', 'speaks of feeling unsafe, not of psychological safety'],
      ],
    ],
    ['hvad er resiliens i Odder', [['odder/alle-ledere/resiliens/1', 'the definition comes first']]],
  ])('%s', (asked, expected) => {
    const first = /betyder|hvad er/.test(asked) ? expected.length : 10
    expect(idsOf(ask(asked).statements).slice(0, first)).toEqual(expected.map(([id]) => id))
  })

  test('puts the points of one’s own role first', () => {
    const own = ask('Hvad siger grundlaget om at uddelegere?', { framework: 'skanderborg', role: 'leder-af-leder' })
    expect(own.statements[0]?.role).toBe('leder-af-leder')
    const other = ask('Hvad siger grundlaget om at uddelegere?', { framework: 'skanderborg', role: 'kontraktholder' })
    expect(other.statements[0]?.role).toBe('kontraktholder')
  })

  test('for a trouble shows at most three points of one’s own, the pitfall it sounds like among them', () => {
    const answer = ask('Jeg ender altid med at løse opgaverne selv i stedet for at give dem videre', {
      framework: 'skanderborg',
      role: 'direktoer',
    })
    expect(answer.intent).toBe('situation')
    expect(answer.told).toBe(true)
    expect(answer.statements.length).toBeLessThanOrEqual(3)
    expect(answer.statements.some(({ kind }) => kind === 'pitfall')).toBe(true)
    expect(answer.statements.filter(({ of }) => of !== 'own' && of !== 'all')).toEqual([])
  })

  test('for a word that the framework itself uses is never refused as absent or as another field', () => {
    const refused: string[] = []
    for (const { slug, name } of library.frameworks) {
      const words = library.select({ framework: slug }).flatMap((point) => point.text.match(/\p{L}{7,}/gu) ?? [])
      for (const word of new Set(words)) {
        const { intent } = ask(`Hvad siger ${name} om ${word.toLowerCase()}?`)
        if (intent === 'absent' || intent === 'out-of-scope') refused.push(`${name}, ${word}: ${intent}`)
      }
    }
    expect(refused).toEqual([])
  })

  test.each([
    [
      'Hvordan oversætter jeg de politiske visioner?',
      'situation',
      'to translate a text is another field, to translate a vision is not',
    ],
    ['Hvad siger Kerteminde om forskellighed?', 'topic', 'diversity is no question about the difference between two'],
  ])('%s is about a %s: %s', (asked, intent) => {
    expect(understand(asked).intent).toBe(intent)
  })

  test('that finds nothing says so, with at most the two nearest named as that', () => {
    const answer = ask('Hvad siger Sorø om hjemmearbejde?')
    expect(answer).toMatchObject({ intent: 'absent', frameworks: ['soro'] })
    expect(answer.statements.filter(({ of }) => of !== 'nearest')).toEqual([])
    expect(answer.statements.length).toBeLessThanOrEqual(2)
    expect(note(answer)).toBe(da('note.notMentioned', { frameworksOf: 'Sorøs' }))
  })

  test('in a framework that is not here says so and names those that are', () => {
    for (const asked of [
      'Hvad siger Aarhus om mod?',
      'Hvad forventes der af en chef i Aarhus?',
      'Hvilke faldgruber er der i Aarhus?',
    ]) {
      const answer = ask(asked)
      expect(answer).toMatchObject({ intent: 'absent', statements: [] })
      expect(note(answer)).toBe(
        da('note.unknownMunicipality.many', {
          nameOf: 'Aarhus’',
          frameworks: 'Kerteminde, Odder, Skanderborg, Sønderborg og Sorø',
        }),
      )
    }
  })
})

describe('whatever is asked', () => {
  test('about one framework, no point of another is among the statements', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...library.frameworks),
        fc.infiniteStream(question(fc.constant('@'))),
        ({ slug, name }, questions) => {
          for (const asked of [...questions.take(5)]) {
            const answer = ask(asked.replace('@', `i ${name}`))
            expect([asked, answer.statements.filter((point) => point.framework !== slug)]).toEqual([asked, []])
            expect(answer.frameworks.filter((framework) => framework !== slug)).toEqual([])
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('by a leader whose framework is known, no point of another is among the statements', () => {
    fc.assert(
      fc.property(fc.constantFrom(...slugs), question(fc.constant('')), (framework, asked) => {
        const strays = ask(asked, { framework }).statements.filter((point) => point.framework !== framework)
        expect([asked, idsOf(strays)]).toEqual([asked, []])
      }),
      { numRuns: 200 },
    )
  })

  const places = fc.oneof(
    fc.constant(''),
    fc.constantFrom(...names, 'Aarhus').map((name) => `i ${name}`),
    fc.subarray(names, { minLength: 2, maxLength: 3 }).map((some) => `i ${some.join(' og ')}`),
  )

  test('every point stands word for word as in the data, and under its own framework’s name', () => {
    fc.assert(
      fc.property(question(places), (asked) => {
        const answer = ask(asked)
        for (const { of, ...point } of answer.statements) expect([library.point(point.id), of]).toEqual([point, of])
        for (const { heading, framework, points } of answer.sections)
          if (heading !== 'both')
            expect([asked, heading, points.filter((point) => point.framework !== framework)]).toEqual([
              asked,
              heading,
              [],
            ])
      }),
      { numRuns: 300 },
    )
  })

  test('no statement comes twice, and only whole lists are longer than ten', () => {
    fc.assert(
      fc.property(question(places), (asked) => {
        const { intent, statements } = ask(asked)
        expect(intents).toContain(intent)
        expect([asked, new Set(idsOf(statements)).size]).toEqual([asked, statements.length])
        if (['topic', 'situation', 'definition', 'absent'].includes(intent))
          expect(statements.length).toBeLessThanOrEqual(10)
        if (['help', 'out-of-scope'].includes(intent)) expect(statements).toEqual([])
        if (intent === 'absent') expect(statements.filter(({ of }) => of !== 'nearest')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('an empty answer says why, and every note can be said in both languages', () => {
    fc.assert(
      fc.property(question(places), fc.constantFrom(undefined, ...slugs, 'hav'), (asked, framework) => {
        const answer = ask(asked, framework ? { framework, role: 'chefer' } : undefined)
        if (answer.statements.length === 0 && answer.intent !== 'help' && answer.intent !== 'out-of-scope')
          expect(answer.notes).not.toEqual([])
        for (const locale of ['da', 'en'] as const) {
          const said = note(answer, locale)
          expect([asked, said]).toEqual([asked, expect.not.stringMatching(/[{}|]|undefined|””|“”| {2}|^ | \./)])
        }
      }),
      { numRuns: 300 },
    )
  })

  test.each<[what: string, text: string]>([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['10,000 characters', 'hvad forventes der af en chef i Odder '.repeat(280)],
    ['10,000 letters without a blank', 'medarbejderudvikling'.repeat(500)],
    ['emoji', '😀🎉👩‍👩‍👧'],
    ['HTML', '<script>alert("tillid")</script><img src=x onerror=alert(1)>'],
    ['half a character', '\ud83d'],
    ['Japanese', 'リーダーシップとは何ですか'],
    ['punctuation', '?!…—()[]{}"\''],
    ['numbers', '1234567890 3.0 2030'],
    ['names every object has', '__proto__ constructor toString hasOwnProperty'],
  ])('%s gets an answer soon', (_what, text) => {
    for (const profile of [undefined, { framework: 'skanderborg', role: 'kontraktholder' }]) {
      const started = cpuTime()
      const answer = ask(text, profile)
      expect(cpuTime() - started).toBeLessThan(500)
      expect(intents).toContain(answer.intent)
      expect(() => note(answer)).not.toThrow()
    }
  })

  test('the same question gets the same answer', () => {
    fc.assert(
      fc.property(question(places), question(places), (first, second) => {
        const again = (): Answer => ask([first, second])
        expect(again()).toEqual(again())
      }),
      { numRuns: 50 },
    )
  })

  test('what another turn asked changes no answer to a whole question', () => {
    fc.assert(
      fc.property(question(places), (before) => {
        const asked = 'Hvad forventes der af en kontraktholder i Skanderborg i hverdagen?'
        expect(ask([before, asked])).toEqual(ask(asked))
      }),
      { numRuns: 50 },
    )
  })
})

test.each(operations)('a question to %s with nothing else in it is answered', (operation) => {
  const question = { ...knowledge.readQuestion('tillid'), operation, concepts: [], frameworks: [], roles: [] }
  const answer = answerQuestion(knowledge, { kind: 'question', question, context: undefined })
  expect(intents).toContain(answer.intent)
  expect(() => note(answer)).not.toThrow()
})

describe('a question that a button would ask is understood as it is meant', () => {
  const asked = library.frameworks.flatMap((framework) =>
    framework.roles
      .filter(({ level }) => level !== null && level !== 'employee')
      .flatMap(({ slug }) =>
        ['Hvad forventes der af mig?', 'Hvilke faldgruber skal jeg passe på?'].map((text) => ({
          answer: ask(text, { framework: framework.slug, role: slug }),
          framework: framework.slug,
        })),
      ),
  )
  const buttons = asked.flatMap(({ answer, framework }) =>
    answer.suggestions.flatMap((suggestion) =>
      (['da', 'en'] as const).map((locale) => ({
        text: suggestionText(texts, locale, suggestion),
        intent: suggestion.key.includes('pitfalls') ? /^(pitfalls|absent)$/ : /^expectations$/,
        framework,
        roles: answer.roles,
      })),
    ),
  )

  test.each(buttons.map((button) => [button.text, button] as const))('%s', (text, { intent, framework, roles }) => {
    const next = ask(text)
    expect(next.intent).toMatch(intent)
    expect(next.frameworks).toEqual([framework])
    if (next.intent !== 'absent') expect(next.roles).toEqual(roles)
  })
})

test('the examples for those who do not know what to ask are understood', () => {
  for (const locale of ['da', 'en'] as const)
    for (const intent of ['expectations', 'pitfalls', 'situation'])
      expect(ask(texts(locale, `example.${intent}`)).intent).toBe(intent)
})

describe('somebody who may be in trouble, by too little to be met as such', () => {
  const profile = { framework: 'skanderborg', role: 'kontraktholder' }

  test('gets no point that only sounds alike, but a question', () => {
    const uneasy = ask('jeg er nede for tiden', profile)
    expect(uneasy).toMatchObject({ isUneasy: true, statements: [], sections: [], notes: [{ key: 'note.uneasy' }] })
  })

  test('gets no point for what they tell, and the points they ask for in its own words', () => {
    const uneasy = (text: string) =>
      answerQuestion(knowledge, { ...knowledge.interpret(text, { profile }), isUneasy: true })
    const told = uneasy('jeg får ikke uddelegeret ledelsesopgaver')
    expect(told).toMatchObject({ told: true, isUneasy: true, statements: [], notes: [{ key: 'note.uneasy' }] })
    expect(uneasy('hvad står der om at uddelegere ledelsesopgaver?').statements.length).toBeGreaterThan(0)
    expect(uneasy('hvilke faldgruber er der for mig?').statements.length).toBeGreaterThan(0)
  })

  test('is nobody who tells of everyday trouble or asks what the framework says', () => {
    for (const text of ['jeg ender altid med at løse opgaverne selv', 'hvad siger grundlaget om mobning og stress?'])
      expect(ask(text, profile).isUneasy).toBe(false)
  })
})
