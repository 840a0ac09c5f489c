import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** As a Markdown viewer on the web makes an anchor of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

function anchorsOf(page: string): Set<string> {
  return new Set([...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)))
}

test('a comment that links to a fact about Teams names a heading of that page', () => {
  const anchors = anchorsOf(read('docs/teams-facts.md'))
  const links = ['src', 'tests'].flatMap((folder) =>
    (readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }) as string[])
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`)
      .flatMap((name) =>
        [...read(name).matchAll(/teams-facts\.md#([\w-]+)/g)].map(([, anchor = '']) => [name, anchor]),
      ),
  )
  expect(links.length).toBeGreaterThan(20)
  expect(links.filter(([, anchor = '']) => !anchors.has(anchor))).toEqual([])
})
