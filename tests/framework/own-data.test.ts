import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lazyKnowledge } from '../../src/answers/knowledge'
import { carePeopleFile } from '../../src/care/care-people'
import { frameworkCheck } from '../../src/cli/framework'
import { loadLibrary } from '../../src/framework/load-library'
import { dataDir } from '../../src/paths'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-own-'))
  for (const part of ['frameworks', 'prompts', 'phrasings']) mkdirSync(join(folder, part))
})
afterEach(() => rmSync(folder, { recursive: true }))

const framework = `
slug: vestby
name: Vestby
municipality: Vestby Kommune
title: Sådan leder vi i Vestby
year: 2026
profile: roles
roles:
  - { slug: teamleder, title: Teamleder, level: staff }
areas:
  - { slug: samarbejde, title: Samarbejde, type: focus }
statements:
  - { id: vestby/teamleder/samarbejde/1, kind: behaviour, text: Du inviterer kolleger fra fjordparken ind i planlægningen., source: "Teamleder, punkt 1" }
`
const write = (name: string, text: string) => writeFileSync(join(folder, name), text)

test('a framework of one’s own stands beside those that are shipped, with prompts, phrasings and the exact words', () => {
  write('frameworks/vestby.yaml', framework)
  write(
    'prompts/vestby.yaml',
    '- { id: vestby/teamleder/samarbejde/q1, statements: [vestby/teamleder/samarbejde/1], text: Hvem kan du invitere?, en: Whom can you invite? }\n',
  )
  write('phrasings/vestby.yaml', 'vestby/teamleder/samarbejde/1: [vi planlægger alt for os selv]\n')
  write('wording.yaml', 'vestby/teamleder/samarbejde/1: Teamlederen inviterer ind.\n')
  const library = loadLibrary(dataDir, folder)
  expect(library.frameworks.map(({ slug }) => slug)).toContain('vestby')
  expect(library.points).toHaveLength(552)
  expect(library.point('vestby/teamleder/samarbejde/1')?.wording).toBe('Teamlederen inviterer ind.')
  expect(library.promptsFor('vestby/teamleder/samarbejde/1')).toHaveLength(1)
  expect(library.phrasingsOf('vestby/teamleder/samarbejde/1')).toEqual(['vi planlægger alt for os selv'])
})

test('it is found by its own words', () => {
  write('frameworks/vestby.yaml', framework)
  const { interpret, index } = lazyKnowledge(dataDir, folder)
  const read = interpret('fjordparken', { home: 'vestby' })
  const concepts = read.kind === 'question' ? read.question.concepts : []
  expect(index.search(concepts, { limit: 3 }).map(({ point }) => point.id)).toEqual(['vestby/teamleder/samarbejde/1'])
})

test('what does not fit is named, all at once, and a folder that is not there', () => {
  write('frameworks/odder.yaml', framework.replaceAll('vestby', 'odder'))
  write('wording.yaml', 'vestby/nobody/here/1: Ord.\n')
  expect(() => loadLibrary(dataDir, folder)).toThrow(
    /odder\.yaml: slug: there is a framework of that name[\s\S]*wording\.yaml: vestby\/nobody\/here\/1: is no statement/,
  )
  expect(() => loadLibrary(dataDir, join(folder, 'none'))).toThrow('none: the folder cannot be read')
})

test('what is not .yaml is named, since it would be read unchecked or not at all', () => {
  write('frameworks/vestby.json', '{}')
  write('wording.yml', '')
  expect(() => loadLibrary(dataDir, folder)).toThrow(
    /wording\.yml: is read by nobody[\s\S]*vestby\.json: must end in \.yaml/,
  )
})

describe('framework check', () => {
  let printed = ''
  beforeEach(() => {
    printed = ''
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += text
      return true
    })
  })
  afterEach(() => jest.restoreAllMocks())

  test('counts what there is in a file without faults', async () => {
    write('frameworks/vestby.yaml', framework)
    expect(await frameworkCheck([join(folder, 'frameworks/vestby.yaml')])).toBe(0)
    expect(printed).toContain('1 roller, 1 områder, 1 punkter')
  })

  test('says each fault in Danish with its place, those of the schema and those between the parts', async () => {
    write('frameworks/wrong.yaml', framework.replace('year: 2026', 'year: snart').replace('title: Teamleder, ', ''))
    expect(await frameworkCheck([join(folder, 'frameworks/wrong.yaml')])).toBe(2)
    expect(printed).toMatch(/wrong\.yaml: year: skal være et tal/)
    expect(printed).toMatch(/wrong\.yaml: roles\.0\.title: /)
    expect(printed).toContain('wrong.yaml: slug: skal være filens navn')
    expect(printed).toContain('3 fejl.')
    printed = ''
    write('frameworks/vestby.yaml', framework.replace('vestby/teamleder/samarbejde/1,', 'vestby/chef/trivsel/1,'))
    await frameworkCheck([join(folder, 'frameworks/vestby.yaml')])
    expect(printed).toContain('chef er ingen rolle i grundlaget')
    expect(printed).toContain('trivsel er intet område i grundlaget')
  })

  test('twenty faults, of the schema and between the parts, are all named at once with their places', async () => {
    write(
      'frameworks/vestby.yaml',
      `
slug: nordby
name: ''
municipality: 7
year: snart
url: ikke en adresse
profile: andet
speaksTo: alle
roles:
  - { slug: Team Leder, title: Teamleder, level: staff }
  - { slug: chef, level: area, reportsTo: kongen }
  - { slug: chef, title: Chef, level: boss }
areas:
  - { slug: samarbejde, title: Samarbejde, type: andet }
  - { slug: samarbejde, type: focus }
statements:
  - { id: nordby/chef, kind: behaviour, text: Du lytter., source: s. 1 }
  - { id: nordby/chef/samarbejde/1, kind: ukendt, text: Du lytter., source: s. 1 }
  - { id: nordby/chef/samarbejde/1, kind: behaviour, source: s. 1 }
  - { id: sydby/chef/trivsel/2, kind: behaviour, text: Du lytter., source: s. 1 }
  - { id: nordby/pedel/samarbejde/3, kind: pitfall, text: Du taler., source: s. 1, answeredBy: [nordby/chef/samarbejde/9] }
`,
    )
    expect(await frameworkCheck([join(folder, 'frameworks/vestby.yaml')])).toBe(2)
    const places = [
      ...['name', 'municipality', 'title', 'year', 'url', 'profile', 'speaksTo'],
      ...['roles.0.slug', 'roles.1.title', 'roles.2.level', 'areas.0.type', 'areas.1.title'],
      ...['statements.0.id', 'statements.1.kind', 'statements.2.text'],
      ...['slug: skal være filens navn', 'roles.chef: kongen er ingen rolle', 'roles: chef står to gange'],
      ...['areas: samarbejde står to gange', 'statements.nordby/chef/samarbejde/1: id’et står to gange'],
      ...[
        'statements.sydby/chef/trivsel/2: id’et nævner et andet',
        'statements.sydby/chef/trivsel/2: trivsel er intet',
      ],
      ...['statements.nordby/pedel/samarbejde/3: pedel er ingen rolle'],
      ...['statements.nordby/pedel/samarbejde/3.answeredBy: nordby/chef/samarbejde/9 er intet punkt'],
    ]
    for (const place of places) expect(printed).toContain(`vestby.yaml: ${place}`)
    expect(printed).toContain(`${places.length} fejl.`)
  })

  test('a file that is not there, or no YAML, is said', async () => {
    write('frameworks/broken.yaml', 'slug: [\n')
    expect(await frameworkCheck([join(folder, 'none.yaml'), join(folder, 'frameworks/broken.yaml')])).toBe(2)
    expect(printed).toContain('none.yaml: kan ikke læses')
    expect(printed).toMatch(/broken\.yaml: linje \d+: /)
  })
})

test('every rule that the schema says in words of its own is said in Danish', () => {
  const source = readFileSync(join(__dirname, '../../src/framework/schema.ts'), 'utf8')
  const translated = readFileSync(join(__dirname, '../../src/cli/framework.ts'), 'utf8').replaceAll('\\/', '/')
  for (const rule of ['only a-z, 0-9 and single hyphens', 'must be <framework>/<role>/<area>/<n>']) {
    expect(source).toContain(rule)
    expect(translated).toContain(rule)
  }
})

test('the folder says where documents can be opened, of shipped frameworks too', () => {
  write('frameworks/vestby.yaml', `${framework}url: https://vestby.example/selv\n`)
  write('sources.yaml', 'skanderborg: https://skanderborg.example/grundlag.pdf\n')
  const { frameworks } = loadLibrary(dataDir, folder)
  const urlOf = (wanted: string) => frameworks.find(({ slug }) => slug === wanted)?.url
  expect(urlOf('vestby')).toBe('https://vestby.example/selv')
  expect(urlOf('skanderborg')).toBe('https://skanderborg.example/grundlag.pdf')
  expect(urlOf('odder')).toBeUndefined()
})

test('an address of nobody’s, or that is none, is a fault', () => {
  write('sources.yaml', 'sorø: https://a.dk\n')
  expect(() => loadLibrary(dataDir, folder)).toThrow(/sources\.yaml: sorø: is no framework; there are .*soro/)
  write('sources.yaml', 'soro: ftp://a.dk\n')
  expect(() => loadLibrary(dataDir, folder)).toThrow(/sources\.yaml: soro: /)
})

test('a part with a misspelt name is told, and notes are left alone', () => {
  write('LÆSMIG.md', 'hej')
  write('framework.schema.json', '{}')
  expect(() => loadLibrary(dataDir, folder)).not.toThrow()
  mkdirSync(join(folder, 'framworks'))
  write('ordlyd.yaml', '')
  expect(() => loadLibrary(dataDir, folder)).toThrow(
    /framworks: is read by nobody.*\n.*ordlyd\.yaml: is read by nobody/,
  )
})

test('the contacts of the folder serve where no others are set', () => {
  expect(carePeopleFile(undefined, folder)).toBeUndefined()
  write('care.yaml', 'contacts: []\n')
  expect(carePeopleFile(undefined, folder)).toBe(join(folder, 'care.yaml'))
  expect(carePeopleFile('/andre.yaml', folder)).toBe('/andre.yaml')
})

describe('a check of the whole folder', () => {
  const check = async () => {
    let text = ''
    const spy = jest.spyOn(process.stdout, 'write').mockImplementation((more) => {
      text += String(more)
      return true
    })
    try {
      return { code: await frameworkCheck([folder]), text }
    } finally {
      spy.mockRestore()
    }
  }

  test('says that all can be read', async () => {
    write('frameworks/vestby.yaml', framework)
    write('care.yaml', 'contacts:\n  - { name: { da: HR, en: HR }, reach: lokal 1 }\n')
    expect(await check()).toEqual({ code: 0, text: expect.stringContaining('1 grundlag, 1 kontakter\nIngen fejl.') })
  })

  test('says in plain Danish what is missing or must be another thing', async () => {
    const faulty = framework
      .replace('year: 2026', 'year: to')
      .replace('text: Du inviterer kolleger fra fjordparken ind i planlægningen.', "text: ''")
    write('frameworks/vestby.yaml', faulty.replace('kind: behaviour', 'kind: vane'))
    const { text } = await check()
    expect(text).toContain('year: skal være et tal')
    expect(text).toContain('statements.0.text: mangler: skriv en tekst')
    expect(text).toContain('statements.0.kind: skal være en af "behaviour"')
  })

  test('names the faults of every part in Danish', async () => {
    write('frameworks/vestby.yaml', framework.replace('level: staff', 'level: chef'))
    write(
      'prompts/vestby.yaml',
      '- { id: vestby/teamleder/samarbejde/q1, statements: [vestby/x/y/1], text: Hvem?, en: Who? }\n',
    )
    write('wording.yaml', 'vestby/nobody/here/1: Ord.\n')
    write('sources.yaml', 'nirgends: https://a.dk\n')
    write('care.yaml', 'contacts: ja\n')
    const { code, text } = await check()
    expect(code).toBe(2)
    for (const words of [
      /frameworks\/vestby\.yaml: roles\.0\.level: /,
      /prompts\/vestby\.yaml: .*er intet punkt/,
      /wording\.yaml: .*er intet punkt/,
      /sources\.yaml: nirgends: er intet grundlag; der er kerteminde/,
      /care\.yaml: contacts: /,
    ])
      expect(text).toMatch(words)
    expect(text).not.toMatch(/ is | must | cannot /)
  })
})
