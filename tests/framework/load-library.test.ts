import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { AppError } from '../../src/errors'
import { loadLibrary } from '../../src/framework/load-library'

const statement = (id: string, more: object = {}) => ({
  id,
  kind: 'behaviour',
  text: 'Du lytter.',
  source: '1',
  ...more,
})

const framework = (more: object = {}) => ({
  slug: 'by',
  name: 'By',
  municipality: 'By Kommune',
  title: 'Ledelse',
  year: 2024,
  profile: 'roles',
  roles: [{ slug: 'chef', title: 'Chef', level: 'area' }],
  areas: [{ slug: 'mod', title: 'Mod', type: 'focus' }],
  statements: [statement('by/chef/mod/1')],
  ...more,
})

const prompt = (id: string, statements: readonly string[]) => ({ id, statements, text: 'Hvad nu?', en: 'What now?' })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-data-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Writes `files` (path -> YAML text or a value) below the folder; `frameworks` and `prompts` are there anyway. */
function write(files: Readonly<Record<string, unknown>>): void {
  for (const name of ['frameworks', 'prompts', 'phrasings']) mkdirSync(join(folder, name), { recursive: true })
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), typeof content === 'string' ? content : stringify(content))
  }
}

/** The faults as `file: path: reason`, with the file relative to the folder. */
function faults(): string[] {
  try {
    loadLibrary(folder)
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).code).toBe('invalid')
    const [head = '', ...lines] = (error as AppError).message.replaceAll(`${folder}/`, '').split('\n')
    expect(head).toBe(`The data has ${lines.length} fault(s):`)
    return lines
  }
  throw new Error('the data was taken')
}

test('reads what is right, and leaves other files in the folders alone', () => {
  write({
    'frameworks/by.yaml': framework(),
    'frameworks/README.md': '# not data',
    'prompts/by.yaml': [prompt('by/chef/mod/q1', ['by/chef/mod/1'])],
  })
  const library = loadLibrary(folder)
  expect(library.points.map((point) => point.id)).toEqual(['by/chef/mod/1'])
  expect(library.promptsFor('by/chef/mod/1')).toEqual([
    { ...prompt('by/chef/mod/q1', ['by/chef/mod/1']), scale: false, private: false },
  ])
  expect(library.role('by', 'chef')).toMatchObject({ group: false, reportsTo: null })
})

test('names every fault of every file at once', () => {
  write({
    'frameworks/a.yaml': framework({ slug: 'a', year: 'i fjor', statements: [statement('by/chef/mod')] }),
    'frameworks/b.yaml': 'slug: b\n  name: [',
    'frameworks/by.yaml': framework(),
    'prompts/by.yaml': [{ ...prompt('by/chef/mod/1', []), en: ' ' }],
  })
  const found = faults()
  expect(found).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^frameworks\/a\.yaml: year: \S/),
      'frameworks/a.yaml: statements.0.id: must be <framework>/<role>/<area>/<n>',
      expect.stringMatching(/^frameworks\/b\.yaml: .*line \d/),
      'prompts/by.yaml: 0.id: must be <framework>/<role>/<area>/q<n>',
      expect.stringMatching(/^prompts\/by\.yaml: 0\.statements: \S/),
      expect.stringMatching(/^prompts\/by\.yaml: 0\.en: \S/),
    ]),
  )
})

test.each<[what: string, files: Record<string, unknown>, expected: string[]]>([
  [
    'an id that stands twice',
    { 'frameworks/by.yaml': framework({ statements: [statement('by/chef/mod/1'), statement('by/chef/mod/1')] }) },
    ['frameworks/by.yaml: statements.by/chef/mod/1: the id stands twice'],
  ],
  [
    'an id of another framework, with a role and an area that are not there',
    { 'frameworks/by.yaml': framework({ statements: [statement('land/konge/magt/1')] }) },
    [
      'frameworks/by.yaml: statements.land/konge/magt/1: the id names another framework',
      'frameworks/by.yaml: statements.land/konge/magt/1: konge is no role here',
      'frameworks/by.yaml: statements.land/konge/magt/1: magt is no area here',
    ],
  ],
  [
    'a role that reports to, or works in, nobody known',
    {
      'frameworks/by.yaml': framework({
        roles: [{ slug: 'chef', title: 'Chef', level: 'area', reportsTo: 'konge', worksIn: 'hoffet' }],
      }),
    },
    ['frameworks/by.yaml: roles.chef: konge is no role here', 'frameworks/by.yaml: roles.chef: hoffet is no role here'],
  ],
  [
    'a pitfall answered by a statement that is not there',
    {
      'frameworks/by.yaml': framework({
        statements: [statement('by/chef/mod/1', { kind: 'pitfall', answeredBy: ['by/chef/mod/9'] })],
      }),
    },
    ['frameworks/by.yaml: statements.by/chef/mod/1.answeredBy: by/chef/mod/9 is no statement here'],
  ],
  [
    'a file that is not named after its framework',
    { 'frameworks/bya.yaml': framework() },
    ["frameworks/bya.yaml: slug: must be the file's name"],
  ],
  [
    'a prompt about a statement that does not exist, and one whose id stands twice',
    {
      'frameworks/by.yaml': framework(),
      'prompts/by.yaml': [
        prompt('by/chef/mod/q1', ['by/chef/mod/1']),
        prompt('by/chef/mod/q1', ['by/chef/mod/1']),
        prompt('by/chef/mod/q2', ['by/chef/mod/7']),
      ],
    },
    [
      'prompts/by.yaml: by/chef/mod/q1: the id stands twice',
      'prompts/by.yaml: by/chef/mod/q2: by/chef/mod/7 is no statement',
    ],
  ],
  [
    'a prompt that is two questions or none, and a second one in one language',
    {
      'frameworks/by.yaml': framework(),
      'prompts/by.yaml': [
        { ...prompt('by/chef/mod/q1', ['by/chef/mod/1']), text: 'Hvad nu? Og hvad så?', en: 'Tell me.' },
        { ...prompt('by/chef/mod/q2', ['by/chef/mod/1']), thenEn: 'What then?' },
      ],
    },
    [
      'prompts/by.yaml: 0.text: must be one question, with its question mark last',
      'prompts/by.yaml: 0.en: must be one question, with its question mark last',
      'prompts/by.yaml: 1.then: must stand in both languages, as then and thenEn',
    ],
  ],
])('refuses %s', (_what, files, expected) => {
  write(files)
  expect(faults()).toEqual(expected)
})

test.each<[what: string, change: object, path: string]>([
  ['a kind that is none', { statements: [statement('by/chef/mod/1', { kind: 'rule' })] }, 'statements.0.kind'],
  ['a text of blanks', { statements: [statement('by/chef/mod/1', { text: '  ' })] }, 'statements.0.text'],
  [
    'a statement without a source',
    { statements: [{ ...statement('by/chef/mod/1'), source: undefined }] },
    'statements.0.source',
  ],
  ['a level that is none', { roles: [{ slug: 'chef', title: 'Chef', level: 'boss' }] }, 'roles.0.level'],
  ['a slug with Danish letters', { slug: 'sorø' }, 'slug'],
  ['no statements', { statements: [] }, 'statements'],
  ['a field that is not known', { statments: [] }, '(file)'],
])('names the place of %s', (_what, change, path) => {
  write({ 'frameworks/by.yaml': framework(change) })
  expect(faults()).toEqual([expect.stringContaining(`frameworks/by.yaml: ${path}: `)])
})

test.each([
  ['roles', { roles: [1, 2].map((n) => ({ slug: 'chef', title: `Chef ${n}`, level: 'area' })) }],
  ['areas', { areas: [1, 2].map((n) => ({ slug: 'mod', title: `Mod ${n}`, type: 'focus' })) }],
])('refuses two %s of one slug, of which one would be lost', (what, change) => {
  write({ 'frameworks/by.yaml': framework(change) })
  expect(faults()).toEqual([expect.stringMatching(new RegExp(`^frameworks/by\\.yaml: ${what}\\b.*(chef|mod)`))])
})

test('an id in two prompt files is refused as one in two places of one file is', () => {
  write({
    'frameworks/by.yaml': framework(),
    'prompts/a.yaml': [prompt('by/chef/mod/q1', ['by/chef/mod/1'])],
    'prompts/by.yaml': [prompt('by/chef/mod/q1', ['by/chef/mod/1'])],
  })
  expect(faults()).toEqual([expect.stringMatching(/^prompts\/by\.yaml: by\/chef\/mod\/q1: /)])
})

test('an empty file is a fault, not an empty framework', () => {
  write({ 'frameworks/by.yaml': '' })
  expect(faults()).toEqual([expect.stringContaining('frameworks/by.yaml: (file): ')])
})

test('a folder that is not there is named, and so is every other fault', () => {
  write({ 'frameworks/by.yaml': framework({ slug: 'land', statements: [statement('land/chef/mod/1')] }) })
  rmSync(join(folder, 'prompts'), { recursive: true })
  expect(faults()).toEqual(["frameworks/by.yaml: slug: must be the file's name", 'prompts: the folder cannot be read'])
})

test('everyday phrasings are kept with the statement they are of, and those of none are refused', () => {
  write({
    'frameworks/by.yaml': framework(),
    'phrasings/by.yaml': { 'by/chef/mod/1': ['ingen hører efter'] },
  })
  expect(loadLibrary(folder).phrasingsOf('by/chef/mod/1')).toEqual(['ingen hører efter'])
  write({ 'phrasings/land.yaml': { 'by/chef/mod/1': ['en gang til'], 'by/chef/mod/2': ['om intet'] } })
  expect(faults()).toEqual([
    'phrasings/land.yaml: by/chef/mod/1: the id stands twice',
    'phrasings/land.yaml: by/chef/mod/2: is no statement',
  ])
})

test('no data at all names the folders', () => {
  const unreadable = ['frameworks', 'prompts', 'phrasings'].map((name) => `${name}: the folder cannot be read`)
  expect(faults()).toEqual(unreadable)
})

test('a file that cannot be read is named with the reason', () => {
  write({ 'frameworks/by.yaml/inside.txt': 'a folder where a file should be' })
  expect(faults()).toEqual(['frameworks/by.yaml: cannot be read (EISDIR)'])
})
