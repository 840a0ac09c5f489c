import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { fillPlaceholders } from '../../src/manifest/fill-placeholders'
import { type Manifest, manifestSchema } from '../../src/manifest/manifest-schema'
import { manifestValues } from '../../src/manifest/manifest-values'
import { userTexts } from '../../src/manifest/user-texts'
import { sampleEnv } from './sample-env'

const folder = join(__dirname, '../../manifest')
const schemas = join(dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas/teams')

const template = readJson(join(folder, 'manifest.json'))
const filled = fillPlaceholders(template, manifestValues(sampleEnv), []) as Manifest
const english = readJson(join(folder, 'en.json')) as Record<string, string>

function readJson(path: string): object {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** The newest released version in Microsoft's package: "1.30". */
function newestVersion(): string {
  const minors = readdirSync(schemas).flatMap((name) => /^v1\.(\d+)$/.exec(name)?.[1] ?? [])
  return `1.${Math.max(...minors.map(Number))}`
}

function faults(schemaFile: string, json: unknown): unknown[] {
  const { $schema, ...schema } = readJson(join(schemas, `v${newestVersion()}`, schemaFile)) as Record<string, unknown>
  expect($schema).toBe('http://json-schema.org/draft-04/schema#')
  // Draft 4 in Ajv 8, which starts at draft 6: the two schemas use nothing that has changed its meaning since, but they
  // have patterns that are no regular expressions in unicode mode.
  const ajv = addFormats(new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }))
  const validate = ajv.compile(schema)
  return validate(json) ? [] : (validate.errors ?? [])
}

test('the manifest with ids filled in is valid by the newest schema of Microsoft', () => {
  expect(faults('MicrosoftTeams.schema.json', filled)).toEqual([])
})

test('the English texts are valid by the newest localisation schema', () => {
  expect(faults('MicrosoftTeams.Localization.schema.json', english)).toEqual([])
})

test('the check has teeth: a title too long, an unknown scope and an unknown key are refused', () => {
  const broken = structuredClone(filled) as unknown as { bots: [{ scopes: string[] }] }
  broken.bots[0].scopes = ['groupchat']
  expect(faults('MicrosoftTeams.schema.json', broken)).not.toEqual([])
  expect(faults('MicrosoftTeams.schema.json', { ...filled, colour: 'blue' })).not.toEqual([])
  const tooLong = { ...english, 'bots[0].commandLists[0].commands[0].title': 'x'.repeat(129) }
  expect(faults('MicrosoftTeams.Localization.schema.json', tooLong)).not.toEqual([])
})

test('both files name the newest schema', () => {
  const at = `https://developer.microsoft.com/json-schemas/teams/v${newestVersion()}`
  expect(template).toMatchObject({
    $schema: `${at}/MicrosoftTeams.schema.json`,
    manifestVersion: newestVersion(),
  })
  expect(english.$schema).toBe(`${at}/MicrosoftTeams.Localization.schema.json`)
})

test('the bot is offered to one person, teams and group chats, in Danish first', () => {
  expect(filled).toMatchObject({
    localizationInfo: { defaultLanguageTag: 'da', additionalLanguages: [{ languageTag: 'en', file: 'en.json' }] },
    bots: [{ scopes: ['personal', 'team', 'groupChat'], supportsFiles: true, isNotificationOnly: false }],
  })
})

test('nothing of resource-specific consent or of a tenant is asked for', () => {
  expect(Object.keys(template)).not.toEqual(expect.arrayContaining(['authorization']))
  expect(Object.keys(template)).not.toEqual(expect.arrayContaining(['webApplicationInfo']))
})

test('every Danish text has an English one, and no English one is left over', () => {
  const keys = [...userTexts(manifestSchema.parse(filled)).keys()]
  expect(Object.keys(english).filter((key) => key !== '$schema')).toEqual(keys)
})

// 128 is the schema's limit; Teams asks for short ones (learn.microsoft.com, "Command menu best practices"); 40 is ours.
test('the titles are short enough for the command menu, in both languages', () => {
  const danish = [...userTexts(manifestSchema.parse(filled))]
  const titles = [...danish, ...Object.entries(english)].filter(([key]) => key.endsWith('.title'))
  expect(titles.length).toBeGreaterThan(0)
  expect(titles.filter(([, title]) => title.length > 40)).toEqual([])
})

test('a leader is offered these commands', () => {
  const [personal, shared] = filled.bots[0]?.commandLists ?? []
  expect(personal?.commands.map((command, at) => [command.title, english[titleKey(0, at)]])).toEqual([
    ['Hvad forventes der af mig?', 'What is expected of me?'],
    ['Mine faldgruber', 'My pitfalls'],
    ['Giv mig et spørgsmål', 'Give me a question'],
    ['Mine refleksioner', 'My reflections'],
    ['Forbered min LUS', 'Prepare my LUS'],
    ['Min profil', 'My profile'],
    ['Privatliv', 'Privacy'],
    ['Tal med HR', 'Talk to HR'],
    ['Hjælp', 'Help'],
    ['English', 'English'],
  ])
  // What is the leader's own is not offered where others read along.
  const inGroups = shared?.commands.map((command) => command.title)
  expect(inGroups).toEqual(expect.not.arrayContaining(['Mine refleksioner']))
  expect(inGroups).toEqual(expect.not.arrayContaining(['Min profil']))
})

test('a command is called the same wherever it is offered', () => {
  const [personal, shared] = filled.bots[0]?.commandLists ?? []
  for (const [at, command] of (shared?.commands ?? []).entries()) {
    const same = personal?.commands.findIndex(({ title }) => title === command.title) ?? -1
    expect(english[titleKey(1, at)]).toBe(english[titleKey(0, same)])
  }
})

function titleKey(list: number, command: number): string {
  return `bots[0].commandLists[${list}].commands[${command}].title`
}
