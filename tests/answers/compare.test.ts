import { da, saying } from '../support/said'
import { ask, idsOf, library, note, profilesOf } from './asking'

const sections = (answer: ReturnType<typeof ask>) =>
  answer.sections.map(({ heading, framework, role }) => `${heading} ${framework}/${role ?? '*'}`)

describe('two roles', () => {
  const answer = ask('Hvad er forskellen på en chef og en direktør i Sønderborg?')

  test('are told apart by what only the one is asked, what only the other, and what both', () => {
    expect(answer.intent).toBe('compare')
    expect(sections(answer)).toEqual(['only sonderborg/chefer', 'only sonderborg/direktionen', 'both sonderborg/*'])
    expect(answer.statements).toHaveLength(13 + 15)
  })

  test('every point of both roles is shown once', () => {
    const shown = idsOf(answer.sections.flatMap((section) => section.points))
    const all = ['chefer', 'direktionen'].flatMap((role) =>
      idsOf(library.select({ framework: 'sonderborg', role, kinds: ['behaviour', 'shared-task', 'requirement'] })),
    )
    expect([...shown].sort()).toEqual([...all].sort())
  })

  test('a demand that the document makes of both in the same words stands under both', () => {
    const both = ask('Hvad er forskellen på en direktør og en fagchef i Skanderborg?').sections.find(
      ({ heading }) => heading === 'both',
    )
    expect(idsOf(both?.points ?? [])).toEqual(
      expect.arrayContaining([
        'skanderborg/direktoer/folkestyre-sporet/1',
        'skanderborg/fag-og-stabschef/folkestyre-sporet/1',
      ]),
    )
  })

  test('with one profile between them have no difference, and that is said', () => {
    const common = ask('Hvad er forskellen på en stabschef og en direktør i Odder?')
    expect(sections(common)).toEqual(['both odder/*'])
    expect(note(common)).toContain(da('note.commonProfile', { framework: 'Odder' }))
    expect(note(common)).toContain(da('note.sameProfile', { framework: 'Odder' }))
  })

  test('with no municipality named are taken from one that has both by name', () => {
    const open = ask('Hvad er forskellen på en kontraktholder og en leder af leder?')
    expect(open.frameworks).toEqual(['skanderborg'])
    expect(profilesOf(open)).toEqual(['skanderborg/kontraktholder', 'skanderborg/leder-af-leder'])
  })
})

describe('two municipalities', () => {
  test('are held up as wholes, each point under its own name', () => {
    const answer = ask('Hvad er forskellen på Odder og Sorø?')
    expect(answer.frameworks).toEqual(['odder', 'soro'])
    for (const section of answer.sections)
      if (section.heading === 'only')
        expect(new Set(section.points.map((point) => point.framework))).toEqual(new Set([section.framework]))
  })

  test('and one role are compared in that role', () => {
    const answer = ask('Hvad er forskellen på en leder af ledere i Sønderborg og Skanderborg?')
    expect(answer.roles).toEqual(['leder-af-ledere', 'leder-af-leder'])
    expect(profilesOf(answer).sort()).toEqual(['skanderborg/leder-af-leder', 'sonderborg/leder-af-ledere'])
  })

  test('one of them may come from the profile', () => {
    const answer = ask('Hvordan adskiller Odder sig?', { framework: 'soro', role: 'alle-ledere' })
    expect(answer.frameworks).toEqual(['soro', 'odder'])
  })
})

describe('from one role to another', () => {
  test('shows what is new, what falls away and which pitfalls wait', () => {
    const answer = ask('Hvad er nyt, når jeg går fra leder af medarbejder til leder af leder i Skanderborg?')
    expect(answer.intent).toBe('transition')
    expect(sections(answer)).toEqual([
      'new skanderborg/leder-af-leder',
      'pitfalls skanderborg/leder-af-leder',
      'falls-away skanderborg/leder-af-medarbejder',
    ])
    expect(answer.statements[0]?.role).toBe('leder-af-leder')
    expect(answer.statements.filter((point) => point.kind === 'pitfall')).toHaveLength(3)
  })

  test.each([
    'Hvad er nyt for mig som leder af ledere i Sønderborg, når jeg kommer fra leder af medarbejdere?',
    'Jeg bliver leder af ledere i Sønderborg og kommer fra en stilling som leder af medarbejdere, hvad er nyt?',
    'What is new when I become manager of managers in Sønderborg, coming from manager of staff?',
  ])('knows which is which, whatever the order they are named in: %s', (question) => {
    const answer = ask(question)
    expect(answer.intent).toBe('transition')
    expect(sections(answer).slice(0, 2)).toEqual([
      'new sonderborg/leder-af-ledere',
      'falls-away sonderborg/leder-af-medarbejdere',
    ])
  })

  test('starts from the profile where only the new role is named', () => {
    const answer = ask('Hvad er nyt for mig, når jeg bliver chef?', {
      framework: 'sonderborg',
      role: 'leder-af-ledere',
    })
    expect(sections(answer).slice(0, 2)).toEqual(['new sonderborg/chefer', 'falls-away sonderborg/leder-af-ledere'])
  })
})

test('with only one side known the answer asks for the other', () => {
  const answer = ask('Hvad er forskellen på en chef?')
  expect(answer).toMatchObject({ intent: 'compare', statements: [], sections: [] })
  expect(note(answer)).toMatch(saying('note.compareWhat.many'))
})

test.each([
  [['faldgruber i Sønderborg', 'hvad er forskellen på kontraktholder og leder af leder?'], 'skanderborg'],
  [['hvad forventes der af en chef i Sønderborg?', 'hvad er forskellen på chef og direktør?'], 'sonderborg'],
])('who names both sides gets all of them, from a municipality that knows both: %j', (dialog, framework) => {
  const answer = ask(dialog, { framework: 'skanderborg', role: 'kontraktholder' })
  expect(new Set(answer.statements.map((point) => point.framework))).toEqual(new Set([framework]))
  expect(profilesOf(answer)).toHaveLength(2)
  expect(answer.statements.some(({ kind }) => kind === 'behaviour')).toBe(true)
})
