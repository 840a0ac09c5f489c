import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { containers } from '../src/records/containers'

const root = join(__dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const isThere = (path: string) => existsSync(join(root, path))
const inFolder = (folder: string) =>
  (readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }) as string[]).map((name) =>
    name.replaceAll('\\', '/'),
  )
/** What the first group of a pattern finds, each time. */
const allOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]

/** As a Markdown viewer on the web makes an anchor of a heading. */
function anchorsOf(page: string): Set<string> {
  const headings = allOf(page, /^#+ (.+)$/gm)
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
}

test('the README is read in a few minutes, and the architecture on one page', () => {
  expect(read('README.md').trim().split(/\s+/).length).toBeLessThanOrEqual(700)
  expect(read('ARCHITECTURE.md').trimEnd().split('\n').length).toBeLessThanOrEqual(100)
})

test('every link leads to a file that is there, and to a heading in it', () => {
  const links = pages.flatMap((page) =>
    allOf(read(page), /(?:\]\(|src=")([^)"\s]+)/g)
      .filter((link) => !/^https?:/.test(link))
      .map((link) => ({ page, link })),
  )
  expect(links.length).toBeGreaterThan(40)
  const broken = links.filter(({ page, link }) => {
    const [path = '', anchor] = link.split('#')
    const file = path === '' ? page : posix.join(posix.dirname(page), path)
    return !isThere(file) || (anchor !== undefined && !anchorsOf(read(file)).has(anchor))
  })
  expect(broken).toEqual([])
})

// Made by a command of the page that names them.
const made = ['.env', 'dist/', 'dist/NOTICE', 'screenshots/', 'manifest/build/pejling.zip']

test('every path that a document or the settings name is there', () => {
  const named = pages.flatMap((page) =>
    allOf(read(page), /`((?:[\w.-]+\/)+[\w.-]*|\.[a-z][\w.]+)`/g).map((path) => ({ page, path })),
  )
  const inSettings = allOf(read('.env.example'), /\b([\w-]+\/[\w-]+\.(?:ya?ml|json|ts|md))\b/g)
  expect(named.length).toBeGreaterThan(40)
  expect(inSettings.length).toBeGreaterThan(0)
  // The architecture names what lies in src without saying so each time.
  const missing = named.filter(({ path }) => !made.includes(path) && !isThere(path) && !isThere(`src/${path}`))
  expect(missing).toEqual([])
  expect(inSettings.filter((path) => !isThere(path))).toEqual([])
})

test('the tree names every folder of src, and no other', () => {
  const tree = /```\n(src\/.*?)```/s.exec(read('ARCHITECTURE.md'))?.[1] ?? ''
  const named = new Set(allOf(tree, /([\w-]+)\/(?=[\s,)]|[\w-]+\/)/g))
  const folders = inFolder('src').filter((name) => statSync(join(root, 'src', name)).isDirectory())
  expect(folders.filter((name) => !named.has(posix.basename(name)))).toEqual([])
  const known = [...folders, ...['.', 'data', 'tests'].flatMap((folder) => readdirSync(join(root, folder)))]
  const names = new Set(known.map((name) => posix.basename(name)))
  expect([...named].filter((name) => !names.has(name))).toEqual([])
})

test('a comment that links to a fact about Teams names a heading of that page', () => {
  const anchors = anchorsOf(read('docs/teams-facts.md'))
  const links = ['src', 'tests'].flatMap((folder) =>
    inFolder(folder)
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) =>
        allOf(read(`${folder}/${name}`), /teams-facts\.md#([\w-]+)/g).map((anchor) => ({ name, anchor })),
      ),
  )
  expect(links.length).toBeGreaterThan(20)
  expect(links.filter(({ anchor }) => !anchors.has(anchor))).toEqual([])
})

const shaped = z.object({ schema: z.object({ shape: z.record(z.string(), z.unknown()) }) })

test.each(containers)('every field that is stored in $name is explained', (container) => {
  const page = read('docs/records.md')
  const [before = '', ...sections] = page.split(/^## /m)
  const section = sections.find((text) => text.startsWith(`${container.name}\n`)) ?? ''
  const explained = new Set(allOf(`${before}${section}`, /`(\w+)`/g))
  const fields = Object.keys(shaped.parse(container).schema.shape)
  expect(fields.length).toBeGreaterThan(3)
  expect(fields.filter((field) => !explained.has(field))).toEqual([])
})

test('the twenty behaviours that are looked for are decided in files that are there', () => {
  const places: { behaviour: string; file: string }[] = parse(read('tests/where-things-are.yaml'))
  expect(places).toHaveLength(20)
  expect(new Set(places.map(({ file }) => file)).size).toBe(20)
  expect(places.filter(({ file }) => !isThere(file))).toEqual([])
})

test('the version is the same in the package, its lock and the changelog', () => {
  const { version } = JSON.parse(read('package.json'))
  expect(JSON.parse(read('package-lock.json'))).toMatchObject({ version, packages: { '': { version } } })
  expect(allOf(read('CHANGELOG.md'), /^## (\S+)/gm)[0]).toBe(version)
})

test('every command of the operator’s that a document names is there', () => {
  const commands = new Set(
    allOf(read('src/cli.ts'), /^ {2}'?([a-z]+(?: [a-z]+)?)'?: (?:\{|access\(|campaign\(|sending\(|person\(|list\()/gm),
  )
  const named = pages.flatMap((page) =>
    allOf(read(page), /(?:^|[`\s])pejling ([a-z]+(?: [a-z]+)?)\b/gm).map((command) => ({ page, command })),
  )
  expect(commands.size).toBeGreaterThan(20)
  expect(named.length).toBeGreaterThan(20)
  const isThere = (command: string) => commands.has(command) || commands.has(command.split(' ')[0] ?? '')
  expect(named.filter(({ command }) => !isThere(command))).toEqual([])
})
