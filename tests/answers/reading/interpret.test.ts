import fc from 'fast-check'
import type { Intent } from '../../../src/answers/intent'
import { anyText } from '../../support/any-text'
import { knowledge } from '../../support/kept'
import { slugs, understand } from '../asking'

test.each<[said: string, level: string, slug: string]>([
  ['mellemleder', 'leaders', 'leder-af-ledere'],
  ['en mellemleder', 'leaders', 'leder-af-leder'],
  ['LAL', 'leaders', 'leder-af-ledere'],
  ['leder af andre ledere', 'leaders', 'leder-af-ledere'],
  ['teamleder', 'staff', 'leder-af-medarbejdere'],
  ['afdelingsleder', 'staff', 'leder-af-medarbejder'],
  ['medarbejderleder', 'staff', 'leder-af-medarbejdere'],
  ['medarbejderledere', 'staff', 'leder-af-medarbejdere'],
  ['LAM', 'staff', 'leder-af-medarbejdere'],
  ['institutionsleder', 'leaders', 'kontraktholder'],
  ['skoleleder', 'leaders', 'kontraktholder'],
  ['aftaleholder', 'leaders', 'kontraktholder'],
  ['kontraktholderen', 'leaders', 'kontraktholder'],
  ['virksomhedsleder', 'leaders', 'virksomhedsleder'],
  ['direktør', 'top', 'direktoer'],
  ['direktøren', 'top', 'direktionen'],
  ['velfærdsdirektør', 'top', 'direktoer'],
  ['chef', 'area', 'chefer'],
  ['fagchef', 'area', 'fag-og-stabschef'],
  ['stabschef', 'area', 'stabschef'],
  ['manager of managers', 'leaders', 'leder-af-ledere'],
  ['head of department', 'area', 'chefer'],
  ['team leader', 'staff', 'leder-af-medarbejdere'],
  ['executive director', 'top', 'direktoer'],
])('"%s" is a role at level %s, called %s among others', (said, level, slug) => {
  const query = understand(`Hvad forventes der af ${said}?`)
  expect(query.intent).toBe('expectations')
  expect(query.roles).toHaveLength(1)
  expect(query.roles[0]?.level).toBe(level)
  expect(query.roles[0]?.as).toContain(slug)
})

test('a role is quoted as it was said', () => {
  expect(understand('Hvad forventes der af Institutionslederen i Odder?').roles[0]?.said).toBe('Institutionslederen')
  expect(understand('Hvad forventes der af medarbejdere i Sønderborg?').roles[0]?.said).toBe('medarbejdere')
})

test.each<[spellings: string[], slug: string]>([
  [['Sønderborg', 'Soenderborg', 'Sonderborg', 'SØNDERBORG', 'sønderborg', 'Sønderborgs', 'Søndreborg'], 'sonderborg'],
  [['Sorø', 'Soroe', 'Soro', 'sorøs'], 'soro'],
  [['Skanderborg', 'skanderbrog', 'Skanderborgs', 'Skanderborg Kommune'], 'skanderborg'],
  [['Odder', 'odders'], 'odder'],
  [['Kerteminde', 'kertminde', 'Kertemindes'], 'kerteminde'],
])('reads %j as one municipality', (spellings, slug) => {
  for (const spelling of spellings)
    expect([spelling, understand(`Hvad siger ${spelling} om tillid?`).frameworks]).toEqual([spelling, [slug]])
})

test.each<[intent: Intent, questions: string[]]>([
  [
    'expectations',
    [
      'Hvad forventes der af mig som leder af ledere?',
      'hvad forvntes der af mig som leder af ledere',
      'hvad kraeves der af en direktoer',
      'hvad kræves af en direktør',
      'Hvad er mine opgaver som chef',
      'what is expected of me as a team leader',
      'mine forventninger som kontraktholder',
      'direktør',
      'Skanderborg',
    ],
  ],
  [
    'pitfalls',
    [
      'Hvilke faldgruber skal jeg passe på?',
      'faldgruber chef skanderborg',
      'faldgrubber for chefer',
      'hvilke typiske fejl laver en direktør',
      'which pitfalls should I watch out for',
      'hvad skal jeg passe på som mellemleder',
      'Hvilke faldgruber har medarbejdere?',
    ],
  ],
  [
    'definition',
    [
      'Hvad betyder følgeskab?',
      'hvad betyder foelgeskab',
      'Hvad er professionel kapital',
      'what does compliance mean',
      'definer resiliens',
    ],
  ],
  ['values', ['Hvilke værdier har Sorø?', 'vaerdier i sonderborg', 'What are the values of Odder?']],
  [
    'compare',
    [
      'Hvad er forskellen på en chef og en direktør?',
      'sammenlign Odder og Sorø',
      'difference between Odder and Skanderborg',
    ],
  ],
  [
    'transition',
    [
      'Hvad er nyt når jeg går fra leder af medarbejdere til leder af ledere?',
      'jeg er lige blevet forfremmet fra teamleder til chef',
    ],
  ],
  [
    'topic',
    [
      'Hvad står der om psykologisk tryghed?',
      'feedback',
      'hvad siger Odder om økonomi',
      'What does Skanderborg say about trust?',
    ],
  ],
  [
    'situation',
    ['Jeg har svært ved at uddelegere', 'mine medarbejdere brokker sig hele tiden', 'I struggle to delegate'],
  ],
  [
    'out-of-scope',
    [
      'Hvordan bliver vejret i morgen?',
      'hej',
      'tak for hjælpen',
      'fortæl en vittighed',
      'hvor mange feriedage har jeg',
    ],
  ],
  ['help', ['hjælp', 'Hvad kan du?', 'what can you do', '', '😀']],
])('hears that %s is wanted', (intent, questions) => {
  for (const question of questions) expect([question, understand(question).intent]).toEqual([question, intent])
})

test('punctuation and capitals change nothing', () => {
  const plain = understand('hvad forventes der af mig som chef i odder')
  for (const text of [
    'HVAD FORVENTES DER AF MIG SOM CHEF I ODDER',
    'hvad forventes der af mig, som chef, i odder?!…',
    ' hvad  forventes\nder af mig som chef i odder ',
  ])
    expect({ ...understand(text), text: '', roles: understand(text).roles.map(({ as }) => as), concepts: [] }).toEqual({
      ...plain,
      text: '',
      roles: plain.roles.map(({ as }) => as),
      concepts: [],
    })
})

describe('a profile', () => {
  const profile = { framework: 'skanderborg', role: 'kontraktholder' }

  test('fills what the question leaves open', () => {
    const query = understand('Hvad forventes der af mig?', profile)
    expect(query.frameworks).toEqual(['skanderborg'])
    expect(query.roles[0]?.as[0]).toBe('kontraktholder')
    expect([query.isFrameworkNamed, query.roles[0]?.whose]).toEqual([false, 'mine'])
  })

  test('yields to what the question names', () => {
    const query = understand('Hvad forventes der af en chef i Odder?', profile)
    expect(query.frameworks).toEqual(['odder'])
    expect(query.roles[0]?.as[0]).toBe('chefer')
    expect([query.isFrameworkNamed, query.roles[0]?.whose]).toEqual([true, 'named'])
  })

  test('gives way where all municipalities are asked about', () => {
    expect(understand('Hvad siger alle kommuner om feedback?', profile).frameworks).toEqual([])
  })

  test('"my boss" is somebody in the story, not the role asked about', () => {
    expect(understand('Min chef lytter aldrig til mig', profile).roles[0]?.as[0]).toBe('kontraktholder')
  })

  test('is where a comparison with another role starts from', () => {
    const query = understand('Hvad er nyt for mig, når jeg bliver chef?', profile)
    expect(query.intent).toBe('transition')
    expect(query.roles.map((role) => role.as[0])).toEqual(['kontraktholder', 'chefer'])
  })

  test.each([
    ['another framework', { framework: 'aarhus', role: 'chef' }],
    ['a role its framework has not', { framework: 'odder', role: 'kontraktholder' }],
    ['a role without a framework', { role: 'chefer' }],
    ['nothing', { framework: null, role: null }],
  ])('that names %s brings no role', (_what, strange) => {
    expect(understand('Hvad forventes der af mig?', strange).roles).toEqual([])
  })

  test('with a framework that is not here is as good as none', () => {
    expect(understand('Hvad forventes der af mig?', { framework: 'aarhus' }).frameworks).toEqual([])
  })
})

describe('a follow-up', () => {
  test.each<[dialog: string[], intent: Intent, frameworks: string[], role: string | undefined]>([
    [['Hvad forventes der af chefer i Skanderborg?', 'og faldgruberne?'], 'pitfalls', ['skanderborg'], 'chefer'],
    [
      ['Hvad forventes der af chefer i Sønderborg?', 'hvad med Skanderborg?'],
      'expectations',
      ['skanderborg'],
      'chefer',
    ],
    [['Hvad forventes der af chefer i Skanderborg?', 'og direktøren?'], 'expectations', ['skanderborg'], 'direktoer'],
    [
      ['Hvilke faldgruber har en leder af leder i Skanderborg?', 'hvad med Kerteminde'],
      'pitfalls',
      ['kerteminde'],
      'leder-af-ledere',
    ],
    [
      ['What is expected of a team leader in Odder?', 'and the pitfalls?'],
      'pitfalls',
      ['odder'],
      'leder-af-medarbejdere',
    ],
    [['Hvad siger Odder om feedback?', 'og Skanderborg?'], 'topic', ['skanderborg'], undefined],
    [['hej', 'hvad med Skanderborg?'], 'expectations', ['skanderborg'], undefined],
    [['Hvad forventes der af chefer i Odder?', 'hvad med Sorø?', 'og faldgruberne?'], 'pitfalls', ['soro'], 'chefer'],
  ])('%j', (dialog, intent, frameworks, role) => {
    const query = understand(dialog)
    expect([query.intent, query.frameworks, query.roles[0]?.as[0]]).toEqual([intent, frameworks, role])
  })

  test('takes the topic along', () => {
    const query = understand(['Hvad siger Odder om feedback?', 'og Skanderborg?'])
    expect(query.concepts.map((concept) => concept.written)).toEqual(['feedback'])
  })

  test('a whole question of its own leans on nothing', () => {
    const first = 'Hvad forventes der af chefer i Skanderborg?'
    const query = understand([first, 'Hvad betyder følgeskab?'])
    expect(query).toEqual(understand('Hvad betyder følgeskab?'))
  })

  test('a thank-you does not repeat the answer', () => {
    expect(understand(['Hvad forventes der af chefer i Skanderborg?', 'tak']).intent).toBe('out-of-scope')
  })
})

test('a municipality whose framework is not here is named, not taken for another', () => {
  for (const [question, name] of [
    ['Hvad siger Aarhus om mod?', 'Aarhus'],
    ['hvad siger Århus om mod?', 'Aarhus'],
    ['hvad forventes der af en chef i Koebenhavn', 'København'],
    ['Hvad siger Faaborg-Midtfyn om ledelse?', 'Faaborg-Midtfyn'],
  ] as const)
    expect(understand(question)).toMatchObject({ unknownMunicipality: name, frameworks: [] })
})

test('every text gives a query, and the same one each time', () => {
  const word = fc.constantFrom(
    'hvad',
    'forventes',
    'chef',
    'og',
    'Odder',
    'Aarhus',
    'tillid',
    'fra',
    'til',
    'direktør',
    'faldgruber',
    '?',
    '\ud83d',
    '<b>',
    '😀',
  )
  const texts = fc.oneof(
    fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    anyText(),
  )
  fc.assert(
    fc.property(texts, texts, fc.constantFrom(...slugs, 'hav', undefined), (first, second, framework) => {
      const profile = framework === undefined ? undefined : { framework, role: 'chefer' }
      const again = () =>
        knowledge.interpret(second, { profile, previous: knowledge.interpret(first, { profile }).context })
      expect(again()).toEqual(again())
    }),
  )
})

test.each([
  'hvad siger grundlaget om tillid? https://www.odder.dk/ledelse',
  'hvad siger grundlaget om tillid? (www.skanderborg.dk)',
  'hvad siger [grundlaget](https://odder.dk/chef) om tillid?',
])('a link chooses no municipality and no role: “%s”', (text) => {
  const asked = (said: string) => {
    const reading = knowledge.interpret(said)
    return reading.kind === 'question' && { ...reading.question, text: '' }
  }
  expect(asked(text)).toEqual(asked('hvad siger grundlaget om tillid?'))
})
