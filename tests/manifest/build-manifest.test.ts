import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { AppError } from '../../src/errors'
import { buildManifest } from '../../src/manifest/build-manifest'
import { manifestVariables } from '../../src/manifest/manifest-values'
import { version } from '../../src/version'
import { sampleEnv } from './sample-env'

const shipped = join(__dirname, '../../manifest')
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pejling-manifest-'))
  for (const name of ['manifest.json', 'en.json', 'color.png', 'outline.png'])
    cpSync(join(shipped, name), join(folder, name))
})
afterEach(() => rmSync(folder, { recursive: true }))

const outFile = () => join(folder, 'build/pejling.zip')
const build = (env: Record<string, string | undefined> = sampleEnv) =>
  buildManifest({ env, manifestDir: folder, outFile: outFile() })

async function refusal(promise: Promise<unknown>): Promise<AppError> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof AppError)) throw new Error(`refused nothing, or not by an AppError: ${thrown}`)
  expect(thrown.code).toBe('invalid')
  expect(existsSync(outFile())).toBe(false)
  return thrown
}

function change(name: string, edit: (json: Record<string, unknown>) => void): void {
  const json = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  edit(json)
  writeFileSync(join(folder, name), JSON.stringify(json))
}

test('the package holds the manifest, its English texts and the icons, all at its root', async () => {
  const built = await build()
  const files = unzipSync(readFileSync(outFile()))
  expect(Object.keys(files)).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png'])
  expect(built).toEqual({
    outFile: outFile(),
    appId: sampleEnv.PEJLING_TEAMS_APP_ID,
    version,
    files: Object.keys(files),
  })
  for (const name of ['color.png', 'outline.png'])
    expect(Buffer.from(files[name] ?? []).equals(readFileSync(join(shipped, name)))).toBe(true)
  expect(JSON.parse(Buffer.from(files['en.json'] ?? []).toString())).toEqual(
    JSON.parse(readFileSync(join(shipped, 'en.json'), 'utf8')),
  )
})

test('ids and addresses come from the environment, whatever characters they hold', async () => {
  await build()
  const text = Buffer.from(unzipSync(readFileSync(outFile()))['manifest.json'] ?? []).toString()
  expect(text).not.toContain('{{')
  expect(JSON.parse(text)).toMatchObject({
    id: sampleEnv.PEJLING_TEAMS_APP_ID,
    bots: [{ botId: sampleEnv.MicrosoftAppId }],
    developer: {
      name: 'Leder & "Pejling" A/S',
      websiteUrl: 'https://example.dk',
      privacyUrl: 'https://example.dk/privatliv',
      termsOfUseUrl: 'https://example.dk/vilkaar',
    },
    validDomains: ['pejling.example.dk'],
  })
})

test('the version is the program’s unless another is set, which must be one', async () => {
  expect((await build({ ...sampleEnv, PEJLING_MANIFEST_VERSION: '2.10.0' })).version).toBe('2.10.0')
  rmSync(outFile())
  expect((await refusal(build({ ...sampleEnv, PEJLING_MANIFEST_VERSION: 'v2' }))).message).toContain(
    'PEJLING_MANIFEST_VERSION',
  )
})

test('what Teams’ store would refuse is refused here, all at once', async () => {
  const { message } = await refusal(
    build({
      ...sampleEnv,
      PEJLING_TEAMS_APP_ID: sampleEnv.MicrosoftAppId,
      PEJLING_PUBLIC_URL: 'https://localhost:3978',
      PEJLING_PRIVACY_URL: 'https://x',
    }),
  )
  for (const name of ['PEJLING_TEAMS_APP_ID', 'PEJLING_PUBLIC_URL', 'PEJLING_PRIVACY_URL'])
    expect(message).toContain(name)
  expect(message).not.toContain('PEJLING_DEVELOPER_URL')
})

test('a text longer than Teams shows is named', async () => {
  change('en.json', (json) => {
    json['bots[0].commandLists[0].commands[0].title'] = 'What is expected of me in the role I have?'
  })
  expect((await refusal(build())).message).toContain('commands[0].title: 42 characters, at most 32')
})

test('the same input gives the same bytes', async () => {
  await build()
  const first = readFileSync(outFile())
  await build()
  expect(readFileSync(outFile()).equals(first)).toBe(true)
})

test('one error names every variable that is not set', async () => {
  const { message } = await refusal(build({ MicrosoftAppId: ' ' }))
  expect(message.split('\n').slice(1)).toEqual(manifestVariables.map((name) => `${name}: is not set`))
  expect(manifestVariables).toEqual(Object.keys(sampleEnv))
})

test('values that Teams would refuse are named with what is wrong', async () => {
  const { message } = await refusal(
    build({
      ...sampleEnv,
      PEJLING_TEAMS_APP_ID: 'pejling',
      PEJLING_PRIVACY_URL: 'http://example.dk',
      PEJLING_DEVELOPER_NAME: 'x'.repeat(33),
    }),
  )
  expect(message.split('\n').slice(1).sort()).toEqual([
    'PEJLING_DEVELOPER_NAME: must have at most 32 characters',
    'PEJLING_PRIVACY_URL: must be an https URL',
    'PEJLING_TEAMS_APP_ID: must be a GUID',
  ])
})

test('a text without a translation, one too many and a wrong icon are all named at once', async () => {
  change('en.json', (json) => {
    delete json['name.full']
    json['staticTabs[0].name'] = 'Tab'
  })
  cpSync(join(shipped, 'color.png'), join(folder, 'outline.png'))
  const { message } = await refusal(build())
  expect(message).toContain('en.json: name.full: is not translated')
  expect(message).toContain('en.json: staticTabs[0].name: is no text of the manifest')
  expect(message).toContain('outline.png: must be 32 x 32 pixels, not 192 x 192')
})

test('a placeholder nobody has a value for is named', async () => {
  const text = readFileSync(join(folder, 'manifest.json'), 'utf8')
  writeFileSync(join(folder, 'manifest.json'), text.replace('{{DEVELOPER_NAME}}', '{{TEAM_NAME}}'))
  expect((await refusal(build())).message).toContain('manifest.json: nothing is known to put for TEAM_NAME')
})

test('a file that is missing, broken or outside the folder is named', async () => {
  change('manifest.json', (json) => {
    json.icons = { color: '../color.png', outline: 'outline.png' }
  })
  expect((await refusal(build())).message).toContain('manifest.json: icons.color: must be a file name without a folder')
  writeFileSync(join(folder, 'manifest.json'), '{')
  expect((await refusal(build())).message).toContain('manifest.json: is no JSON')
  rmSync(join(folder, 'manifest.json'))
  expect((await refusal(build())).message).toContain('manifest.json: cannot be read (ENOENT)')
})
