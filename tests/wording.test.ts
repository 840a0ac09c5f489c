import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { isNewInOwnRole } from '../src/answers/reading/new-in-role'
import { readOwnRhythm } from '../src/dates/read-own-rhythm'
import { type Locale, locales } from '../src/texts'
import { strings } from './cards/sample-cards'
import { readGlossary } from './support/glossary'
import { knowledge } from './support/kept'

const root = join(__dirname, '..')
const folder = join(root, 'data', 'texts')
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8')
const glossary = readGlossary(join(root, 'data'))

interface Said {
  readonly where: string
  readonly text: string
}

const entries = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) =>
    Object.entries(parse(readFileSync(join(folder, name), 'utf8')) as Record<string, Record<Locale, string>>),
  )
const textsIn = (locale: Locale): Said[] => entries.map(([key, text]) => ({ where: key, text: text[locale] }))

/** All a user reads beside the frameworks and the questions: texts, the app's own pages in Teams, and the guides. */
const said: Record<Locale, Said[]> = {
  da: [...textsIn('da'), ...shown('manifest/manifest.json'), ...linesOf('docs/leder.md'), ...linesOf('docs/hr.md')],
  en: [...textsIn('en'), ...shown('manifest/en.json')],
}

function shown(file: string): Said[] {
  const words = strings(JSON.parse(read(file))).filter(({ text }) => /\p{L} \p{L}/u.test(text))
  return words.map(({ text }) => ({ where: file, text }))
}

function linesOf(file: string): Said[] {
  return read(file)
    .split('\n')
    .map((text, i) => ({ where: `${file}:${i + 1}`, text }))
}

test.each([
  ['da', 'Kladden er kasséret', 'kasséret'],
  ['da', 'Dit svar er trukket tilbage.', 'trukket tilbage'],
  ['da', 'Fra {promptOf} samtaler', undefined],
  ['en', 'Two statements of the framework', 'statements'],
  ['en', 'The entrapment of a leader', undefined],
] as const)('in %s, “%s” holds a word that the glossary has another for: %s', (locale, text, stray) => {
  expect(glossary.strays(locale, text).map((word) => word.toLowerCase())).toEqual(stray ? [stray] : [])
})

test.each(locales)('in %s each thing has one name in all that a user reads', (locale) => {
  expect(said[locale].length).toBeGreaterThan(800)
  const strays = said[locale].flatMap(({ where, text }) =>
    glossary.strays(locale, text).map((word) => `${where}: ${word}`),
  )
  expect(strays).toEqual([])
})

test.each(locales)('in %s the glossary names nothing that a user never reads', (locale) => {
  expect(glossary.names[locale].length).toBeGreaterThan(30)
  const all = said[locale].map(({ text }) => text.toLowerCase()).join('\n')
  // The verb of a button is an imperative: without its last letter in Danish.
  const stem = (name: string) => name.toLowerCase().split(' ')[0]?.replace(/e$/, '') ?? ''
  expect(glossary.names[locale].filter((name) => !all.includes(stem(name)))).toEqual([])
})

test('a card’s template has no words of its own', () => {
  const spoken = readdirSync(join(root, 'cards')).flatMap((name) =>
    [
      ...read('cards', name).matchAll(
        /"(?:text|title|label|placeholder|errorMessage|fallbackText|speak|altText|value)": "([^"]*)"/g,
      ),
    ]
      .map(([, text = '']) => text.replace(/\$\{[^}]*\}/g, ''))
      .filter((text) => /\p{L}/u.test(text))
      .map((text) => `${name}: ${text}`),
  )
  expect(spoken).toEqual([])
})

test.each(locales)('in %s a heading ends without a full stop', (locale) => {
  const headings = textsIn(locale).filter(({ where }) => /\.title$/.test(where))
  expect(headings.length).toBeGreaterThan(60)
  expect(headings.filter(({ text }) => text.endsWith('.'))).toEqual([])
})

test.each([
  ['da', /”[^”]*”/g],
  ['en', /“[^”]*”/g],
] as const)('in %s quotations have the marks of the language', (locale, quotation) => {
  expect(textsIn(locale).filter(({ text }) => /["“”«»]/.test(text.replace(quotation, '')))).toEqual([])
})

/** Teams' own menus. */
const ofTeams = ['Administrer team', 'Manage team', 'Apps']

test.each([
  ['da', /[Ss]kriv (?:bare |fx )?((?:”[^{”]+”(?:, | eller | og )?)+)/g, ['gem', 'nej']],
  ['en', /[Ww]rite (?:just |e\.g\. )?((?:“[^{”]+”(?:, | or | and )?)+)/g, ['save', 'no']],
] as const)('in %s what a text tells to write does something', (locale, telling, consents) => {
  const told = textsIn(locale).flatMap(({ where, text }) =>
    [...text.matchAll(telling)].flatMap(([, phrases = '']) =>
      (phrases.match(/[”“]([^”]+)”/g) ?? []).map((phrase) => ({ where, phrase: phrase.replace(/[”“]/g, '') })),
    ),
  )
  expect(told.length).toBeGreaterThan(40)
  const isKnown = (phrase: string) =>
    consents.some((consent) => consent === phrase) ||
    knowledge.readCommand(phrase.replace('@Pejling ', '')) !== undefined ||
    readOwnRhythm(phrase)?.status === 'rhythm' ||
    isNewInOwnRole(phrase, '')
  expect(told.filter(({ phrase }) => !isKnown(phrase))).toEqual([])
})

test.each([
  ['da', /[Vv]ælg (?:også )?”([^”]+)”/g],
  ['en', /[Cc]hoose “([^”]+)”/g],
] as const)('in %s what a text tells to choose is the name of something', (locale, telling) => {
  const names = new Set([...textsIn(locale).map(({ text }) => text), ...ofTeams])
  const told = textsIn(locale).flatMap(({ where, text }) =>
    [...text.matchAll(telling)].map(([, name = '']) => ({ where, name })),
  )
  expect(told.length).toBeGreaterThan(5)
  expect(told.filter(({ name }) => !names.has(name))).toEqual([])
})

test('what a user reads is looked for by its key, but by the tests of cards and documents', () => {
  const told = textsIn('da').concat(textsIn('en'))
  const roles = knowledge.library.frameworks.flatMap((framework) =>
    framework.roles.map(({ title }) => title.toLowerCase()),
  )
  const files = (readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' }) as string[])
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.test.ts') && !/^(cards|documents)\/|^wording/.test(name))
  const expected =
    /(?:toBe|toContain|toMatch|toEqual|stringContaining|stringMatching)\(\s*(?:'([^'\n]+)'|\/((?:[^/\\\n]|\\.)+)\/)/g
  const copied = files.flatMap((name) =>
    [...read('tests', name).matchAll(expected)]
      .map(([, text, pattern = '']) => (text ?? pattern.replace(/^\^|\$$/g, '').replaceAll('\\', '')).trim())
      .filter((text) => text.split(/\s+/).length >= 3 && !roles.includes(text.toLowerCase()))
      .filter((text) => told.some((each) => each.text.includes(text)))
      .map((text) => `${name}: ${text}`),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(copied).toEqual([])
})
