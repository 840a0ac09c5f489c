import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Expression, Options, SimpleObjectMemory } from 'adaptive-expressions'
import { readPaths } from '../../../src/cards/kit/template-paths'

// As the library stands before the program puts `readPaths` in front of its parser.
const { Template } = jest.requireActual<typeof import('adaptivecards-templating')>('adaptivecards-templating')

const folder = join(__dirname, '../../../cards')
const texts = [
  ...new Set(
    readdirSync(folder).flatMap((name) => [...stringsIn(JSON.parse(readFileSync(join(folder, name), 'utf8')))]),
  ),
]
const withPaths = texts.filter((text) => text.includes('${'))

function* stringsIn(node: unknown): Generator<string> {
  if (typeof node === 'string') yield node
  else if (typeof node === 'object' && node !== null) for (const part of Object.values(node)) yield* stringsIn(part)
}

const at = (path: string) => `\${${path}}`

const data = {
  title: `Æøå ${at('name')} {x} \`y\` \\n`,
  text: 'to',
  more: '3',
  less: '',
  label: 'Navn',
  isOpen: true,
  lines: ['a', 'b'],
  open: { title: 'T', data: { id: 1 } },
  $data: 'hele',
}

/** What it comes to, with and without what is there. */
function valuesOf(expression: Expression | string | undefined): unknown {
  if (typeof expression !== 'object') return expression
  const options = Object.assign(new Options(), { nullSubstitution: (path: string) => `no ${path}` })
  return [data, {}].map((memory) => expression.tryEvaluate(SimpleObjectMemory.wrap(memory), options))
}

test('all that the templates say is read without the library’s parser', () => {
  expect(withPaths.length).toBeGreaterThan(60)
  expect(texts.filter((text) => readPaths(text) === undefined)).toEqual([])
})

test.each([
  ...withPaths,
  `${at('title')}${at('text')}`,
  `${at('open.title')} og ${at('open.missing')}`,
  `a ${at('title')} b`,
])('%s comes to what the library makes of it', (text) => {
  expect(valuesOf(readPaths(text))).toEqual(valuesOf(Template.parseInterpolatedString(text)))
})

test.each([at('if(a, b, c)'), at('a[0]'), `x ${at('a + b')}`, '${a', `\`${at('a')}\``, at("'a'")])(
  '%s is left to the library',
  (text) => {
    expect(readPaths(text)).toBeUndefined()
  },
)
