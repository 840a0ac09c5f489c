import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** From the ground up: a file imports from its own layer or one further down (design §3). The first pattern that fits wins. */
const layers: readonly (readonly [layer: string, files: RegExp])[] = [
  ['base', /^framework\/read-yaml$/],
  [
    'ports and schemas',
    /^framework\/|^store\/(store|containers|campaign-containers|delivery-containers|conversation|ids|document|every-page|as-stored|update-document)$|^queue\/work-queue$|^delivery\/(sender|work)$|^campaigns\/preview$/,
  ],
  [
    'pure modules',
    /^(search|answers)\/|^reflections\/(choose-prompt|fitting-prompts|point-pairs|snooze-time|aggregate|journal-entry|journal-search|excerpt|newest-first|area-named|coverage|own-areas|scale-over-time|lus-content|topic-prompts|whose-prompt)$|^campaigns\/(local-dates|zoned-time|recurrence-rule|occurrences|workdays|planned-dates|send-window|reminder-dates|is-meant|page-ttl)$|^delivery\/(next-state|pacing)$/,
  ],
  ['what verbs are handed', /^(knowledge|context|access|audit|retention)$/],
  ['verbs and loops', /^(people|reflections|help|campaigns|delivery|manifest)\//],
  ['outside formats', /^(cards|documents|store|queue)\//],
  ['transport', /^bot\/|^server$/],
  ['wiring', /^(main|app|cli|open-store|open-queue)$|^cli\//],
  ['base', /^[a-z-]+$/],
]
const order = [
  'base',
  'ports and schemas',
  'pure modules',
  'what verbs are handed',
  'verbs and loops',
  'outside formats',
  'transport',
  'wiring',
]

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
const layerOf = (name: string) => layers.find(([, pattern]) => pattern.test(name))?.[0] ?? ''
const isPure = (name: string) => layerOf(name) === 'pure modules'

/** `file -> what it holds` for every file outside `allowed` that holds it. */
function outside(allowed: RegExp, held: (file: (typeof files)[number]) => readonly string[]): string[] {
  return files
    .filter(({ name }) => !allowed.test(name))
    .flatMap((file) => held(file).map((what) => `${file.name} -> ${what}`))
}
const holding = (pattern: RegExp) => (file: { text: string }) => file.text.match(pattern) ?? []

test('every file has its layer, and imports from no higher one', () => {
  expect(files.length).toBeGreaterThan(60)
  expect(files.filter(({ name }) => layerOf(name) === '').map(({ name }) => name)).toEqual([])
  const upward = files.flatMap(({ name, own }) =>
    own
      .filter((other) => order.indexOf(layerOf(other)) > order.indexOf(layerOf(name)))
      .map((other) => `${name} (${layerOf(name)}) -> ${other} (${layerOf(other)})`),
  )
  expect(upward).toEqual([])
})

// Erasing and exporting go through everything that is kept about a person, and sending brings a plan, a person and their
// journal together: here, and only here, the features meet.
const whereFeaturesMeet = /^people\/(erase-person|owned-records)$|^delivery\//

test('a verb imports no other feature’s verb', () => {
  const folder = (name: string) => name.split('/')[0]
  const crossing = files
    .filter(({ name }) => layerOf(name) === 'verbs and loops' && !whereFeaturesMeet.test(name))
    .flatMap(({ name, own }) =>
      own
        .filter((other) => layerOf(other) === 'verbs and loops' && folder(other) !== folder(name))
        .map((other) => `${name} -> ${other}`),
    )
  expect(crossing).toEqual([])
})

test('pure modules know neither store nor clock nor caller', () => {
  const knowing = files
    .filter(({ name }) => isPure(name))
    .flatMap(({ name, own }) =>
      own.filter((other) => /^store\/|^(clock|context|config|log)$/.test(other)).map((other) => `${name} -> ${other}`),
    )
  expect(knowing).toEqual([])
})

test('only src/bot knows botbuilder', () => {
  expect(
    outside(/^bot\//, ({ packages }) => packages.filter((path) => /^botbuilder|^botframework/.test(path))),
  ).toEqual([])
})

test('only the Cosmos adapter knows @azure/cosmos, and only the SQLite adapter libsql', () => {
  expect(
    outside(/^store\/cosmos-/, ({ packages }) => packages.filter((path) => path.startsWith('@azure/cosmos'))),
  ).toEqual([])
  expect(outside(/^store\/sqlite-/, ({ packages }) => packages.filter((path) => path === 'libsql'))).toEqual([])
})

test('only config reads the environment; main and cli hand it on', () => {
  expect(outside(/^(config|main|cli)$/, holding(/process\.env\b/g))).toEqual([])
})

test('the present comes from the clock', () => {
  expect(outside(/^clock$/, holding(/Date\.now\(|new Date\(\)|Math\.random\(/g))).toEqual([])
})

test('nothing is written to the console', () => {
  expect(outside(/^$/, holding(/\bconsole\.\w+/g))).toEqual([])
})
