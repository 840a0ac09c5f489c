import { createLibrary } from '../../src/framework/library'
import { type Framework, frameworkSchema, promptSchema, type Statement } from '../../src/framework/schema'

const statement = (id: string, kind: Statement['kind'] = 'behaviour') => ({ id, kind, text: `Du ${id}`, source: '1' })

function framework(slug: string, statements: readonly object[], roles: readonly object[]): Framework {
  const areas = ['mod', 'kurs'].map((area) => ({ slug: area, title: area.toUpperCase(), type: 'focus' }))
  const head = { slug, name: slug, municipality: slug, title: slug, year: null, profile: 'roles', areas }
  return frameworkSchema.parse({ ...head, roles, statements })
}

const by = framework(
  'by',
  [
    statement('by/chef/kurs/1'),
    statement('by/alle-ledere/mod/1', 'principle'),
    statement('by/chef/mod/2', 'pitfall'),
    statement('by/chef/mod/1'),
  ],
  [
    { slug: 'raad', title: 'Råd', level: 'area', group: true },
    { slug: 'chef', title: 'Chef', level: 'area' },
    { slug: 'leder', title: 'Leder', level: 'staff' },
  ],
)
const land = framework('land', [statement('land/chef/mod/1')], [{ slug: 'chef', title: 'Landchef', level: 'area' }])
const prompts = [
  { id: 'by/chef/mod/q1', statements: ['by/chef/mod/1', 'by/chef/mod/2'], text: 'Hvad?', en: 'What?' },
  { id: 'by/chef/mod/q2', statements: ['by/chef/mod/1'], text: 'Hvem?', en: 'Who?' },
].map((prompt) => promptSchema.parse(prompt))
const library = createLibrary([by, land], prompts)
const idsOf = (points: readonly { id: string }[]) => points.map(({ id }) => id)

test('keeps the documents’ order, whatever the numbers in the ids say', () => {
  expect(idsOf(library.points)).toEqual([...idsOf(by.statements), ...idsOf(land.statements)])
  expect(library.points.map((point) => point.order)).toEqual([0, 1, 2, 3, 0])
})

test('a point carries what its id says', () => {
  expect(library.point('by/chef/mod/2')).toMatchObject({ framework: 'by', role: 'chef', area: 'mod', n: 2 })
})

test.each<[selection: Parameters<typeof library.select>[0], ids: string[]]>([
  [{}, idsOf(library.points)],
  [{ framework: 'by', role: 'chef' }, ['by/chef/kurs/1', 'by/chef/mod/2', 'by/chef/mod/1']],
  [{ framework: 'by', area: 'mod' }, ['by/alle-ledere/mod/1', 'by/chef/mod/2', 'by/chef/mod/1']],
  [{ framework: 'by', role: 'chef', area: 'mod', kinds: ['pitfall'] }, ['by/chef/mod/2']],
  [{ role: 'chef', area: 'mod' }, ['by/chef/mod/2', 'by/chef/mod/1', 'land/chef/mod/1']],
  [{ kinds: ['pitfall', 'principle'] }, ['by/alle-ledere/mod/1', 'by/chef/mod/2']],
  [{ framework: 'by', kinds: [] }, []],
  [{ framework: 'by', role: 'konge' }, []],
  [{ framework: 'by', area: 'magt' }, []],
  [{ framework: 'hav' }, []],
])('selects %j in the document’s order', (selection, ids) => {
  expect(idsOf(library.select(selection))).toEqual(ids)
})

test('finds the single roles at a level, never the groups', () => {
  expect(library.rolesAt('by', 'area').map((role) => role.slug)).toEqual(['chef'])
  expect(library.rolesAt('by', 'top')).toEqual([])
  expect(library.rolesAt('hav', 'area')).toEqual([])
})

test('a role or an area is looked up in its own framework', () => {
  expect(library.role('by', 'chef')?.title).toBe('Chef')
  expect(library.role('land', 'chef')?.title).toBe('Landchef')
  expect(library.role('land', 'leder')).toBeUndefined()
  expect(library.areaTitle('by', 'kurs')).toBe('KURS')
})

test('an area without a title is called by its slug', () => {
  expect(library.areaTitle('hav', 'kurs')).toBe('kurs')
})

test('finds the prompts of a statement in the data’s order', () => {
  expect(idsOf(library.promptsFor('by/chef/mod/1'))).toEqual(['by/chef/mod/q1', 'by/chef/mod/q2'])
  expect(idsOf(library.promptsFor('by/chef/mod/2'))).toEqual(['by/chef/mod/q1'])
  expect(library.promptsFor('by/chef/kurs/1')).toEqual([])
  expect(library.prompt('by/chef/mod/q2')?.text).toBe('Hvem?')
})

test('what is not there is undefined, also under the names every object has', () => {
  for (const name of ['', 'hav', '__proto__', 'constructor', 'toString']) {
    expect(library.framework(name)).toBeUndefined()
    expect(library.role(name, name)).toBeUndefined()
    expect(library.point(name)).toBeUndefined()
    expect(library.prompt(name)).toBeUndefined()
    expect(library.promptsFor(name)).toEqual([])
    expect(library.areaTitle(name, name)).toBe(name)
  }
})
