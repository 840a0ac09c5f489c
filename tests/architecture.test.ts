import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

// The folder says the layer. From the ground up: a file imports from its own layer or from one further down.
const layers: readonly (readonly [layer: string, folders: readonly string[]])[] = [
  ['base', ['.', 'async', 'config', 'files', 'log', 'text', 'time']],
  ['ports, records and schemas', ['framework', 'records', 'store', 'queue']],
  [
    'pure modules',
    [
      'answers',
      'campaigns/calendar',
      'care',
      'dates',
      'delivery/policy',
      'journal/reading',
      'prompts/choosing',
      'search',
    ],
  ],
  ['what verbs are handed', ['caller']],
  [
    'verbs and loops',
    [
      'campaigns',
      'channels',
      'delivery',
      'feedback',
      'hr-access',
      'hr-requests',
      'journal',
      'manifest',
      'people',
      'prompts',
    ],
  ],
  ['outside formats', ['cards', 'documents', 'figures', 'queue/azure', 'queue/sqlite', 'store/cosmos', 'store/sqlite']],
  ['chat', ['chat']],
  ['transport', ['http', 'teams']],
  ['wiring', ['cli']],
]
/** The files beside the folders that put everything together. */
const wiring = ['main', 'app', 'cli', 'open-store', 'open-queue']

const src = join(__dirname, '../src')
const files = (readdirSync(src, { recursive: true, encoding: 'utf8' }) as string[])
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => {
    const text = readFileSync(join(src, name), 'utf8')
    const imports = [...text.matchAll(/(?:\bfrom|\bimport\()\s*'([^']+)'/g)].map((match) => match[1] ?? '')
    const own = imports
      .filter((path) => path.startsWith('.'))
      .map((path) => posix.join(posix.dirname(name), path).replace(/\.js$/, ''))
    return { name: name.replace(/\.ts$/, ''), text, own, packages: imports.filter((path) => !path.startsWith('.')) }
  })

/** The deepest folder that has a rule: `campaigns/calendar` before `campaigns`. */
function layerOf(name: string): number {
  if (wiring.includes(name)) return layers.length - 1
  for (let folder = posix.dirname(name); ; folder = posix.dirname(folder)) {
    const found = layers.findIndex(([, folders]) => folders.includes(folder))
    if (found >= 0) return found
    if (folder === '.') return -1
  }
}
const isIn = (layer: string) => (name: string) => layers[layerOf(name)]?.[0] === layer
const isPure = isIn('pure modules')
const isVerb = isIn('verbs and loops')
const roomOf = (name: string) => name.split('/')[0]

/** `file -> what it holds` for every file outside `allowed` that holds it. */
function outside(allowed: RegExp, held: (file: (typeof files)[number]) => readonly string[]): string[] {
  return files
    .filter(({ name }) => !allowed.test(name))
    .flatMap((file) => held(file).map((what) => `${file.name} -> ${what}`))
}
const holding = (pattern: RegExp) => (file: { text: string }) => file.text.match(pattern) ?? []

test('every folder has its layer, and imports from no higher one', () => {
  expect(files.length).toBeGreaterThan(60)
  expect(files.filter(({ name }) => layerOf(name) === -1).map(({ name }) => name)).toEqual([])
  const upward = files.flatMap(({ name, own }) =>
    own
      .filter((other) => layerOf(other) > layerOf(name))
      .map((other) => `${name} (${layers[layerOf(name)]?.[0]}) -> ${other} (${layers[layerOf(other)]?.[0]})`),
  )
  expect(upward).toEqual([])
})

test('files import each other in no circle, types included', () => {
  const imports = new Map(files.map(({ name, own }) => [name, own]))
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (name: string, path: readonly string[]) => {
    if (path.includes(name)) circles.push([...path.slice(path.indexOf(name)), name].join(' -> '))
    else if (!done.has(name)) {
      for (const other of imports.get(name) ?? []) visit(other, [...path, name])
      done.add(name)
    }
  }
  for (const { name } of files) visit(name, [])
  expect(circles).toEqual([])
})

test('an interface is declared once: two of a name would silently become one', () => {
  const again = files.flatMap(({ name, text }) => {
    const declared = [...text.matchAll(/^(?:export )?interface (\w+)/gm)].map(([, what = '']) => what)
    return declared.filter((what, at) => declared.indexOf(what) < at).map((what) => `${name} -> ${what}`)
  })
  expect(again).toEqual([])
})

test('a name is exported from one file', () => {
  const places = new Map<string, string[]>()
  for (const { name, text } of files) {
    const exported = text.matchAll(/^export (?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm)
    for (const [, what = ''] of exported) places.set(what, [...(places.get(what) ?? []), name])
  }
  // A value and the type made from it carry one name in one file.
  const twice = [...places].filter(([, where]) => new Set(where).size > 1)
  expect(twice.map(([what, where]) => `${what}: ${where.join(', ')}`)).toEqual([])
})

// Here, and only here, the features meet: erasing and exporting go through everything that is kept about a person, and
// sending brings a plan, a person and their journal together.
const whereFeaturesMeet = /^people\/(erase-person|held-records|owned-records)$|^delivery\//

test('a verb imports no other feature’s verb', () => {
  const crossing = files
    .filter(({ name }) => isVerb(name) && !whereFeaturesMeet.test(name))
    .flatMap(({ name, own }) =>
      own.filter((other) => isVerb(other) && roomOf(other) !== roomOf(name)).map((other) => `${name} -> ${other}`),
    )
  expect(crossing).toEqual([])
})

test('pure modules know neither store nor clock nor caller', () => {
  const knowing = files
    .filter(({ name }) => isPure(name))
    .flatMap(({ name, own }) =>
      own
        .filter((other) => /^(store|queue|caller|config|log)\/|^time\/clock$/.test(other))
        .map((other) => `${name} -> ${other}`),
    )
  expect(knowing).toEqual([])
})

test('only src/teams knows botbuilder', () => {
  expect(
    outside(/^teams\//, ({ packages }) => packages.filter((path) => /^botbuilder|^botframework/.test(path))),
  ).toEqual([])
})

test('only the Cosmos adapter knows @azure/cosmos, and only the SQLite adapter libsql', () => {
  expect(
    outside(/^store\/cosmos\//, ({ packages }) => packages.filter((path) => path.startsWith('@azure/cosmos'))),
  ).toEqual([])
  expect(outside(/^store\/sqlite\//, ({ packages }) => packages.filter((path) => path === 'libsql'))).toEqual([])
})

test('only config reads the environment; main and cli hand it on', () => {
  expect(outside(/^(config\/config|main|cli)$/, holding(/process\.env\b/g))).toEqual([])
})

test('the present comes from the clock', () => {
  expect(outside(/^time\/clock$/, holding(/Date\.now\(|new Date\(\)|Math\.random\(/g))).toEqual([])
})

test('nothing is written to the console', () => {
  expect(outside(/^$/, holding(/\bconsole\.\w+/g))).toEqual([])
})

test('nothing is spread only to stand on one line', () => {
  expect(outside(/^$/, holding(/^\s*\.\.\.(?:\{ .*\}|\[[^.].*\]),?$/gm))).toEqual([])
})

test('what a file exports is used in another', () => {
  const others = ['tests', 'demo', 'build'].flatMap((folder) =>
    (readdirSync(join(src, '..', folder), { recursive: true, encoding: 'utf8' }) as string[])
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(src, '..', folder, name), 'utf8') })),
  )
  const users = new Map<string, Set<string>>()
  for (const { name, text } of [...files, ...others]) {
    // `import { a, type b as c } from`, and what is loaded when it is needed: `(await import('…')).a`, `const { a } = await import('…')`.
    const lists = [...text.matchAll(/(?:import (?:type )?|const )\{([^}]*)\} (?:from|= await import)/g)]
    const named = lists.flatMap(([, list = '']) =>
      list.split(',').map((each) => /(?:type )?(\w+)/.exec(each.trim())?.[1]),
    )
    const loaded = [...text.matchAll(/await import\([^)]*\)\)\.(\w+)/g)].map(([, what]) => what)
    for (const what of [...named, ...loaded])
      if (what !== undefined) users.set(what, (users.get(what) ?? new Set()).add(name))
  }
  const unused = files.flatMap(({ name, text }) =>
    [...text.matchAll(/^export (?:async )?(?:function\*?|const|let|class) (\w+)/gm)]
      .filter(([, what = '']) => [...(users.get(what) ?? [])].every((user) => user === name))
      .map(([, what]) => `${name} -> ${what}`),
  )
  expect(unused).toEqual([])
})
